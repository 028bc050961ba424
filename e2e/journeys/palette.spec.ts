import { AxeBuilder } from '@axe-core/playwright';
import { paths } from '#lib/paths.ts';
import { hydrated } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

async function filledProject(person: Person) {
  const workspace = await createWorkspaceFor(person);
  const { text } = await as(person).examples.get({ id: 'card-fraud' });
  const file = { text, kind: 'yaml' } as const;
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud', file });
  await as(person).projects.create({ workspace, title: 'Basket size' });
  return { workspace, project };
}

test('everything is reached from the palette, with the keyboard alone', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const at = await filledProject(person);
  await signIn(context, person);
  await page.goto(paths.write({ ...at, section: 'business' }));
  const { keyboard } = page;
  const box = page.getByRole('combobox', { name: 'Search, go to or do' });
  const option = (name: string | RegExp) => page.getByRole('option', { name });

  await test.step('a field by its label, from inside a text box', async () => {
    await worksheetPage(page).box('Objective').focus();
    // Whoever is faster than the page presses again.
    await expect(async () => {
      await keyboard.press('Control+k');
      await expect(box).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await keyboard.type('when we stop');
    await expect(option(/When we stop/).first()).toHaveAttribute('aria-selected', 'true');
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(worksheetPage(page).box('When we stop')).toBeFocused();
  });

  await test.step('Esc gives the focus back', async () => {
    await keyboard.press('Control+k');
    await expect(box).toBeFocused();
    await keyboard.press('Escape');
    await expect(worksheetPage(page).box('When we stop')).toBeFocused();
  });

  await test.step('a section, and the other mode', async () => {
    await keyboard.press('Control+k');
    await keyboard.type('metrics section');
    await expect(option(/Metrics/).first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Metrics' })).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('read here');
    await expect(option(/^Read here/)).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
  });

  await test.step('arrows move through the list, and wrap', async () => {
    // The last of the list is the last once the server has said what it finds.
    const found = page.waitForResponse(/\/api\/rpc\/projects\/list/);
    await keyboard.press('Control+k');
    await found;
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('ArrowUp');
    await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
    expect(await box.getAttribute('aria-activedescendant')).toBe(
      await page.getByRole('option').nth(1).getAttribute('id'),
    );
  });

  await test.step('another project by its title, and answers by their words', async () => {
    await box.fill('chargeback');
    await expect(page.getByRole('group', { name: 'In worksheets' }).getByRole('option').first()).toContainText(
      /chargeback/i,
    );
    await box.fill('basket');
    await expect(option('Basket size')).toBeVisible();
    await box.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Basket size' })).toBeVisible();
  });

  await test.step('what is not there is said so', async () => {
    await keyboard.press('Control+k');
    await box.fill('§');
    await expect(page.getByText('Nothing for ‘§’.')).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('a new project', async () => {
    await keyboard.press('Control+k');
    // Nobody waits for the palette before they type.
    await keyboard.type('new pro');
    await expect(option('New project')).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(page.getByLabel('Name of the project')).toBeVisible();
  });
});

test('on a narrow screen the icon opens it', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const at = await filledProject(person);
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(context, person);
  await page.goto(paths.document(at));
  const icon = page.getByRole('link', { name: 'Search or go to' });
  await hydrated(icon);
  await icon.click();
  await page.getByRole('combobox', { name: 'Search, go to or do' }).fill('what hurts');
  const found = page.getByRole('option', { name: /What hurts/ }).first();
  await expect(found).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
  await found.click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[data-field="business.problemStatement"]').first()).toBeInViewport();
});
