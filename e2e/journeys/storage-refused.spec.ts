import type { BrowserContext } from '@playwright/test';
import { expect, test } from '../fixtures/journey.ts';
import { openWriteAs, sectionOf, sharedProject } from '../fixtures/two-writers.ts';
import { worksheetPage } from '../fixtures/worksheet-page.ts';

test.use({ allowed: /ERR_INTERNET_DISCONNECTED/ });

const WARNING = 'This browser does not let Plumbline keep unsent edits. Keep this tab open until ‘Saved’ stands above.';

/** What browsers do when somebody has forbidden sites to keep data. */
async function refuseStorage(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  });
}

test('where nothing can be kept, edits are sent all the same, and the page asks to stay open', async ({ context }) => {
  await refuseStorage(context);
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  const sheet = worksheetPage(page);
  await expect(page.getByText(WARNING)).toBeVisible();
  await sheet.write('Objective', 'Sent at once.');
  await sheet.box('Objective').blur();
  await sheet.saved();
  expect(await sectionOf(shared)).toMatchObject({ objective: 'Sent at once.' });

  await context.setOffline(true);
  await sheet.write('Objective', 'Sent at once, and then the connection went.');
  await sheet.box('Objective').blur();
  await expect(
    page.getByText(
      '1 change is kept in this tab, which has to stay open, and will be sent when the connection is back.',
    ),
  ).toBeVisible();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();

  await context.setOffline(false);
  await sheet.saved();
  await expect
    .poll(() => sectionOf(shared))
    .toMatchObject({ objective: 'Sent at once, and then the connection went.' });
});

test('a disk that is full in the middle of the work loses no edit', async ({ context, plumbline }) => {
  const shared = await sharedProject();
  const page = await openWriteAs(context, shared.first, shared);
  const sheet = worksheetPage(page);
  // The browser asks how much room there is before it keeps the first edit, and remembers the answer for a while.
  const devTools = await context.newCDPSession(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  const quotaSize = usage + 40_000;
  await devTools.send('Storage.overrideQuotaForOrigin', { origin: plumbline.url, quotaSize });
  await context.setOffline(true);
  await sheet.write('Objective', 'Kept while there was room.');
  await sheet.box('Objective').blur();
  await expect(page.getByText('1 change is kept in this browser')).toBeVisible();

  await sheet.write('What hurts, and whom', 'Typed when there was none. '.repeat(1800));
  await sheet.box('What hurts, and whom').blur();
  await expect(page.getByText('2 changes are kept in this tab, which has to stay open')).toBeVisible();
  await expect(page.getByText(WARNING)).toBeVisible();

  await context.setOffline(false);
  await sheet.saved();
  await expect.poll(() => sectionOf(shared)).toMatchObject({ objective: 'Kept while there was room.' });
  expect((await sectionOf(shared))['problemStatement']).toMatch(/^Typed when there was none\./);
});
