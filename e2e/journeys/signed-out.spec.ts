import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/journey.ts';
import { signIn } from '../fixtures/people.ts';
import { lastChangeOf, openWrite, openWriteAs, sectionOf, sharedProject } from '../fixtures/two-writers.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// A browser notes what was refused to someone signed out.
test.use({ allowed: /status of 401/ });

async function signInAgain(page: Page, password: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByLabel('Password', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('someone who was signed out while typing signs in again and loses nothing', async ({ context }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  await context.clearCookies();
  await worksheetPage(page).write('Objective', 'Typed after the session ended.');
  await worksheetPage(page).box('Objective').blur();
  await expect(page.getByText('You were signed out. Your changes are kept. Sign in here to send them.')).toBeVisible();
  await signInAgain(page, shared.first.password);
  await worksheetPage(page).saved();
  await expect.poll(() => sectionOf(shared)).toMatchObject({ objective: 'Typed after the session ended.' });
});

test('kept edits are never sent as the person who signed in meanwhile', async ({ context }) => {
  const shared = await sharedProject();
  const mine = await openWriteAs(context, shared.first, shared);
  await context.clearCookies();
  await worksheetPage(mine).write('Objective', 'Typed by the data scientist.');
  await worksheetPage(mine).box('Objective').blur();
  await expect(mine.getByText('You were signed out.')).toBeVisible();

  const theirs = await openWriteAs(context, shared.second, shared);
  await worksheetPage(theirs).write('When we stop', 'Typed by the product manager.');
  await worksheetPage(theirs).box('When we stop').blur();
  await worksheetPage(theirs).saved();
  expect(await sectionOf(shared)).toEqual({ killCriterion: 'Typed by the product manager.' });
  await expect(worksheetPage(theirs).box('Objective')).toHaveValue('');

  await mine.bringToFront();
  await worksheetPage(mine).write('Cost to build', '180k');
  await worksheetPage(mine).box('Cost to build').blur();
  await expect(
    mine.getByText('Somebody else is signed in here now. Your changes are kept. Sign in here to send them.'),
  ).toBeVisible();
  await signInAgain(mine, shared.first.password);
  await worksheetPage(mine).saved();
  expect(await lastChangeOf(shared, 'business.objective')).toEqual({
    by: 'Fraud data scientist',
    value: 'Typed by the data scientist.',
  });
  expect(await lastChangeOf(shared, 'business.killCriterion')).toMatchObject({ by: 'Payments product manager' });
});

test('signing in again in one tab, or elsewhere in the browser, is enough for all of them', async ({ context }) => {
  const shared = await sharedProject();
  const left = await openWriteAs(context, shared.first, shared);
  const right = await openWrite(context, shared);
  await context.clearCookies();
  for (const [page, field] of [
    [left, 'Objective'],
    [right, 'When we stop'],
  ] as const) {
    await worksheetPage(page).write(field, 'Typed after the session ended.');
    await worksheetPage(page).box(field).blur();
    await expect(page.getByText('You were signed out.')).toBeVisible();
  }
  await signInAgain(left, shared.first.password);
  for (const page of [left, right]) {
    await worksheetPage(page).saved();
    await expect(page.getByText('You were signed out.')).toBeHidden();
  }

  await context.clearCookies();
  await worksheetPage(right).write('Cost to build', '180k');
  await worksheetPage(right).box('Cost to build').blur();
  await expect(right.getByText('You were signed out.')).toBeVisible();
  await signIn(context, shared.first);
  await right.evaluate(() => window.dispatchEvent(new Event('focus')));
  await worksheetPage(right).saved();
});
