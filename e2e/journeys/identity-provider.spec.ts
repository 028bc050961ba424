import type { Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';

test.use({ surroundings: ['identity provider'] });

/** Goes to the provider's own page, says there who one is, and comes back. */
async function signInAtProvider(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Staff sign-on' }).click();
  await page.getByLabel('Login').fill(login);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('someone with an account links it once, and signs in at the provider from then on', async ({
  page,
  context,
  identityProvider,
}) => {
  const person = await createPerson('Data engineer');
  await createWorkspaceFor(person);
  identityProvider.describe('data-engineer', { email: person.email, email_verified: true, name: person.name });
  await page.goto(paths.signIn());
  await signInAtProvider(page, 'data-engineer');
  await expect(page.getByText('link the two under Account')).toBeVisible();

  await context.clearCookies();
  await signIn(context, person);
  await page.goto(paths.account());
  await signInAtProvider(page, 'data-engineer');
  await expect(page).toHaveURL(paths.account());
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(person.name);
  await expect(page.getByRole('button', { name: 'Continue with Staff sign-on' })).toBeHidden();

  await context.clearCookies();
  await page.goto(paths.signIn());
  await signInAtProvider(page, 'data-engineer');
  await expect(page).toHaveURL(paths.home());
});

test('an address that nobody has verified links to no account', async ({ page, identityProvider }) => {
  const person = await createPerson('Data engineer');
  await createWorkspaceFor(person);
  identityProvider.describe('pretender', { email: person.email, email_verified: false, name: 'Someone else' });
  await page.goto(paths.signIn());
  await signInAtProvider(page, 'pretender');
  await expect(page).toHaveURL(/\/sign-in\?.*error=/);
  await page.goto(paths.home());
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a stranger comes in by invitation only', async ({ page, identityProvider }) => {
  const owner = await createPerson('Team lead');
  const workspace = await createWorkspaceFor(owner);
  identityProvider.describe('newcomer', { email: 'newcomer@example.org', email_verified: true, name: 'Site engineer' });
  await page.goto(paths.signIn());
  await signInAtProvider(page, 'newcomer');
  await expect(page).toHaveURL(/\/sign-in\?.*error=/);

  await as(owner).invitations.create({ workspace, role: 'reviewer', email: 'newcomer@example.org' });
  await page.context().clearCookies();
  await page.goto(paths.signIn());
  await signInAtProvider(page, 'newcomer');
  await expect(page).toHaveURL(paths.home());
});
