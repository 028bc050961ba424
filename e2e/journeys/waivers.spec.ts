import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addMember, as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

interface Shared {
  readonly workspace: string;
  readonly project: string;
  readonly first: Person;
  readonly second: Person;
}

/** A project in which accuracy is the measure, and nobody has said yet how rare the positives are. */
async function projectMeasuredByAccuracy(role: 'editor' | 'viewer'): Promise<Shared> {
  const first = await createPerson('Fraud data scientist');
  const second = await createPerson('Payments product manager');
  const workspace = await createWorkspaceFor(first);
  await addMember(workspace, second, role);
  const { slug: project } = await as(first).projects.create({ workspace, title: 'Card-not-present fraud' });
  const metric = { id: 'm1', name: 'Accuracy', kind: 'model', role: 'primary', formula: 'accuracy' };
  const ops = [
    { id: crypto.randomUUID(), kind: 'set', path: 'framing.taskType', base: '', value: 'binary' },
    { id: crypto.randomUUID(), kind: 'insert', path: 'metrics.items', after: null, value: metric },
  ] as const;
  await as(first).worksheets.applyOps({ workspace, project, ops: [...ops] });
  return { workspace, project, first, second };
}

async function openImbalance(context: BrowserContext, person: Person, shared: Shared): Promise<Page> {
  await signIn(context, person);
  const page = await context.newPage();
  await page.goto(paths.write({ ...shared, section: 'imbalance' }));
  await page.getByRole('button', { name: 'Whole worksheet' }).click();
  await expect(page.getByRole('heading', { name: /^Findings/ })).toBeVisible();
  return page;
}

const cardOf = (page: Page) => page.getByRole('article', { name: /always answering with the majority/ });

/** The panel in this state, as assistive technology meets it. */
async function expectAccessiblePanel(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('#panel').analyze();
  expect(
    violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

async function sayPrevalence(page: Page, share: string): Promise<void> {
  const sheet = worksheetPage(page);
  await sheet.write('Share of positives in production', share);
  await sheet.box('Share of positives in production').blur();
  await sheet.saved();
}

test('a contradiction is accepted until a date, and stands again when its value changes', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await projectMeasuredByAccuracy('viewer');
  const page = await openImbalance(context, shared.first, shared);
  const card = cardOf(page);
  await sayPrevalence(page, '0.2');
  await expect(card).toContainText('99.8');
  const accepted = page
    .getByRole('complementary')
    .getByRole('group')
    .filter({ hasText: /^Accepted 1/ });

  await test.step('it is accepted with a reason, until a date', async () => {
    await card.getByText('More', { exact: true }).click();
    const opener = card.getByRole('button', { name: 'Accept with reason…' });
    await opener.click();
    await expect(card.getByLabel('Reason')).toBeFocused();
    await card.getByRole('button', { name: 'Cancel' }).click();
    await expect(opener).toBeFocused();
    await opener.click();
    await card.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(card.getByRole('alert')).toContainText('Say why this is accepted.');
    await card.getByLabel('Reason').fill('The pilot only counts.');
    await card.getByLabel('Until').fill('2020-01-01');
    await card.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(card.getByRole('alert')).toContainText('This day is over.');
    await expectAccessiblePanel(page);
    await card.getByLabel('Until').fill('2999-06-01');
    await card.getByRole('button', { name: 'Accept', exact: true }).click();
    const words = 'Accepted by Fraud data scientist until 1 Jun 2999: ‘The pilot only counts.’';
    await expect(page.getByRole('complementary').getByText(words)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Findings 0' })).toBeVisible();
    await worksheetPage(page).box('Share of positives in production').focus();
    await accepted.getByText('Accepted 1').click();
    await expect(accepted).toContainText(words);
    await expectAccessiblePanel(page);
  });

  await test.step('the document and the history say so', async () => {
    await page.goto(paths.document(shared));
    const findings = page.getByRole('region', { name: 'Findings' });
    await expect(findings).toContainText('1 accepted finding');
    await expect(findings).toContainText('The pilot only counts. (Fraud data scientist, until 1 Jun 2999)');
    await page.goto(paths.history(shared));
    await expect(page.getByRole('listitem').filter({ hasText: 'accepted what is found (MET-01) about' })).toContainText(
      'The pilot only counts. (until 1 Jun 2999)',
    );
  });

  const reader = await test.step('a viewer reads it, and why they cannot change it', async () => {
    const theirs = await openImbalance(await anotherBrowser(), shared.second, shared);
    await theirs.getByText('Accepted 1').click();
    const withdraw = theirs.getByRole('button', { name: 'Withdraw' });
    await expect(withdraw).toBeDisabled();
    await expect(withdraw).toHaveAccessibleDescription(/viewer/);
    return theirs;
  });

  await test.step('the value changes, and the finding stands again and says why', async () => {
    await page.goto(paths.write({ ...shared, section: 'imbalance' }));
    await sayPrevalence(page, '0.1');
    await page.getByRole('button', { name: 'Whole worksheet' }).click();
    await expect(card).toContainText('99.9');
    await expect(card).toContainText('a value has changed since: ‘The pilot only counts.’');
    await expect(cardOf(reader)).toContainText('a value has changed since');
    await cardOf(reader).getByText('More', { exact: true }).click();
    const accept = cardOf(reader).getByRole('button', { name: 'Accept again with reason…' });
    await expect(accept).toBeDisabled();
    await expect(accept).toHaveAccessibleDescription(/viewer/);
  });

  await test.step('it is accepted again, and withdrawn', async () => {
    await card.getByText('More', { exact: true }).click();
    await card.getByRole('button', { name: 'Accept again with reason…' }).click();
    await expect(card.getByLabel('Reason')).toHaveValue('The pilot only counts.');
    await card.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Findings 0' })).toBeVisible();
    await expect(page.locator(':focus'), 'the cursor stays where the finding was').toHaveRole('article');
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toHaveText('Change…');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await expect(card).toBeVisible();
    await expect(card).not.toContainText('Accepted by');
  });
});

test('two accept the same finding: the second is told, and keeps what was typed', async ({
  context,
  anotherBrowser,
}) => {
  const shared = await projectMeasuredByAccuracy('editor');
  const mine = await openImbalance(context, shared.first, shared);
  await sayPrevalence(mine, '0.2');
  const theirs = await openImbalance(await anotherBrowser(), shared.second, shared);
  for (const page of [mine, theirs]) {
    await cardOf(page).getByText('More', { exact: true }).click();
    await cardOf(page).getByRole('button', { name: 'Accept with reason…' }).click();
  }
  await theirs.keyboard.type('Theirs, half ');
  await cardOf(mine).getByLabel('Reason').fill('Mine');
  await cardOf(mine).getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(mine.getByRole('complementary')).toContainText('Accepted by Fraud data scientist: ‘Mine’');

  await expect(theirs.getByText('It was accepted meanwhile.')).toBeVisible();
  await expect(theirs.getByRole('complementary')).toContainText('Accepted by Fraud data scientist: ‘Mine’');
  await theirs.keyboard.type('written');
  await expect(theirs.getByLabel('Reason')).toHaveValue('Theirs, half written');
  await theirs.getByRole('button', { name: 'Save', exact: true }).click();
  for (const page of [mine, theirs]) {
    await page.getByRole('heading', { name: 'Findings 0' }).waitFor();
    await expect(page.getByText(/^Accepted by Payments product manager: ‘Theirs, half written’$/)).toBeAttached();
  }
});
