import { writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { closeDatabase } from '#lib/server/db.ts';
import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';
import { chromiumLaunch, unpackChromium } from './fixtures/chromium.ts';
import { useWorkspace } from './fixtures/every-page.ts';
import { clippedTexts, sideways, spaceText, ZOOMED } from './fixtures/laid-out.ts';
import { signIn } from './fixtures/people.ts';
import { startWorkerServer } from './fixtures/worker-server.ts';

const LOOKS = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;
const wanted = process.argv.slice(2);
unpackChromium();
const postgres = await startTemporaryPostgres();
const server = await startWorkerServer(
  'plumbline_probe',
  { administratorUrl: postgres.administratorUrl('postgres'), applicationUrl: postgres.databaseUrl('postgres') },
  {},
);
const browser = await chromium.launch(chromiumLaunch());
const out: string[] = [];
const say = (line: string) => {
  out.push(line);
  console.log(line);
};
try {
  const { owner, pages } = await useWorkspace();
  for (const reader of ['anybody', 'member'] as const) {
    const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', timezoneId: 'Pacific/Chatham' });
    if (reader === 'member') await signIn(context, owner);
    const page = await context.newPage();
    for (const { path, name } of pages.filter(
      (p) => p.reader === reader && (wanted.length === 0 || wanted.some((w) => p.name.startsWith(w))),
    )) {
      const seen = new Set<string>();
      for (const look of process.env['AXE'] === 'no' ? LOOKS.filter((l) => l.colorScheme === 'light') : LOOKS) {
        await page.emulateMedia({ colorScheme: look.colorScheme });
        await page.setViewportSize(look);
        await page.goto(path);
        await page.waitForTimeout(700);
        const tag = `${look.width} ${look.colorScheme}`;
        if (process.env.AXE !== 'no') {
          const { violations } = await new AxeBuilder({ page }).analyze();
          for (const v of violations)
            for (const n of v.nodes) {
              const key = `${v.impact} ${v.id} ${n.target.join(' ')}`;
              if (seen.has(key)) continue;
              seen.add(key);
              if (v.impact === 'serious' || v.impact === 'critical')
                say(`AXE ${name} [${tag}] ${key} :: ${n.html.slice(0, 160)}`);
            }
        }
        if (look.colorScheme === 'dark') continue;
        const flat = async (how: string) => {
          const wide = await sideways(page);
          const cut = [...new Set(await clippedTexts(page))];
          if (wide !== 0) {
            const who = await page.evaluate(() =>
              [...document.querySelectorAll('body *')]
                .filter(
                  (e) =>
                    e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && e.checkVisibility(),
                )
                .map((e) =>
                  [
                    e.tagName,
                    String(e.className).slice(0, 70),
                    Math.round(e.getBoundingClientRect().right),
                    e.textContent?.slice(0, 40),
                  ].join('|'),
                )
                .slice(-6),
            );
            say(`WIDE ${name} [${how}] ${wide}: ${who.join('\n      ')}`);
          }
          if (cut.length > 0) say(`CUT ${name} [${how}] ${cut.length}: ${cut.slice(0, 12).join(' | ')}`);
        };
        await flat(tag);
        if (look.width === 390) {
          await page.setViewportSize(ZOOMED);
          await flat('320');
          await page.setViewportSize(look);
        }
        await spaceText(page);
        await flat(`${tag} spaced`);
      }
    }
  }
} finally {
  writeFileSync('/tmp/kept-probe.txt', out.join('\n'));
  await browser.close();
  await closeDatabase();
  await server.stop();
  await postgres.stop();
}
