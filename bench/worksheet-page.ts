import { chromium, type Browser } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { chromiumLaunch, unpackChromium } from '../e2e/fixtures/chromium.ts';
import { as, sessionCookie, signIn } from '../e2e/fixtures/people.ts';
import { countShippedScript } from '../e2e/fixtures/shipped-script.ts';
import { httpClient } from './http-client.ts';
import { median, percentile, time, times, type Measurement } from './measurement.ts';
import type { World } from './world.ts';

const KILOBYTE = 1000;
const RUNS = 5;

/** The page on which a filled worksheet is written: its weight, the time until it takes typing, and its making. */
export async function worksheetPageBench(world: World): Promise<Measurement[]> {
  const project = await world.project('Worksheet page');
  const { text } = await as(world.person).examples.get({ id: 'card-fraud' });
  await as(world.person).worksheets.importFile({ workspace: world.workspace, project, kind: 'yaml', text });
  const path = paths.write({ workspace: world.workspace, project, section: 'business' });
  unpackChromium();
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const visits: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, world, path));
    const of = (key: keyof Visit) => median(visits.map((one) => one[key]));
    return [
      {
        name: 'Script until the first field takes typing',
        value: of('early') / KILOBYTE,
        unit: 'KB',
        goal: { atMost: 200 },
      },
      { name: 'Script when the page is idle', value: of('idle') / KILOBYTE, unit: 'KB', goal: { atMost: 300 } },
      {
        name: 'Ready to type',
        value: of('readyMs'),
        unit: 'ms',
        goal: { atMost: 1000 },
        note: 'new browser, empty cache',
      },
      ...(await serverRender(world, path)),
    ];
  } finally {
    await browser.close();
  }
}

interface Visit {
  readonly early: number;
  readonly idle: number;
  readonly readyMs: number;
}

/** A first visit. The page takes typing when what is typed changes what the page says, not when a box can be seen. */
async function visit(browser: Browser, world: World, path: string): Promise<Visit> {
  const context = await browser.newContext({ baseURL: world.server.url, locale: 'en-GB' });
  await signIn(context, world.person);
  const page = await context.newPage();
  const script = countShippedScript(page);
  const readyMs = await time(async () => {
    await page.goto(path, { waitUntil: 'commit' });
    await page.waitForFunction(() => {
      const box = document.querySelector('#main textarea, #main input');
      return box !== null && Object.keys(box).some((key) => key.startsWith('__reactProps'));
    });
  });
  const early = await script.bytes();
  await page.waitForLoadState('networkidle');
  const idle = await script.bytes();
  await context.close();
  return { early, idle, readyMs };
}

async function serverRender(world: World, path: string): Promise<Measurement[]> {
  const { name, value } = await sessionCookie(world.person);
  const http = httpClient(world.server.url, { cookie: `${name}=${value}` });
  const taken = await times(100, () => http.send('GET', path), 10);
  http.close();
  return [
    { name: 'Server render of the page, p95', value: percentile(taken, 0.95), unit: 'ms', goal: { atMost: 150 } },
  ];
}
