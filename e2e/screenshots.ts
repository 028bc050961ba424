// npm run screenshots [-- name …]: a picture of every page, wide and narrow, light and dark, in .cache/screenshots.
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { closeDatabase } from '#lib/server/db.ts';
import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';
import { chromiumLaunch, unpackChromium } from './fixtures/chromium.ts';
import { useWorkspace } from './fixtures/every-page.ts';
import { signIn } from './fixtures/people.ts';
import { startWorkerServer } from './fixtures/worker-server.ts';

const FOLDER = '.cache/screenshots';
const WIDTHS = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const SCHEMES = ['light', 'dark'] as const;
/** A whole document is higher than a browser can draw at once, and than an eye can judge. */
const PART_PX = 3000;

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
let taken = 0;
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
        taken += await takePictures(page, `${name}-${width}-${colorScheme}`);
        await page.close();
      }
      await member.close();
      await anybody.close();
    }
  }
  console.log(`${taken} pictures in ${FOLDER}`);
} finally {
  await browser.close();
  await closeDatabase();
  await server.stop();
  await postgres.stop();
}

/** One picture, or several that follow each other where the page is high. @returns how many */
async function takePictures(page: Page, name: string): Promise<number> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }));
  const parts = Math.ceil(height / PART_PX);
  for (let part = 0; part < parts; part += 1) {
    const top = part * PART_PX;
    await page.screenshot({
      path: `${FOLDER}/${name}${part === 0 ? '' : `-${part + 1}`}.png`,
      fullPage: true,
      clip: { x: 0, y: top, width, height: Math.min(PART_PX, height - top) },
    });
  }
  return parts;
}
