import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';
import { paths } from '#lib/paths.ts';

// A browser notes in its console each request that it could not make, or that was refused to someone signed out.
test.use({ allowed: /ERR_INTERNET_DISCONNECTED|status of 401/ });

interface Shared {
  readonly workspace: string;
  readonly project: string;
  readonly first: Person;
  readonly second: Person;
}

/** A project that two people write in. */
async function sharedProject(): Promise<Shared> {
  const first = await createPerson('Fraud data scientist');
  const second = await createPerson('Payments product manager');
  const workspace = await createWorkspaceFor(first);
  await addMember(workspace, second, 'editor');
  const { slug } = await as(first).projects.create({ workspace, title: 'Card-not-present fraud' });
  return { workspace, project: slug, first, second };
}

async function openBusiness(context: BrowserContext, person: Person, shared: Shared): Promise<Page> {
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto(paths.write({ ...shared, section: 'business' }));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Whoever goes offline or is signed out has been here for a while: what loads late has loaded.
  await page.waitForLoadState('networkidle');
  return page;
}

test('one writes offline while the other goes on: nothing is lost, both end with the same', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const offline = await openBusiness(context, shared.first, shared);
  const online = await openBusiness(await anotherBrowser(), shared.second, shared);
  const mine = worksheetPage(offline);
  const theirs = worksheetPage(online);

  await mine.write('What hurts, and whom', 'Fraud costs the issuer.\n\nCustomers are held for nothing.');
  await mine.box('What hurts, and whom').blur();
  await mine.saved();
  await expect(theirs.box('What hurts, and whom')).toHaveValue(/Customers are held/);

  await context.setOffline(true);
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
  const page = await openBusiness(context, shared.first, shared);
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
  const mine = await openBusiness(context, shared.first, shared);
  const theirs = await openBusiness(await anotherBrowser(), shared.second, shared);
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
  const left = await openBusiness(context, shared.first, shared);
  const right = await openBusiness(context, shared.first, shared);
  await worksheetPage(left).write('Objective', 'Written on the left.');
  await worksheetPage(left).box('Objective').blur();
  await expect(worksheetPage(right).box('Objective')).toHaveValue('Written on the left.');
  await worksheetPage(right).write('Objective', 'Written on the left, and gone on with on the right.');
  await worksheetPage(right).box('Objective').blur();
  await expect(worksheetPage(left).box('Objective')).toHaveValue(/gone on with on the right/);
  await worksheetPage(left).saved();
});

test('someone who was signed out while typing signs in again and loses nothing', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openBusiness(context, shared.first, shared);
  await context.clearCookies();
  await worksheetPage(page).write('Objective', 'Typed after the session ended.');
  await worksheetPage(page).box('Objective').blur();
  await expect(page.getByText('You were signed out. Your changes are kept.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password', { exact: true }).fill(shared.first.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await worksheetPage(page).saved();
  await expect
    .poll(async () => (await as(shared.first).worksheets.get(shared)).sections['business']?.value['objective'])
    .toBe('Typed after the session ended.');
});
