// node e2e/readme-picture.ts
// Makes docs/worksheet.png, the picture in the README: the example in the demonstration, as it looks today, with a
// target below what the simple model reaches already.
import { chromium } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { startPlumbline } from '#test/plumbline-process.ts';
import { chromiumLaunch, unpackChromium } from './fixtures/chromium.ts';

const picture = new URL('../docs/worksheet.png', import.meta.url).pathname;
const page = { workspace: 'demo', project: 'card-not-present-fraud', section: 'metrics' };

unpackChromium();
const plumbline = await startPlumbline({ PLUMBLINE_DEMO: 'true' });
// Letters of a picture that is shown smaller must not be moved to whole pixels.
const browser = await chromium.launch(chromiumLaunch(['--font-render-hinting=none']));
try {
  const context = await browser.newContext({
    baseURL: plumbline.url,
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  const [, email = '', password = ''] = /(owner@\S+) +(\S+)/.exec(plumbline.said()) ?? [];
  await tab.goto(paths.signIn());
  await tab.getByLabel('Mail address').fill(email);
  await tab.getByLabel('Password').fill(password);
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click();
  await tab.waitForURL((url) => url.pathname !== paths.signIn());
  await tab.goto(paths.write(page));
  await tab.getByRole('heading', { name: 'Metrics' }).first().waitFor();
  const target = tab.locator('[id="metrics.items.pr-auc.targetValue.box"]');
  await target.fill('0.25');
  await target.press('Enter');
  // Enter goes on to the cell below; the panel follows the cursor.
  await tab.keyboard.press('ArrowUp');
  await tab.getByRole('complementary').getByText('0.25').first().waitFor();
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  await tab.screenshot({ path: picture });
} finally {
  await browser.close();
  await plumbline.stop();
}
