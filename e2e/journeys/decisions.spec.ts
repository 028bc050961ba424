import { randomUUID } from 'node:crypto';
import { paths } from '#lib/paths.ts';
import { complete } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, signIn } from '../fixtures/people.ts';
import { openWriteAs, sharedProject } from '../fixtures/two-writers.ts';

// A browser notes in its console each request that it could not make.
test.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });

test('a thread becomes a decision, and the field shows it to whoever writes there', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const path = 'business.objective';
  const op = { id: randomUUID(), kind: 'set', path, base: '', value: 'Fewer wrong holds' } as const;
  await as(shared.first).worksheets.applyOps({ ...shared, ops: [op] });
  await as(shared.second).threads.open({ ...shared, path, body: 'Holds, or the loss?', kind: 'question' });

  const writer = await openWriteAs(await anotherBrowser(), shared.first, shared);
  await writer.getByRole('main').getByRole('textbox', { name: 'Objective', exact: true }).focus();
  const panel = writer.getByRole('complementary', { name: 'About this field' });
  await expect(panel.getByRole('article', { name: 'Thread 1' })).toBeVisible();

  await signIn(context, shared.second);
  const page = await context.newPage();
  await page.goto(paths.document(shared));
  await complete(page);
  await page.getByRole('button', { name: 'Whole worksheet' }).click();
  await page.getByRole('link', { name: 'Question #1' }).click();
  await page.getByRole('article', { name: 'Thread 1' }).getByRole('link', { name: 'Make a decision' }).click();
  await expect(page.getByText(/^About .*Objective, from thread #1$/)).toBeVisible();

  await page.getByRole('textbox', { name: 'What is decided' }).fill('Count the loss');
  await page.getByRole('textbox', { name: 'Option 1', exact: true }).fill('Wrong holds');
  await page.getByRole('textbox', { name: 'Option 2', exact: true }).fill('Loss in euros');
  await page.getByRole('textbox', { name: 'Speaks for it' }).nth(1).fill('Finance counts it\nIt has a target');
  await page.getByRole('button', { name: 'Record as accepted' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Say which option is chosen');
  await page.getByRole('radio', { name: 'This one is chosen' }).nth(1).check();
  await page.getByRole('textbox', { name: 'Why' }).fill('The loss is what the **board** reads.');
  await page.getByRole('button', { name: 'Record as accepted' }).click();

  await expect(page.getByRole('heading', { name: '1 Count the loss' })).toBeVisible();
  const memo = page.getByRole('article');
  await expect(memo).toContainText('Chosen: Loss in euros');
  await expect(memo).toContainText('For: Finance counts it');
  const about = page.getByRole('complementary', { name: 'What it is about' });
  await expect(about.getByRole('link', { name: 'Business objective › Objective' })).toBeVisible();
  await expect(about).toContainText('Fewer wrong holds');
  await expect(about.getByRole('link', { name: 'Thread #1' })).toBeVisible();

  await expect(panel.getByRole('link', { name: 'Decision 1: Count the loss' }).first()).toBeVisible();
  await writer.getByRole('main').getByRole('textbox', { name: 'Objective', exact: true }).fill('Less loss');
  const state = async () => (await as(shared.first).decisions.get({ ...shared, number: 1 })).fields[0]?.state;
  await expect.poll(state).toBe('moved-away');
  await page.reload();
  await expect(about).toContainText('It says something else than was decided.');
});

test('a record is kept as typed when it cannot be sent, accepted, and superseded by the next, by the keyboard', async ({
  page,
  context,
}) => {
  const shared = await sharedProject();
  await signIn(context, shared.first);
  await page.goto(paths.decisions(shared));
  await complete(page);
  await page.getByRole('link', { name: 'Record a decision' }).press('Enter');
  const title = page.getByRole('textbox', { name: 'What is decided' });
  await title.fill('Split at random');
  await page.getByRole('textbox', { name: 'Why' }).fill('It is quick.');

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Save as proposed' }).press('Enter');
  await expect(page.getByRole('alert').first()).toContainText('What you typed is kept here');
  await expect(title).toHaveValue('Split at random');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Save as proposed' }).press('Enter');
  await expect(page.getByRole('heading', { name: '1 Split at random' })).toBeVisible();
  expect((await as(shared.first).decisions.list(shared)).items).toHaveLength(1);

  await page.getByRole('button', { name: 'Accept' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(page.getByRole('article')).toContainText('Accepted');
  await page.getByRole('link', { name: 'Write the next one' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Takes the place of' })).toHaveValue('1');
  await title.fill('Split by time');
  await page.getByRole('textbox', { name: 'Why' }).fill('Cards stood on both sides.');
  await page.getByRole('button', { name: 'Record as accepted' }).press('Enter');
  await expect(page.getByRole('article')).toContainText('Supersedes 1 Split at random');
  await page.getByRole('link', { name: '1 Split at random' }).press('Enter');
  await expect(page.getByRole('article')).toContainText('Superseded by 2 Split by time');
  await page.getByRole('link', { name: 'All decisions' }).press('Enter');
  await expect(page.getByRole('row', { name: /1 Split at random.*Superseded by 2/ })).toBeVisible();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Accepted');
  await page.getByRole('button', { name: 'Show' }).press('Enter');
  await expect(page.getByRole('row', { name: /2 Split by time/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /1 Split at random/ })).toHaveCount(0);
});

test('the first decision of a hundred stands beside its field, and the next one can take its place', async ({
  context,
}) => {
  const shared = await sharedProject();
  const { decisions } = as(shared.first);
  const links = [{ kind: 'field' as const, path: 'business.objective' }];
  const options = [{ id: 'holds', title: 'The holds' }];
  const content = { title: 'Count the holds', options, chosen: 'holds', outcome: 'They are what is paid for.' };
  await decisions.record({ ...shared, content, links, accepted: true });
  for (let number = 2; number <= 102; number += 1) {
    await decisions.record({ ...shared, content: { title: `One of many, ${number}` } });
  }
  const page = await openWriteAs(context, shared.first, shared);
  await page.getByRole('main').getByRole('textbox', { name: 'Objective', exact: true }).focus();
  const panel = page.getByRole('complementary', { name: 'About this field' });
  await expect(panel.getByRole('link', { name: 'Decision 1: Count the holds' })).toBeVisible();

  await page.goto(paths.newDecision(shared, { supersedes: 1 }));
  await expect(page.getByRole('combobox', { name: 'Takes the place of' })).toHaveValue('1');
});

test('who only reads sees what was decided, and why nothing can be decided here', async ({ page, context }) => {
  const shared = await sharedProject();
  const viewer = await createPerson('Product owner');
  await addMember(shared.workspace, viewer, 'viewer');
  const content = { title: 'Split by time', outcome: 'Cards stood on both sides.' };
  await as(shared.first).decisions.record({ ...shared, content });
  await signIn(context, viewer);
  await page.goto(paths.workspaceDecisions(shared));
  await page.getByRole('link', { name: 'Split by time' }).click();
  const accept = page.getByRole('button', { name: 'Accept' });
  await expect(accept).toHaveAttribute('aria-disabled', 'true');
  await accept.focus();
  await expect(page.getByRole('tooltip').first()).toContainText('decisions');
  await page.goto(paths.newDecision(shared));
  await expect(page.getByRole('heading', { name: 'Not yours to open' })).toBeVisible();
});
