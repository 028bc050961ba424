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
