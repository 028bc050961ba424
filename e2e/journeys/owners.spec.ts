import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

// A browser notes in its console each request that was refused because somebody else was faster.
test.use({ allowed: /status of 409/ });

interface Shared {
  readonly workspace: string;
  readonly project: string;
  readonly sam: Person;
  readonly dana: Person;
}

/** A project of two people who write in it. */
async function sharedProject(): Promise<Shared> {
  const [sam, dana] = [await createPerson('Sam Okafor'), await createPerson('Dana Ruiz')];
  const workspace = await createWorkspaceFor(sam);
  await addMember(workspace, dana, 'editor');
  const { slug } = await as(sam).projects.create({ workspace, title: 'Card-not-present fraud' });
  return { workspace, project: slug, sam, dana };
}

async function open(context: BrowserContext, person: Person, path: string): Promise<Page> {
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // What few need comes late.
  await page.waitForLoadState('networkidle');
  return page;
}

async function expectAccessible(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

test('a section is given to a colleague, who sees it at once; it is taken back, and given again', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const mine = await open(context, shared.sam, paths.write({ ...shared, section: 'labels' }));
  const theirs = await open(await anotherBrowser(), shared.dana, paths.projectSettings({ ...shared, part: 'owners' }));
  const line = mine.getByRole('main').getByRole('button', { name: /Labels and reliability/ });
  const row = theirs.getByRole('row', { name: /Labels and reliability/ });

  await test.step('by name, with the keyboard', async () => {
    await expect(line).toHaveText(/^No owner yet – choose/);
    await line.press('Enter');
    const box = mine.getByRole('combobox', { name: 'Owner of Labels and reliability' });
    await expect(box).toBeFocused();
    await mine.keyboard.type('dana');
    await expect(mine.getByRole('option', { name: /Dana Ruiz/ })).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(mine, 'main');
    await mine.keyboard.press('Enter');
    await expect(line).toHaveText(/^Owner: Dana Ruiz/);
    await expect(line).toBeFocused();
    await expect(mine.getByRole('navigation', { name: 'Sections' }).getByTitle('Owner: Dana Ruiz')).toBeVisible();
    await expect(row.getByRole('button')).toHaveText(/^Dana Ruiz/);
  });

  await test.step('taken back by its note', async () => {
    await expect(mine.getByText('Dana Ruiz owns ‘Labels and reliability’.')).toBeVisible();
    await mine.getByRole('button', { name: 'Undo' }).click();
    await expect(line).toHaveText(/^No owner yet/);
    await expect(row).toContainText('No owner yet');
  });

  await test.step('whoever is slower is told whose it is, and chooses again', async () => {
    await row.getByRole('button').click();
    await theirs.getByRole('combobox', { name: 'Owner of Labels and reliability' }).fill('dana');
    const dana = theirs.getByRole('option', { name: /Dana Ruiz dana-ruiz/ });
    await expect(dana).toBeVisible();
    const { setOwner } = as(shared.sam).projects;
    await theirs.route('**/api/rpc/projects/setOwner', async (route) => {
      await setOwner({ ...shared, section: 'labels', person: shared.sam.id, was: null });
      await route.continue();
    });
    await dana.click();
    await expect(row).toContainText('Sam Okafor owns ‘Labels and reliability’ now');
    await expect(line).toHaveText(/^Owner: Sam Okafor/);
    await theirs.unroute('**/api/rpc/projects/setOwner');
    await row.getByRole('button', { name: 'Cancel' }).click();
    await expect(row.getByRole('button')).toHaveText(/^Sam Okafor/);
  });
});

test('a question goes to a colleague with its link, is answered there, and closes for whoever asked', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const mine = await open(context, shared.sam, paths.write({ ...shared, section: 'business' }));
  const sheet = worksheetPage(mine);
  const question = sheet.field('Objective');
  const dialog = mine.getByRole('form', { name: 'Ask someone: Objective' });
  const panel = mine.getByRole('complementary', { name: 'About this field' });

  const link = await test.step('asked from the menu at the label, with the keyboard', async () => {
    await sheet.box('Objective').focus();
    await mine.keyboard.press('Escape');
    await mine.keyboard.press('.');
    await expect(mine.locator('[role^=menuitem]:focus')).toBeVisible();
    await mine.keyboard.type('ask');
    await mine.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: 'Ask' })).toBeFocused();
    await mine.keyboard.type('dana');
    await expect(mine.getByRole('option', { name: /Dana Ruiz/ })).toBeVisible();
    await mine.keyboard.press('Escape');
    await expect(mine.getByRole('option', { name: /Dana Ruiz/ })).toBeHidden();
    await mine.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(mine.locator(':focus')).toHaveAccessibleName('Answer otherwise: Objective');
    await mine.keyboard.press('Enter');
    await mine.getByRole('menuitem', { name: 'Ask someone…' }).click();
    await dialog.getByRole('button', { name: 'Ask' }).click();
    await expect(dialog).toContainText('Say who is asked.');
    await dialog.getByRole('combobox', { name: 'Ask' }).fill('nobody');
    await expect(mine.getByText('Nobody here is called ‘nobody’.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Ask' }).fill('ruiz');
    await mine.getByRole('option', { name: /Dana Ruiz/ }).click();
    await dialog.getByLabel('Answer by').fill('2999-12-12');
    await dialog.getByLabel('A sentence to them').fill('You were there when it was decided.');
    await expectAccessible(mine, 'form[aria-label^="Ask someone"]');
    await dialog.getByRole('button', { name: 'Ask' }).click();
    await expect(question).toContainText('Dana Ruiz is asked');
    await expect(question.getByLabel('Who finds out')).toHaveValue('Dana Ruiz');
    await expect(question.getByLabel('by', { exact: true })).toHaveValue('2999-12-12');
    await expectAccessible(mine, '[id="business.objective"]');
    await question.getByRole('button', { name: 'Done' }).click();
    return paths.question({ ...shared, field: 'business.objective' });
  });

  await test.step('it stands in the list of open questions, which can be narrowed to one’s own', async () => {
    await mine.getByRole('button', { name: '1 open question' }).click();
    const list = panel.getByRole('region', { name: 'Open questions 1' });
    await expect(list).toContainText('Dana Ruiz, by 12 Dec 2999');
    await expect(list.getByRole('button', { name: /^Mine/ })).toBeHidden();
    await mine.goto(paths.document({ ...shared, panel: 'open' }));
    await expect(list.getByRole('heading')).toBeInViewport();
  });

  const theirs = await test.step('the colleague finds it at home, and opens it alone', async () => {
    const page = await open(await anotherBrowser(), shared.dana, paths.home());
    const waiting = page.getByRole('link', { name: /Objective in Card-not-present fraud/ });
    await expect(waiting).toContainText('Sam Okafor asks, by 12 Dec 2999');
    await expect(waiting).toHaveAttribute('href', link);
    await waiting.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Objective' })).toBeVisible();
    await expect(page.getByText('Sam Okafor asks you, by 12 Dec 2999')).toBeVisible();
    await expect(page.getByText('You were there when it was decided.')).toBeVisible();
    await expectAccessible(page, 'main');
    return page;
  });

  await test.step('what is emptied again leaves the question open; an answer closes it, live', async () => {
    const list = panel.getByRole('region', { name: /^Open questions/ });
    const answer = theirs.getByRole('button', { name: 'Answer ‘Objective’' });
    const box = worksheetPage(theirs).box('Objective');
    await expect(answer).toHaveAccessibleDescription(/Write the answer first/);
    await box.fill('Bri');
    await box.fill('');
    await box.blur();
    await worksheetPage(theirs).saved();
    await expect(list.getByRole('heading')).toHaveText('Open questions 1');
    await box.fill('Bring the loss below €1.2 M.');
    await answer.click();
    await expect(theirs.getByText('Answered. Sam Okafor sees it in the worksheet.')).toBeFocused();
    await expect(list.getByRole('heading')).toHaveText('Open questions 0');
    await expect(mine.getByRole('main')).toContainText('Bring the loss below €1.2 M.');
  });

  await test.step('nothing waits any more, and the history tells it all', async () => {
    await theirs.getByRole('link', { name: 'What else waits for you' }).click();
    await theirs.waitForURL(`**${paths.home()}`);
    await expect(async () => {
      await theirs.reload();
      await expect(theirs.getByText('Nothing waits for you.')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await mine.goto(paths.history(shared));
    await expect(mine.getByRole('listitem').filter({ hasText: 'asked Dana Ruiz about' })).toContainText(
      'by 12 Dec 2999: ‘You were there when it was decided.’',
    );
  });
});

test('who owns a section finds out what is not known in it; whoever may only read is told why', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await sharedProject();
  const viewer = await createPerson('Priya Nair');
  await addMember(shared.workspace, viewer, 'viewer');
  await as(shared.sam).projects.setOwner({ ...shared, section: 'business', person: shared.dana.id, was: null });
  const page = await open(context, shared.sam, paths.write({ ...shared, section: 'business' }));
  const field = worksheetPage(page).field('Objective');
  await field.getByRole('button', { name: 'Answer otherwise: Objective' }).click();
  await page.getByRole('menuitem', { name: 'Not known yet' }).click();
  await expect(field.getByLabel('Who finds out')).toHaveValue('Dana Ruiz');
  await worksheetPage(page).saved();

  const reader = await open(await anotherBrowser(), viewer, paths.question({ ...shared, field: 'business.objective' }));
  await expect(reader.getByText('Dana Ruiz finds out')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Answer ‘Objective’' })).toHaveAccessibleDescription(
    /You are a viewer/,
  );
  await reader.goto(paths.write({ ...shared, section: 'business' }));
  await expect(reader.getByRole('main').getByText('Owner: Dana Ruiz')).toBeVisible();
  await expect(reader.getByRole('main').getByRole('button', { name: /Owner/ })).toBeHidden();

  await as(shared.sam).members.remove({ workspace: shared.workspace, member: shared.dana.id });
  await page.reload();
  await expect(page.getByRole('main').getByText('Owner: was Dana Ruiz, no longer a member – choose')).toBeVisible();
});

test('a question about what was deleted says so, and an address to no question is not found', async ({ context }) => {
  const shared = await sharedProject();
  const page = await open(context, shared.sam, paths.question({ ...shared, field: 'metrics.items.m9.targetValue' }));
  await expect(page.getByText('Somebody has deleted what this question is about.')).toBeVisible();
  const answer = await page.request.get(paths.question({ ...shared, field: 'metrics.nothing' }));
  expect(answer.status()).toBe(404);
});
