// npm run screenshots [-- name …]: a picture of every page, wide and narrow, light and dark, in .cache/screenshots.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { closeDatabase } from '#lib/server/db.ts';
import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';
import { chromiumLaunch, unpackChromium } from './fixtures/chromium.ts';
import { useWorkspace } from './fixtures/every-page.ts';
import { signIn } from './fixtures/people.ts';
import { startWorkerServer } from './fixtures/worker-server.ts';

const FOLDER = '.cache/screenshots';
const WIDTHS = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const SCHEMES = ['light', 'dark'] as const;

const wanted = process.argv.slice(2);
unpackChromium();
mkdirSync(FOLDER, { recursive: true });
const postgres = await startTemporaryPostgres();
const server = await startWorkerServer(
  'plumbline_screenshots',
  { administratorUrl: postgres.administratorUrl('postgres'), applicationUrl: postgres.databaseUrl('postgres') },
  {},
);
const browser = await chromium.launch(chromiumLaunch());
try {
  const { owner, pages } = await useWorkspace();
  const shown = pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const settings = { baseURL: server.url, locale: 'en-GB', viewport, colorScheme, hasTouch: width === 'narrow' };
      const member = await browser.newContext(settings);
      const anybody = await browser.newContext(settings);
      await signIn(member, owner);
      for (const { name, path, reader } of shown) {
        const page = await (reader === 'member' ? member : anybody).newPage();
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.screenshot({ path: `${FOLDER}/${name}-${width}-${colorScheme}.png`, fullPage: true });
        await page.close();
      }
      await member.close();
      await anybody.close();
    }
  }
  console.log(`${shown.length * 4} pictures in ${FOLDER}`);
} finally {
  await browser.close();
  await closeDatabase();
  await server.stop();
  await postgres.stop();
}
