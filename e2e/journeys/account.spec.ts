import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// A refused sign-in and a token that no longer counts are answered with 401 and 403, which the browser notes.
test.use({ allowed: /status of 40[13]/ });

test('someone signs in, changes the password, and other browsers are out', async ({
  page,
  context,
  anotherBrowser,
}) => {
  const person = await createPerson('Fraud data scientist');
  await createWorkspaceFor(person);

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Mail address and password do not match an account here.')).toBeVisible();
  await expect(page.getByLabel('Mail address')).toHaveValue(person.email);

  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(paths.home());

  const elsewhere = await anotherBrowser();
  await signIn(elsewhere, person);
  const other = await elsewhere.newPage();
  await other.goto(paths.account());
  await expect(other.getByRole('heading', { name: 'Account' })).toBeVisible();

  await page.goto(paths.account());
  await page.getByLabel('Present password').fill(person.password);
  await page.getByLabel('New password').fill('a sentence that is easy to keep');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Changed. Your other browsers have to sign in again.')).toBeVisible();

  await other.reload();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible();

  await context.clearCookies();
  await page.goto(paths.signIn());
  await page.getByLabel('Mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('a sentence that is easy to keep');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(paths.home());
});

test('a session is ended from another browser', async ({ page, context, anotherBrowser }) => {
  const person = await createPerson('Reviewer of metrics');
  await createWorkspaceFor(person);
  await signIn(context, person);
  const elsewhere = await anotherBrowser();
  await signIn(elsewhere, person);
  const other = await elsewhere.newPage();
  await other.goto(paths.home());

  await page.goto(paths.account());
  const sessions = page.getByRole('table', { name: 'Sessions' });
  const rows = sessions.getByRole('row').filter({ hasText: 'Sign out' });
  await expect(rows).toHaveCount(2);
  await rows.filter({ hasNotText: 'this one' }).getByRole('button', { name: 'Sign out' }).click();
  await expect(rows).toHaveCount(1);

  await other.reload();
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a token reads, does not write, and is dead once revoked', async ({ page, context, request }) => {
  const person = await createPerson('Platform engineer');
  const workspace = await createWorkspaceFor(person);
  await signIn(context, person);

  await page.goto(paths.account());
  await page.getByLabel('Name of a new token').fill('Nightly checks');
  await page.getByRole('button', { name: 'Create token' }).click();
  await expect(page.getByText('Copy the token now.')).toBeVisible();
  const token = await page.locator('code', { hasText: /^plumb_[\w-]{20,}/ }).innerText();
  const headers = { authorization: `Bearer ${token}` };

  const read = await request.get(`/api/v1/workspaces/${workspace}/projects`, { headers });
  expect(read.status()).toBe(200);
  const write = await request.post(`/api/v1/workspaces/${workspace}/projects`, {
    headers,
    data: { title: 'By a token' },
  });
  expect(write.status()).toBe(403);

  await page.getByRole('button', { name: 'Revoke Nightly checks' }).click();
  await expect(page.getByText('No tokens yet.')).toBeVisible();
  const afterwards = await request.get(`/api/v1/workspaces/${workspace}/projects`, { headers });
  expect(afterwards.status()).toBe(401);
});

test('a viewer sees what may not be done, with the reason', async ({ page, context }) => {
  const owner = await createPerson('Team lead');
  const viewer = await createPerson('Product owner');
  const workspace = await createWorkspaceFor(owner);
  await addMember(workspace, viewer, 'viewer');
  await signIn(context, viewer);

  await page.goto(paths.workspace({ workspace }));
  const start = page.getByRole('button', { name: 'New project' });
  await expect(start).toBeVisible();
  await expect(start).toHaveAttribute('aria-disabled', 'true');
  await start.focus();
  await expect(page.getByRole('tooltip').filter({ visible: true })).not.toBeEmpty();

  const { slug: project } = await as(owner).projects.create({ workspace, title: 'Card-not-present fraud' });
  await page.goto(paths.write({ workspace, project, section: 'business' }));
  const objective = worksheetPage(page).box('Objective');
  await expect(objective).toHaveAttribute('readonly');
  await expect(
    page
      .getByText(/^Only .* can /)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});
