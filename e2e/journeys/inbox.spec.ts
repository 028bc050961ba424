import { paths } from '#lib/paths.ts';
import { complete } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, sessionCookie, signIn } from '../fixtures/people.ts';
import { sharedProject } from '../fixtures/two-writers.ts';
import { startSecondServer } from '../fixtures/worker-server.ts';

test.use({ surroundings: ['mail'] });

/** Starting another server, and a mail that waits for more of its thread. */
const ALL_OF_IT_MS = 120_000;

test('a mention comes by mail, its link opens the thread, and the inbox is empty once it was read', async ({
  page,
  context,
  anotherBrowser,
  mailbox,
}) => {
  const shared = await sharedProject();
  const { first, second } = shared;
  await signIn(context, first);
  await page.goto(paths.document(shared));
  await complete(page);
  await page.keyboard.press('c');
  await page.keyboard.type(`@${second.name} Holds, or the loss?`);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Thread 1' })).toContainText('Holds, or the loss?');

  // Whoever has a thread before them has seen what is said there, and gets no mail.
  await page.goto(paths.home());

  const mail = await mailbox.next(second.email);
  expect(mail.subject).toBe('Card-not-present fraud: thread #1 on the whole document');
  expect(mail.text).toContain(`> @${second.name} Holds, or the loss?`);
  const [link = '', stop = ''] = mail.text.match(/https?:\/\/\S+/g) ?? [];

  const theirs = await anotherBrowser();
  await signIn(theirs, second);
  const reader = await theirs.newPage();
  await reader.goto(paths.home());
  await reader.getByRole('link', { name: 'Inbox, 1 new' }).click();
  await expect(reader.getByRole('link', { name: /mentions you in thread #1 on the whole document/ })).toBeVisible();
  await reader.goto(link);
  const thread = reader.getByRole('article', { name: 'Thread 1' });
  await expect(thread).toBeInViewport();
  await complete(reader);
  await reader.keyboard.press('n');
  await reader.keyboard.press('r');
  await reader.keyboard.type('The loss.');
  await reader.keyboard.press('Control+Enter');
  await expect(thread).toContainText('The loss.');
  expect((await mailbox.next(first.email)).text).toContain('> The loss.');
  await reader.goto(paths.inbox());
  await expect(reader.getByText('Nothing new.')).toBeVisible();

  // Whoever has the mail stops them, signed in or not.
  const stranger = await (await anotherBrowser()).newPage();
  await stranger.goto(stop);
  await stranger.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(stranger.getByRole('status')).toContainText('No such mails come any more.');
  expect((await as(second).account.get({})).mailNotices).toBe(false);
});

test('two servers on one database show the same at once, and send each mail once', async ({
  page,
  context,
  browser,
  mailbox,
}) => {
  test.setTimeout(ALL_OF_IT_MS);
  const shared = await sharedProject();
  const { first, second } = shared;
  const onlooker = await createPerson('Product owner');
  await addMember(shared.workspace, onlooker, 'viewer');
  const other = await startSecondServer(mailbox.settings);
  const there = await browser.newContext({ baseURL: other.url });
  try {
    await signIn(context, first);
    await page.goto(paths.document({ ...shared, panel: 'open' }));
    await complete(page);
    await there.addCookies([{ ...(await sessionCookie(onlooker)), url: other.url }]);
    const reader = await there.newPage();
    await reader.goto(paths.document({ ...shared, panel: 'open' }));
    await complete(reader);
    for (const number of [1, 2, 3]) {
      await as(first).threads.open({ ...shared, path: '', body: `@${second.name} question ${number}` });
      for (const each of [page, reader]) await expect(each.getByText(`question ${number}`)).toBeVisible();
    }
    for (let count = 0; count < 3; count += 1) await mailbox.next(second.email);
    // A fourth comes after them: had one of them gone out twice, it would be here before.
    await as(first).threads.reply({ ...shared, number: 3, body: 'And this?' });
    expect((await mailbox.next(second.email)).text).toContain('And this?');
    expect(mailbox.waiting(second.email)).toEqual([]);
  } finally {
    await there.close();
    await other.stop();
  }
});

test('a guest comes by a link, comments in the one project, and sees no other', async ({ page, anotherBrowser }) => {
  const shared = await sharedProject();
  const elsewhere = await as(shared.first).projects.create({ workspace: shared.workspace, title: 'Not for guests' });
  const { url } = await as(shared.first).invitations.create({
    workspace: shared.workspace,
    role: 'guest',
    project: shared.project,
  });
  await page.goto(url);
  await page.getByLabel('Your name').fill('Bank’s auditor');
  await page.getByLabel('Mail address').fill(`auditor-of-${shared.workspace}@example.org`);
  await page.getByLabel('Password', { exact: true }).fill('a sentence of a guest');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
  await complete(page);
  await page.keyboard.press('c');
  await page.keyboard.type('Who checks the chargebacks?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Thread 1' })).toContainText('Who checks the chargebacks?');
  const other = await page.request.get(paths.document({ ...shared, project: elsewhere.slug }));
  expect(other.status()).toBe(404);

  const owner = await anotherBrowser();
  await signIn(owner, shared.first);
  const reply = await owner.newPage();
  await reply.goto(paths.threads(shared));
  await expect(reply.getByRole('link', { name: /Note #1.*Bank’s auditor: Who checks the chargebacks/ })).toBeVisible();
});
