import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { linkIn } from '#test/mailbox.ts';
import { createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';

test.use({ surroundings: ['mail'] });

test('a forgotten password is replaced through a link in a mail, once', async ({ page, mailbox }) => {
  const person = await createPerson('Labelling lead');
  await createWorkspaceFor(person);

  await page.goto(paths.signIn());
  await page.getByRole('link', { name: 'Forgot the password' }).click();
  await expect(page).toHaveURL(paths.requestReset());
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('a mail with a link is on its way')).toBeVisible();

  const link = linkIn(await mailbox.next(person.email));
  await page.goto(link);
  await page.getByLabel('New password').fill('a sentence that came by mail');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('The new password is set.')).toBeVisible();
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('a sentence that came by mail');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(paths.home());

  await page.goto(link);
  await expect(page.getByLabel('New password')).toBeHidden();
});

test('nobody learns whether an address has an account', async ({ page }) => {
  await createWorkspaceFor(await createPerson('Team lead'));
  await page.goto(paths.requestReset());
  await page.getByLabel('Mail address').fill('nobody@example.org');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText('a mail with a link is on its way')).toBeVisible();
});

test('an invitation comes by mail', async ({ page, context, anotherBrowser, mailbox }) => {
  const owner = await createPerson('Team lead');
  const workspace = await createWorkspaceFor(owner);
  await signIn(context, owner);
  await page.goto(paths.members({ workspace }));
  await page.getByLabel('Mail address').fill('risk-analyst@example.org');
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await expect(page.getByText('A mail with the link went to risk-analyst@example.org')).toBeVisible();

  const link = linkIn(await mailbox.next('risk-analyst@example.org'));
  const theirs = await (await anotherBrowser()).newPage();
  await theirs.goto(link);
  await expect(theirs.getByLabel('Mail address')).toHaveValue('risk-analyst@example.org');
});
