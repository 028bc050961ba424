import { randomUUID } from 'node:crypto';
import type { Json } from '#lib/domain/json.ts';
import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';

async function begin(by: Person, workspace: string, title: string, answers: Readonly<Record<string, Json>>) {
  const { slug: project } = await as(by).projects.create({ workspace, title });
  const ops = Object.entries(answers).map(([path, value]) => ({
    id: randomUUID(),
    kind: 'set' as const,
    path,
    base: '',
    value,
  }));
  const { outcomes } = await as(by).worksheets.applyOps({ workspace, project, ops });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(ops.map(() => 'applied'));
}

test('a lead sees where the projects stand, narrows the list and opens one', async ({ page, context }) => {
  const lead = await createPerson('Team lead');
  const workspace = await createWorkspaceFor(lead);
  await begin(lead, workspace, 'Card-not-present fraud', {
    'framing.taskType': 'regression',
    'framing.classes': [{ id: 'fraud', name: 'Fraud' }],
    'business.objectiveOwner': 'Head of payments',
  });
  await begin(lead, workspace, 'Basket size', {
    'business.objective': { unknown: { who: 'Dana', by: '2026-01-15' } },
    'serving.availabilitySlo': '99.9 %',
  });
  await signIn(context, lead);
  await page.goto(paths.workspace({ workspace }));
  const row = (title: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: title }) });

  await test.step('what was counted after the edits stands in the rows', async () => {
    await expect(async () => {
      await page.reload();
      await expect(row('Card-not-present fraud')).toContainText(/\d errors?/, { timeout: 500 });
    }).toPass();
    await expect(row('Card-not-present fraud')).toContainText('Head of payments');
    await expect(row('Basket size')).toContainText('15 Jan 2026, overdue');
    await expect(row('Basket size')).toContainText('answer to ‘Objective’');
    await expect(page.getByRole('rowheader', { name: 'Design', exact: true })).toBeVisible();
  });

  await test.step('narrowed and sorted, in an address that can be shared', async () => {
    await page.getByLabel('Only those').selectOption({ label: 'with errors' });
    await page.getByLabel('Sorted by').selectOption({ label: 'Name' });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL(/having=errors&sort=title/);
    await expect(row('Basket size')).toHaveCount(0);
    await expect(row('Card-not-present fraud')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Project' })).toHaveAttribute('aria-sort', 'ascending');
  });

  await test.step('nothing matches, and the way back', async () => {
    await page.getByLabel('Title holds').fill('nothing like it');
    await page.getByLabel('Title holds').press('Enter');
    await expect(page.getByText('No project with errors with ‘nothing like it’ in its title')).toBeVisible();
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect(row('Basket size')).toBeVisible();
  });

  await test.step('a row is a link', async () => {
    await row('Basket size').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Basket size' })).toBeVisible();
  });

  await test.step('on a narrow screen each project is two lines', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(paths.workspace({ workspace }));
    await expect(row('Basket size')).toContainText('Next due 15 Jan 2026');
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
});
