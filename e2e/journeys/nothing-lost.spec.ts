import type { Page } from '@playwright/test';
import { closeDatabase } from '#lib/server/db.ts';
import { expect, runCluster, test as journey } from '../fixtures/journey.ts';
import { signIn } from '../fixtures/people.ts';
import { lastChangeOf, openWrite, openWriteAs, sectionOf, sharedProject } from '../fixtures/two-writers.ts';
import { startBreakableServer, type BreakableServer } from '../fixtures/worker-server.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// The server of these journeys dies in the middle of them, and comes back.
const test = journey.extend<object, { plumbline: BreakableServer }>({
  plumbline: [
    async ({}, use, { parallelIndex }) => {
      const server = await startBreakableServer(`plumbline_break_${parallelIndex}`, runCluster());
      await use(server);
      await closeDatabase();
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
});

// A browser notes each request that nobody answered.
test.use({ allowed: /ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/ });

test('a page that is reloaded in the middle of a word has every key', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  const sheet = worksheetPage(page);
  await sheet.box('Cost to build').pressSequentially('about 180');
  await sheet.box('Objective').pressSequentially('Lower the lo');
  await page.reload();
  await expect(sheet.box('Objective')).toHaveValue('Lower the lo');
  await expect(sheet.box('Cost to build')).toHaveValue('about 180');
  await sheet.saved();
  await expect.poll(() => sectionOf(shared)).toMatchObject({ objective: 'Lower the lo' });
});

test('a page that is reloaded while the browser’s database is busy has every key', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  const sheet = worksheetPage(page);
  await sheet.box('Objective').pressSequentially('Lower t');
  await sheet.saved();
  await keepDatabaseBusy(page);
  await sheet.box('Objective').pressSequentially('he loss');
  await page.reload();
  await expect(sheet.box('Objective')).toHaveValue('Lower the loss');
  await sheet.saved();
  await expect.poll(() => sectionOf(shared)).toMatchObject({ objective: 'Lower the loss' });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('half a quantity is kept as typed when the page is reloaded', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  const sheet = worksheetPage(page);
  await sheet.box('Cost to build').pressSequentially('abt 180');
  await expect(sheet.box('Cost to build')).toBeFocused();
  await page.reload();
  await expect(sheet.box('Cost to build')).toHaveValue('abt 180');
  await expect(sheet.field('Cost to build')).toContainText('Kept as typed.');
});

test('a server that dies is waited for, and gets everything once', async ({ context, plumbline }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  const sheet = worksheetPage(page);
  await sheet.write('Objective', 'Before the server died.');
  await sheet.saved();

  await plumbline.kill();
  await sheet.write('What hurts, and whom', 'Fraud costs the issuer.');
  await sheet.write('Cost to build', '180k');
  await sheet.write('When we stop', 'Precision under 0.3 after two months.');
  await sheet.box('When we stop').blur();
  const notice = page.getByRole('alert').filter({ hasText: 'Not saved: the server does not answer.' });
  await expect(notice).toContainText(/3 changes are kept in this browser; trying again in \d+\u202fs\./);
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  // Sections open without the server, and what was typed is there on the way back.
  await sheet.openSection('Metrics');
  await sheet.openSection('Business objective');
  await expect(notice).not.toContainText('Other pages open after that.');
  // All other links would lead to the browser's page of errors.
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await expect(notice).toContainText('Other pages open after that.');
  await expect(sheet.box('Cost to build')).toHaveValue('180k');

  await plumbline.comeBack();
  await notice.getByRole('button', { name: 'Try now' }).click();
  await sheet.saved();
  await expect(notice).toBeHidden();
  expect(await sectionOf(shared)).toMatchObject({
    objective: 'Before the server died.',
    problemStatement: 'Fraud costs the issuer.',
    killCriterion: 'Precision under 0.3 after two months.',
  });
  await sheet.write('Objective', 'After it has come back.');
  await sheet.box('Objective').blur();
  await sheet.saved();
  expect(await lastChangeOf(shared, 'business.objective')).toMatchObject({ value: 'After it has come back.' });
});

test('two tabs tell the same about a server that is away, and either can ask it to try', async ({
  context,
  plumbline,
}) => {
  const shared = await sharedProject();
  const left = await openWriteAs(context, shared.first, shared);
  const right = await openWrite(context, shared);
  await plumbline.kill();
  await worksheetPage(left).write('Objective', 'From the left.');
  await worksheetPage(left).box('Objective').blur();
  await expect(left.getByText('Not saved: the server does not answer.')).toBeVisible();
  await worksheetPage(right).write('When we stop', 'From the right.');
  await worksheetPage(right).box('When we stop').blur();
  await expect(right.getByText(/Not saved: the server does not answer\. 2 changes are kept/)).toBeVisible();

  await plumbline.comeBack();
  await right.getByRole('button', { name: 'Try now' }).click();
  for (const page of [left, right]) {
    await worksheetPage(page).saved();
    await expect(page.getByText('Not saved:')).toBeHidden();
    await expect(worksheetPage(page).box('Objective')).toHaveValue('From the left.');
    await expect(worksheetPage(page).box('When we stop')).toHaveValue('From the right.');
  }
});

test('a laptop that is closed over unsent edits sends them when it is opened again', async ({ laptop, plumbline }) => {
  const shared = await sharedProject();
  const before = await laptop.open();
  const page = await openWriteAs(before, shared.first, shared);
  await plumbline.kill();
  const sheet = worksheetPage(page);
  await sheet.write('What hurts, and whom', 'Typed before the lid was closed.');
  await sheet.write('Cost to build', '180k');
  await sheet.box('Cost to build').blur();
  await expect(page.getByText('Not saved: the server does not answer.')).toBeVisible();
  // Nothing waits for this last one: the lid goes down.
  await sheet.box('Objective').pressSequentially('Lower');
  await laptop.close();

  await plumbline.comeBack();
  const after = await laptop.open();
  await signIn(after, shared.first);
  const again = await openWrite(after, shared);
  await expect(worksheetPage(again).box('What hurts, and whom')).toHaveValue('Typed before the lid was closed.');
  await expect(worksheetPage(again).box('Objective')).toHaveValue('Lower');
  await worksheetPage(again).saved();
  await expect
    .poll(() => sectionOf(shared))
    .toMatchObject({ problemStatement: 'Typed before the lid was closed.', objective: 'Lower' });
});

test('edits of an earlier visit are sent from home too', async ({ context, plumbline }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  await plumbline.kill();
  await worksheetPage(page).write('Objective', 'Typed and left behind.');
  await worksheetPage(page).box('Objective').blur();
  await expect(page.getByText('Not saved: the server does not answer.')).toBeVisible();
  await page.close();
  await plumbline.comeBack();
  const home = await context.newPage();
  await home.goto('/home');
  await expect.poll(() => sectionOf(shared)).toMatchObject({ objective: 'Typed and left behind.' });
});

/** A transaction that does not end before the page does: every other one waits behind it, and goes with the page. */
async function keepDatabaseBusy(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('plumbline');
        opening.addEventListener('success', () => {
          const store = opening.result.transaction('ops', 'readwrite').objectStore('ops');
          const goOn = () => {
            store.count().addEventListener('success', goOn);
            resolve();
          };
          store.count().addEventListener('success', goOn);
        });
      }),
  );
}
