import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { hydrated } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

const SHARE = 'Share of positives in production';

interface Place {
  readonly workspace: string;
  readonly project: string;
  readonly person: Person;
}

/** A project that is measured by accuracy, with as many positives as negatives: only a rare class makes that empty. */
async function evenProject(): Promise<Place> {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { slug: project } = await as(person).projects.create({ workspace, title: 'Card-not-present fraud' });
  const metric = { id: 'm1', name: 'Accuracy', kind: 'model', role: 'primary', formula: 'accuracy' };
  const fraud = { id: 'fraud', name: 'Fraud', isPositive: true, expectedShare: '50 %' };
  const set = { id: '', kind: 'set', base: '' } as const;
  const insert = { id: '', kind: 'insert', after: null } as const;
  const ops = [
    { ...set, path: 'framing.taskType', value: 'binary' },
    { ...set, path: 'imbalance.prevalenceProduction', value: '50 %' },
    { ...insert, path: 'metrics.items', value: metric },
    { ...insert, path: 'framing.classes', value: fraud },
  ];
  await as(person).worksheets.applyOps({
    workspace,
    project,
    ops: ops.map((op) => ({ ...op, id: crypto.randomUUID() })),
  });
  return { workspace, project, person };
}

async function openSection(context: BrowserContext, place: Place, section: string): Promise<Page> {
  await signIn(context, place.person);
  const page = await context.newPage();
  await page.goto(paths.write({ ...place, section }));
  await hydrated(page.locator('#main input').first());
  return page;
}

/** What is saved, and how far the log has come. */
async function saved({ person, ...place }: Place) {
  const { sections, sequence } = await as(person).worksheets.get(place);
  return { share: sections['imbalance']?.value['prevalenceProduction'], sequence };
}

const trialIn = (page: Page) => page.getByText('Trying – not saved.');
const sectionOf = (page: Page) => page.getByRole('region', { name: /^Trying .* – not saved$/ });

/** The field and the panel in this state, as assistive technology meets them. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(`[id="imbalance.prevalenceProduction"]`)
    .include('#panel')
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

test('a value is tried and left, tried and kept, and only then is anything saved', async ({ context }) => {
  const place = await evenProject();
  const page = await openSection(context, place, 'imbalance');
  const other = await openSection(context, place, 'imbalance');
  const sheet = worksheetPage(page);
  const [box, otherBox] = [sheet.box(SHARE), worksheetPage(other).box(SHARE)];
  const before = await saved(place);

  await test.step('it says what would come and what would change, and that nothing is saved', async () => {
    await box.press('Alt+Enter');
    await expect(trialIn(page)).toBeVisible();
    await expect(box).toBeFocused();
    await expect(box).toHaveAccessibleDescription(/Trying – not saved/);
    await box.fill('0.2');
    await expect(sheet.field(SHARE)).toContainText('1 in 500');
    await expect(sheet.field(SHARE)).toContainText('2 would come');
    await expect(sheet.field(SHARE)).toContainText(/Share of positives 50.%.*would be 0\.2.%/);
    await expect(sectionOf(page).getByRole('region', { name: 'Would come' })).toContainText('always answering with');
    await expect(page.getByRole('status').filter({ hasText: /^With 0\.2: 2 findings would come/ })).toBeAttached();
    await expectAccessible(page);
    expect(await saved(place)).toEqual(before);
    await expect(otherBox).toHaveValue('50 %');
  });

  await test.step('it is left, and all is as it was', async () => {
    await box.press('Escape');
    await expect(trialIn(page)).toBeHidden();
    await expect(box).toHaveValue('50 %');
    await expect(box).toBeFocused();
    await box.press('Control+z');
    await page.reload();
    await expect(box).toHaveValue('50 %');
    await expect(otherBox).toHaveValue('50 %');
    expect(await saved(place)).toEqual(before);
  });

  await test.step('it is tried without the keyboard, and kept', async () => {
    await hydrated(box);
    await sheet
      .field(SHARE)
      .getByRole('button', { name: /^Answer otherwise/ })
      .click();
    await page.getByRole('menuitem', { name: 'Try without saving' }).click();
    await expect(box).toBeFocused();
    await page.keyboard.type('0.2');
    await expect(sheet.field(SHARE)).toContainText('2 would come');
    await sheet.field(SHARE).getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(trialIn(page)).toBeHidden();
    await expect(box).toBeFocused();
    await sheet.saved();
    await expect(otherBox).toHaveValue('0.2 %');
    await expect(page.getByRole('article', { name: /always answering with/ })).toBeVisible();
    expect(await saved(place)).toEqual({ share: '0.2 %', sequence: before.sequence + 1 });
  });

  await test.step('it was one edit, which is undone as one', async () => {
    await box.press('Control+z');
    await expect(box).toHaveValue('50 %');
    await expect(otherBox).toHaveValue('50 %');
    await expect.poll(async () => (await saved(place)).share).toBe('50 %');
  });
});

test('a trial takes back what was typed, outlives its page, and is asked about before the tab goes', async ({
  context,
}) => {
  const place = await evenProject();
  const page = await openSection(context, place, 'imbalance');
  const sheet = worksheetPage(page);
  const box = sheet.box(SHARE);

  await test.step('typed first, then tried: what stood is saved again', async () => {
    await box.fill('0.2');
    await sheet.saved();
    await expect.poll(async () => (await saved(place)).share).toBe('0.2 %');
    await box.press('Alt+Enter');
    await expect(trialIn(page)).toBeVisible();
    await expect(box).toHaveValue('0.2');
    await expect.poll(async () => (await saved(place)).share).toBe('50 %');
  });

  await test.step('it is in sight on every page of the project, and still there after another page', async () => {
    await page.getByRole('link', { name: 'Export', exact: true }).click();
    await expect(page.getByText('Trying 0.2 – not saved.')).toBeVisible();
    await page.getByRole('link', { name: /Share of positives in production$/ }).click();
    await expect(box).toHaveValue('0.2');
    await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: 'Projects' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Risk models' })).toBeVisible();
    await page.goBack();
    await expect(trialIn(page)).toBeVisible();
    await expect(box).toHaveValue('0.2');
  });

  await test.step('a text that cannot be read is not kept', async () => {
    await box.fill('rare');
    await expect(sheet.field(SHARE)).toContainText('is not a percentage');
    await box.press('Enter');
    await expect(trialIn(page)).toBeVisible();
    const keep = sheet.field(SHARE).getByRole('button', { name: 'Keep', exact: true });
    await expect(keep).toBeDisabled();
    await expect(keep).toHaveAccessibleDescription(/is not a percentage/);
  });

  await test.step('the browser asks before the tab goes', async () => {
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      });
    });
    await page.reload();
    expect(await asked).toBe('beforeunload');
    await expect(box).toHaveValue('50 %');
    await expect(trialIn(page)).toBeHidden();
  });
});

test('a cell of a list, and the end of a finding, take trials too', async ({ context }) => {
  const place = await evenProject();
  const page = await openSection(context, place, 'framing');
  const sheet = worksheetPage(page);
  const classes = sheet.field('Classes');
  const cell = classes.getByLabel('Expected share', { exact: true });

  await test.step('from the line under the grid', async () => {
    await cell.focus();
    await classes.getByRole('button', { name: 'Try without saving' }).click();
    await expect(cell).toBeFocused();
    await expect(trialIn(page)).toBeVisible();
    await cell.fill('0.2');
    await expect(classes).toContainText('1 in 500');
    await expect(classes).toContainText(/Shares together 50.%.*would be 0\.2.%/);
    await page.keyboard.press('Escape');
    await expect(cell).toHaveValue('50 %');
    await expect(cell).toBeFocused();
  });

  await test.step('from the keyboard, and kept', async () => {
    await page.keyboard.press('Alt+Enter');
    await expect(trialIn(page)).toBeVisible();
    await expect(cell).toBeFocused();
    await cell.fill('30');
    await page.keyboard.press('Enter');
    await expect(trialIn(page)).toBeHidden();
    await expect(cell).toHaveValue('30 %');
    await page.keyboard.press('Control+z');
    await expect(cell).toHaveValue('50 %');
  });

  await test.step('in the card of a finding, where the sheet shows it as well', async () => {
    await sheet.openSection('Class imbalance and error costs');
    await sheet.write(SHARE, '0.2');
    await sheet.box(SHARE).blur();
    const card = page.getByRole('article', { name: /always answering with/ });
    const end = card.getByRole('textbox', { name: SHARE });
    await end.press('Alt+Enter');
    await expect(trialIn(page).first()).toBeVisible();
    await expect(end).toBeFocused();
    await end.fill('50');
    await expect(sheet.box(SHARE)).toHaveValue('50');
    await expect(sectionOf(page).getByRole('region', { name: 'Would go' })).toContainText('always answering with');
    await expect(sheet.field(SHARE)).toContainText('2 would go');
    await end.press('Enter');
    await expect(sheet.box(SHARE)).toHaveValue('50 %');
    await expect(page.getByText(/^Now agrees: /).first()).toBeVisible();
  });
});
