import { randomUUID } from 'node:crypto';
import type { Json } from '#lib/domain/json.ts';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { paths } from '#lib/paths.ts';
import { complete } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

interface Place {
  readonly workspace: string;
  readonly project: string;
}

async function set(by: Person, at: Place, path: string, before: Json | null, value: Json): Promise<number> {
  const op = { id: randomUUID(), kind: 'set', path, base: valueHash(before), value } as const;
  return (await as(by).worksheets.applyOps({ ...at, ops: [op] })).sequence;
}

test('two moments are compared and fields restored, by the keyboard', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud' });
  const at = { workspace, project };
  await set(person, at, 'business.problemStatement', null, 'Fraud costs the issuer money.');
  await set(person, at, 'business.objective', null, 'Lower the loss');
  // What is typed into one field in one go is one change, so that the moment to go back to is that of another field.
  const then = await set(person, at, 'business.whyNow', null, 'It grows.');
  await set(person, at, 'business.problemStatement', 'Fraud costs the issuer money.', 'Fraud costs the issuer €1.9 M.');
  await set(person, at, 'business.objective', 'Lower the loss', 'Halve the loss');
  await set(person, at, 'framing.taskType', null, 'binary');
  await signIn(context, person);
  const { keyboard } = page;

  await test.step('choosing the moments in the form', async () => {
    await page.goto(paths.history(at));
    await page.getByLabel('What changed since').selectOption(String(then));
    await page.getByLabel('What changed since').press('Tab');
    await keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Compare' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`from=${then}&to=draft`));
    await expect(page.getByText('3 changes between')).toBeVisible();
  });

  const rows = page.getByRole('main').getByRole('listitem');
  await test.step('the words are marked inside the text, under their sections', async () => {
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Business objective 2', 'ML framing 1']);
    const objective = rows.filter({ hasText: 'Objective' });
    await expect(objective.locator('del')).toContainText('Lower');
    await expect(objective.locator('ins')).toContainText('Halve');
    await expect(objective).toContainText('Fraud data scientist');
  });

  await test.step('restoring asks, writes new edits and can be undone', async () => {
    await page.getByRole('checkbox', { name: 'Restore Objective' }).focus();
    await keyboard.press('Space');
    await expect(page.getByText('1 field chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Restore these fields' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).press('Enter');
    await expect(rows).toHaveCount(2);
    const objective = async () => (await as(person).worksheets.get(at)).sections['business']?.value['objective'];
    expect(await objective()).toBe('Lower the loss');
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(rows).toHaveCount(3);
    expect(await objective()).toBe('Halve the loss');
  });

  await test.step('the panel tells what changed a field, and leads to its history', async () => {
    await page.goto(paths.write({ ...at, section: 'business' }));
    await complete(page);
    await worksheetPage(page).box('Objective').focus();
    const panel = page.getByRole('complementary', { name: 'About this field' });
    await expect(panel.getByRole('region', { name: 'Why this is asked' })).toBeVisible();
    await panel.getByText('Changes', { exact: true }).click();
    await expect(panel.getByText('Fraud data scientist', { exact: false }).first()).toBeVisible();
    await expect(panel.locator('ins').first()).toContainText('Halve the loss');
    await panel.getByRole('link', { name: 'History of this field' }).click();
    await expect(page.getByText('Only what changed ‘Business objective · Objective’.')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: /What hurts/ })).toHaveCount(0);
  });
});

test('on a narrow screen two moments are compared as well', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud' });
  const at = { workspace, project };
  await set(person, at, 'business.objective', null, 'Lower the loss');
  const then = await set(person, at, 'business.whyNow', null, 'It grows.');
  await set(person, at, 'business.objective', 'Lower the loss', 'Halve the loss');
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(context, person);
  await page.goto(paths.history(at));
  await page.getByLabel('What changed since').selectOption(String(then));
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('1 change between')).toBeVisible();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
});
