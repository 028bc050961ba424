import type { Locator, Page } from '@playwright/test';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { paths } from '#lib/paths.ts';
import { hydrated } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { as, createPerson, createWorkspaceFor, signIn, type Person } from '../fixtures/people.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

/** The example of card fraud, as somebody has filled it. */
async function filledProject(person: Person): Promise<{ workspace: string; project: string }> {
  const workspace = await createWorkspaceFor(person);
  const everything = as(person);
  const { slug: project } = await everything.projects.create({ workspace, title: 'Card-not-present fraud' });
  const { text } = await everything.examples.get({ id: 'card-fraud' });
  await everything.worksheets.importFile({ workspace, project, kind: 'yaml', text });
  return { workspace, project };
}

/** What the lists of a page cut off, and which words of their headings are broken. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isSeen = (element: HTMLElement) =>
      element.offsetParent !== null &&
      getComputedStyle(element).opacity !== '0' &&
      element.closest('svg, .sr-only, [popover]') === null;
    const cut = [...document.querySelectorAll<HTMLElement>('[role="gridcell"] *, [role="columnheader"]')]
      .filter((element) => isSeen(element) && element.clientWidth > 0)
      .filter((element) => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1)
      .map((element) => `${element.closest('[data-field]')?.id ?? 'heading'}: ${element.textContent}`);
    const broken = [...document.querySelectorAll<HTMLElement>('[role="columnheader"]')]
      .filter(isSeen)
      .flatMap((head) => {
        const text = head.firstChild;
        if (!(text instanceof Text)) return [];
        return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return range.getClientRects().length > 1 ? [`broken: ${word}`] : [];
        });
      });
    return [...cut, ...broken];
  });
}

const grid = (page: Page, list: string): Locator => worksheetPage(page).field(list).getByRole('grid');
const row = (page: Page, list: string, at: number): Locator =>
  grid(page, list).getByRole('rowgroup').nth(1).getByRole('row').nth(at);

/** What names the rows of a list, in their order. */
async function names(page: Page, list: string, label: string): Promise<readonly string[]> {
  const boxes = grid(page, list).getByRole('textbox', { name: label, exact: true });
  return boxes.evaluateAll((found) => found.map((box) => ('value' in box ? String(box.value) : '')));
}

/** Takes a row by its handle to above or below another, and holds it there. */
async function drag(page: Page, from: Locator, { above, below }: { above?: Locator; below?: Locator }): Promise<void> {
  await from.hover();
  const handle = await from.locator('[data-handle]').boundingBox();
  const target = await (above ?? below)?.boundingBox();
  if (!handle || !target) throw new Error('There is nothing to drag, or nowhere to go');
  const x = handle.x + handle.width / 2;
  await page.mouse.move(x, handle.y + handle.height / 2);
  await page.mouse.down();
  await expect(from).toHaveAttribute('data-dragged');
  await page.mouse.move(x, above === undefined ? target.y + target.height - 4 : target.y + 4, { steps: 5 });
}

/** Half of the sections each, so that neither takes long. */
for (const half of [0, 1]) {
  test(`all words of all lists can be read, turn ${half + 1}`, async ({ page, context }) => {
    const person = await createPerson('Fraud data scientist');
    const address = await filledProject(person);
    await signIn(context, person);
    let cells = 0;
    for (const { key: section } of sections.filter((_, index) => index % 2 === half)) {
      await page.goto(paths.write({ ...address, section }));
      await page.evaluate(() => {
        for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
      });
      for (const width of [1440, 1200, 1024, 768]) {
        await page.setViewportSize({ width, height: 900 });
        cells += await page.getByRole('gridcell').filter({ visible: true }).count();
        expect.soft(await cutOff(page), `${section}, ${width} wide`).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(wider, `${section}, ${width} wide, scrolls sideways`).toBe(0);
      }
    }
    expect(cells).toBeGreaterThan(500);
  });
}

test('rows are put in order with the mouse, the keyboard and the menu', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  await signIn(context, person);
  await page.goto(paths.write({ ...(await filledProject(person)), section: 'framing' }));
  const list = 'Baselines';
  const order = () => names(page, list, 'Baseline');
  await hydrated(row(page, list, 0).getByRole('gridcell').first());
  const [first = '', second = '', third = ''] = await order();
  // Off the edges of the window, where the page would scroll along.
  await row(page, list, 1).evaluate((element) => element.scrollIntoView({ block: 'center' }));

  await test.step('dragged by its handle, and taken back as one edit', async () => {
    await drag(page, row(page, list, 2), { above: row(page, list, 0) });
    await page.mouse.up();
    await expect.poll(order).toEqual([third, first, second]);
    await expect(page.getByText(`${third} is now 1 of 3.`)).toBeAttached();
    await page.keyboard.press('Control+z');
    await expect.poll(order).toEqual([first, second, third]);
  });

  await test.step('let be with Esc', async () => {
    await drag(page, row(page, list, 0), { below: row(page, list, 2) });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(row(page, list, 0)).not.toHaveAttribute('data-dragged');
    expect(await order()).toEqual([first, second, third]);
  });

  await test.step('with Alt and an arrow, the cursor going along', async () => {
    const cell = row(page, list, 0).getByRole('gridcell').nth(1);
    await cell.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(order).toEqual([second, first, third]);
    await expect(row(page, list, 1).getByRole('gridcell').nth(1)).toBeFocused();
    await expect(page.getByText(`${first} is now 2 of 3.`)).toBeAttached();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(order).toEqual([first, second, third]);
    await page.keyboard.press('Alt+ArrowUp');
    expect(await order()).toEqual([first, second, third]);
  });

  await test.step('from the menu, which one list has for all its rows', async () => {
    await page.getByRole('button', { name: `Actions for ${third}` }).click();
    await page.getByRole('menuitem', { name: 'Move to top' }).click();
    await expect.poll(order).toEqual([third, first, second]);
    await page.getByRole('button', { name: `Actions for ${third}` }).click();
    await expect(page.getByRole('menuitem', { name: 'Move up' })).toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: `Actions for ${third}` })).toBeFocused();
  });
});

test('a reference is found by a part of a name', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  await signIn(context, person);
  const address = await filledProject(person);
  await page.goto(paths.write({ ...address, section: 'dataflow' }), { waitUntil: 'networkidle' });
  const list = 'Connections';
  const from = row(page, list, 0).getByRole('combobox', { name: 'From' });
  const search = page.getByRole('combobox', { name: 'Find a component' });
  const found = page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
  await hydrated(from);
  const cell = row(page, list, 0).getByRole('gridcell').nth(1);
  // Its code comes once the page has nothing else to do; until then the browser's own list stands in.
  await expect(async () => {
    await cell.focus();
    await page.keyboard.press('Enter');
    await expect(search).toBeFocused({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press('Escape');

  await test.step('with the mouse', async () => {
    await from.click();
    await expect(search).toBeFocused();
    await expect(found.nth(0)).toBeVisible();
    await search.fill('lake');
    await expect(found.first()).toHaveText('Data lake');
    await found.first().click();
    await expect(from.locator('option:checked')).toHaveText('Data lake');
    await expect(search).toBeHidden();
  });

  await test.step('with the keyboard, by typing into the cell', async () => {
    await expect(cell).toBeFocused();
    await page.keyboard.type('payment');
    await expect(search).toHaveValue('payment');
    await page.keyboard.press('ArrowDown');
    await expect(found.nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(from.locator('option:checked')).toHaveText('Payment service');
    await page.keyboard.press('Enter');
    await expect(search).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(search).toBeHidden();
    await expect(from).toBeFocused();
    await expect(from.locator('option:checked')).toHaveText('Payment service');
  });

  await test.step('what is not there is added', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.type('Fraud ranker');
    await expect(found.last()).toHaveText('New component: ‘Fraud ranker’');
    await page.keyboard.press('Enter');
    await expect(from.locator('option:checked')).toHaveText('Fraud ranker');
    expect((await names(page, 'Components', 'Component')).at(-1)).toBe('Fraud ranker');
    await worksheetPage(page).saved();
  });
});

test('a hundred rows are pasted, and a deleted one comes back', async ({ page, context }) => {
  const person = await createPerson('Fraud data scientist');
  await signIn(context, person);
  const address = await filledProject(person);
  await page.goto(paths.write({ ...address, section: 'dataflow' }), { waitUntil: 'networkidle' });
  const list = 'Components';
  await hydrated(row(page, list, 0).getByRole('gridcell').first());

  await test.step('pasted', async () => {
    const text = Array.from({ length: 100 }, (_, index) => `Replica ${index + 1}\tService\tData platform`).join('\n');
    await row(page, list, 0).getByRole('gridcell').first().focus();
    await page.evaluate((rows) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', rows);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
    await expect(page.getByRole('region', { name: 'Pasted rows' })).toContainText('100 rows were pasted');
    await page.getByRole('button', { name: 'Add 100 rows' }).click();
    await expect(grid(page, list).getByRole('row')).toHaveCount(113);
    await expect(page.getByRole('button', { name: 'Actions for Replica 100' })).toBeVisible();
  });

  await test.step('one that nothing refers to goes at once, and comes back', async () => {
    await page.getByRole('button', { name: 'Actions for Replica 50' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(grid(page, list).getByRole('row')).toHaveCount(112);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(grid(page, list).getByRole('row')).toHaveCount(113);
    expect((await names(page, list, 'Component')).indexOf('Replica 50')).toBe(61);
  });

  await test.step('before one goes that others refer to, they are named', async () => {
    await page.getByRole('button', { name: 'Actions for Scoring service' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog')).toContainText('These fields refer to it');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(grid(page, list).getByRole('row')).toHaveCount(113);
  });
});
