import { expect, test } from '../fixtures/journey.ts';
import { as } from '../fixtures/people.ts';
import { openWriteAs, sharedProject } from '../fixtures/two-writers.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';
import { paths } from '#lib/paths.ts';

// A browser notes in its console each request that it could not make.
test.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });

test('one writes offline while the other goes on: nothing is lost, both end with the same', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const offline = await openWriteAs(context, shared.first, shared);
  const online = await openWriteAs(await anotherBrowser(), shared.second, shared);
  const mine = worksheetPage(offline);
  const theirs = worksheetPage(online);

  await mine.write('What hurts, and whom', 'Fraud costs the issuer.\n\nCustomers are held for nothing.');
  await mine.box('What hurts, and whom').blur();
  await mine.saved();
  await expect(theirs.box('What hurts, and whom')).toHaveValue(/Customers are held/);

  await context.setOffline(true);
  await expect(offline.getByText('You are offline. What you type is kept in this browser')).toBeVisible();
  await mine.write('What hurts, and whom', 'Fraud costs the issuer €1.9 M a year.\n\nCustomers are held for nothing.');
  await mine.write('Objective', 'Bring the loss below €1.2 M.');
  await mine.write('Cost to build', '180k');
  await mine.box('Cost to build').blur();
  await expect(offline.getByText(/You are offline\. .* kept in this browser/)).toBeVisible();

  await theirs.write(
    'What hurts, and whom',
    'Fraud costs the issuer.\n\nCustomers are held for nothing, seven times in eight.',
  );
  await theirs.write('What happens today', 'Rules hold one payment in 175.');
  await theirs.box('What happens today').blur();
  await theirs.saved();

  await context.setOffline(false);
  const merged = 'Fraud costs the issuer €1.9 M a year.\n\nCustomers are held for nothing, seven times in eight.';
  for (const sheet of [mine, theirs]) {
    await expect(sheet.box('What hurts, and whom')).toHaveValue(merged);
    await expect(sheet.box('Objective')).toHaveValue('Bring the loss below €1.2 M.');
    await expect(sheet.box('Cost to build')).toHaveValue(/180/);
    await expect(sheet.box('What happens today')).toHaveValue('Rules hold one payment in 175.');
    await sheet.saved();
  }
  const { sections } = await as(shared.first).worksheets.get(shared);
  expect(sections['business']?.value).toMatchObject({
    problemStatement: merged,
    objective: 'Bring the loss below €1.2 M.',
    currentProcess: 'Rules hold one payment in 175.',
  });
});

test('what was typed offline is still there when the page is opened again', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  await context.setOffline(true);
  await worksheetPage(page).write('Objective', 'Typed in a train.');
  await worksheetPage(page).box('Objective').blur();
  await expect(page.getByText(/kept in this browser/)).toBeVisible();
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(paths.write({ ...shared, section: 'business' }));
  await expect(worksheetPage(again).box('Objective')).toHaveValue('Typed in a train.');
  await worksheetPage(again).saved();
  await expect
    .poll(async () => (await as(shared.first).worksheets.get(shared)).sections['business']?.value['objective'])
    .toBe('Typed in a train.');
});

test('two tabs that edit one field end with both values in sight, and one chosen', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const mine = await openWriteAs(context, shared.first, shared);
  const theirs = await openWriteAs(await anotherBrowser(), shared.second, shared);
  await context.setOffline(true);
  await worksheetPage(mine).write('Cost to build', '200k');
  await worksheetPage(mine).box('Cost to build').blur();
  await worksheetPage(theirs).write('Cost to build', '150k');
  await worksheetPage(theirs).box('Cost to build').blur();
  await worksheetPage(theirs).saved();

  await context.setOffline(false);
  await expect(mine.getByText('1 of your edits could not be taken in. Nothing is lost.')).toBeVisible();
  const conflict = mine.getByRole('listitem').filter({ hasText: 'Yours:' });
  await expect(conflict).toContainText('200k');
  await expect(conflict).toContainText('150k');
  await conflict.getByRole('button', { name: 'Keep yours' }).click();
  await expect(conflict).toBeHidden();
  await expect(worksheetPage(theirs).box('Cost to build')).toHaveValue(/200/);
  await expect(worksheetPage(mine).box('Cost to build')).toHaveValue(/200/);
});

test('two tabs of one person stay in step', async ({ context }) => {
  const shared = await sharedProject();
  const left = await openWriteAs(context, shared.first, shared);
  const right = await openWriteAs(context, shared.first, shared);
  await worksheetPage(left).write('Objective', 'Written on the left.');
  await worksheetPage(left).box('Objective').blur();
  await expect(worksheetPage(right).box('Objective')).toHaveValue('Written on the left.');
  await worksheetPage(right).write('Objective', 'Written on the left, and gone on with on the right.');
  await worksheetPage(right).box('Objective').blur();
  await expect(worksheetPage(left).box('Objective')).toHaveValue(/gone on with on the right/);
  await worksheetPage(left).saved();
});

test('two who have the project open see each other, and where the other writes', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const mine = await openWriteAs(context, shared.first, shared);
  const company = mine.getByRole('list', { name: 'Also here' });
  await expect(company).toBeHidden();
  const theirs = await openWriteAs(await anotherBrowser(), shared.second, shared);
  await expect(company).toContainText('Payments product manager');
  await expect(theirs.getByRole('list', { name: 'Also here' })).toContainText('Fraud data scientist');

  await worksheetPage(theirs).box('Objective').pressSequentially('Lower the loss');
  await expect(worksheetPage(mine).field('Objective')).toContainText('Payments product manager writes here');
  await expect(worksheetPage(mine).field('Objective')).not.toContainText('writes here');
  await theirs.close();
  await expect(company).toBeHidden();
});
