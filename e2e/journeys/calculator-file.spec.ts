import type { Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { expect, test } from '../fixtures/journey.ts';

const PAIRS = 150_000;
/** To read and compute that takes a second or two, and more where other tests run beside it. */
const A_WHILE = { timeout: 30_000 };

/** What a browser does when somebody drops a file on the page: rows of two annotators, made in the browser. */
async function dropLabels(page: Page, name: string, lastRow: string): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ pairs, name, lastRow }) => {
      const rows = ['item,annotator,label\n'];
      // Labels from 0 to 99 that two people give almost alike, so that there are thousands of different pairs.
      for (let item = 0; item < pairs; item += 1) {
        const one = (item * 7919) % 100;
        const other = Math.min(99, one + ((item * 104_729) % 61));
        rows.push(`item-${item},A,${one}\nitem-${item},B,${other}\n`);
      }
      const transfer = new DataTransfer();
      transfer.items.add(new File([...rows, lastRow], name, { type: 'text/csv' }));
      return transfer;
    },
    { pairs: PAIRS, name, lastRow },
  );
  const box = page.getByRole('main');
  for (const event of ['dragover', 'drop']) {
    await page.getByLabel('Columns of another name').dispatchEvent(event, { dataTransfer: dropped });
  }
  await expect(box.getByText(name)).toBeVisible();
}

test('a file of 300,000 rows is read in the browser, with progress, and can be stopped', async ({ page }) => {
  await page.goto(paths.calculator({ calculator: 'label-agreement' }));
  const main = page.getByRole('main');
  const result = page.getByRole('region', { name: 'Result' });
  await expect(result).toContainText('12 items have 41 labels');

  await test.step('it takes long with so many resamples, and says how far it is', async () => {
    await page.getByText('More inputs').click();
    await page.getByLabel('Resamples of the bootstrap').fill('10,000');
    await page.getByLabel('Scale').selectOption('numbers with equal steps');
    await expect(result).toContainText('12 items have 41 labels');
    await dropLabels(page, 'labels.csv', '');
    const calculation = page.getByRole('region', { name: 'Calculation' });
    await expect(calculation.getByText(/^(Reading rows|Resampling): [\d,]+ of (about )?[\d,]+$/)).toBeVisible();
    await expect(calculation.getByRole('progressbar')).toBeVisible();
    // What was computed of other rows is not shown as if it were of these.
    await expect(result).toBeHidden();
  });

  await test.step('the page goes on meanwhile', async () => {
    const columns = page.getByLabel('Columns of another name');
    await columns.fill('item=item');
    await expect(columns).toHaveValue('item=item');
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  });

  await test.step('stopped is stopped, and what was given is kept', async () => {
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(main.getByText('Stopped before there was a result.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Run again' })).toBeFocused();
    await expect(main.getByText('labels.csv')).toBeVisible();
    await expect(page.getByLabel('Resamples of the bootstrap')).toHaveValue('10,000');
    await expect(result).toBeHidden();
  });

  await test.step('it runs again, to the result', async () => {
    await page.getByRole('button', { name: 'Run again' }).click();
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
    // What is wanted has changed: nobody waits for ten thousand.
    await page.getByLabel('Resamples of the bootstrap').fill('100');
    await expect(result).toContainText('150,000 items have 300,000 labels by 2 annotators', A_WHILE);
    await expect(result).toBeVisible();
    await expect(main.getByText('300,000 rows were read')).toBeVisible();
    await expect(main.getByText('A link cannot carry the rows of a file.')).toBeVisible();
  });

  await test.step('a bad row names its place, and nothing is computed of the others', async () => {
    await dropLabels(page, 'broken.csv', 'item-0,,7\n');
    await expect(main.getByText('Row 300002, column ‘annotator’ is empty.').first()).toBeVisible(A_WHILE);
    await expect(result).toHaveCount(0);
  });

  await test.step('without the file the rows in the box count again', async () => {
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByLabel('Labels, one a row')).toBeFocused();
    await expect(result).toContainText('12 items have 41 labels');
  });
});

test('more rows than the box can hold are taken like a file', async ({ page }) => {
  await page.goto(paths.calculator({ calculator: 'percentiles' }));
  const box = page.getByLabel('Values, one a row');
  await box.focus();
  await box.evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', `value\n${'12.5\n25\n'.repeat(140_000)}`);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const main = page.getByRole('main');
  await expect(main.getByText('Pasted rows')).toBeVisible();
  await expect(main.getByText('280,000 rows were read')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('280,000 values');
});
