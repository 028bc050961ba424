import { randomUUID } from 'node:crypto';
import { chromium, type Page } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { chromiumLaunch, unpackChromium } from '../e2e/fixtures/chromium.ts';
import { as, signIn } from '../e2e/fixtures/people.ts';
import { median, percentile, type Measurement } from './measurement.ts';
import type { World } from './world.ts';

const ITEMS = 100;
const KEYS = 150;
const BETWEEN_KEYS_MS = 60;
const FRAME_MS = 1000 / 60;

/** Where is typed: the section with the most questions, and the list with the most columns, each with a hundred items. */
const PLACES = [
  { name: 'a text of the longest section', section: 'framing', list: 'classes', box: 'framing.mlJustification.box' },
  { name: 'a cell of its list of 100', section: 'framing', list: 'classes', box: 'framing.classes.i50.name.box' },
  { name: 'a cell of the widest list of 100', section: 'data', list: 'sources', box: 'data.sources.i50.name.box' },
] as const;

/**
 * Types at the pace of a fast typist, and looks at what the browser does meanwhile: the time from a key to its letter
 * on the screen, the frames that were missed, and the work of the page for each key. The reference is a bare box on a
 * bare page in the same browser.
 */
export async function typing(world: World): Promise<Measurement[]> {
  const project = await world.project('Typing');
  const { text } = await as(world.person).examples.get({ id: 'card-fraud' });
  await as(world.person).worksheets.importFile({ workspace: world.workspace, project, kind: 'yaml', text });
  for (const list of new Set(PLACES.map(({ section, list }) => `${section}.${list}`))) await fill(world, project, list);
  unpackChromium();
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const context = await browser.newContext({ baseURL: world.server.url, viewport: { width: 1440, height: 900 } });
    await signIn(context, world.person);
    const page = await context.newPage();
    await page.setContent('<!doctype html><textarea id="bare" rows="4" cols="60"></textarea>');
    const bare = await typeInto(page, 'bare');
    const measured: Measurement[] = typed('a bare box', bare, undefined);
    for (const { name, section, box } of PLACES) {
      await page.goto(paths.write({ workspace: world.workspace, project, section }));
      await page.waitForLoadState('networkidle');
      measured.push(...typed(name, await typeInto(page, box), bare));
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** More items, until the list has a hundred. */
async function fill(world: World, project: string, list: string): Promise<void> {
  const ops = Array.from({ length: ITEMS }, (_, number) => ({
    id: randomUUID(),
    kind: 'insert' as const,
    path: list,
    after: null,
    value: { id: `i${number}`, name: `Item number ${number}` },
  }));
  await as(world.person).worksheets.applyOps({ workspace: world.workspace, project, ops });
}

interface Typed {
  /** From each key to the frame that shows it. */
  readonly toFrameMs: readonly number[];
  /** Between frames, while typing. */
  readonly framesMs: readonly number[];
  /** Work on the page’s own thread, a key. */
  readonly workMs: number;
  readonly longTasks: number;
}

function typed(
  name: string,
  { toFrameMs, framesMs, workMs, longTasks }: Typed,
  bare: Typed | undefined,
): Measurement[] {
  const frames = framesMs.reduce((sum, ms) => sum + ms, 0) / FRAME_MS;
  const missed = framesMs.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / FRAME_MS) - 1), 0);
  return [
    { name: `Typing into ${name}: key to frame`, value: median(toFrameMs), unit: 'ms' },
    { name: `Typing into ${name}: key to frame, p95`, value: percentile(toFrameMs, 0.95), unit: 'ms' },
    {
      name: `Typing into ${name}: work a key`,
      value: workMs,
      unit: 'ms',
      ...(bare && { goal: { atMost: FRAME_MS / 2 }, note: `${longTasks} tasks over 50 ms in ${KEYS} keys` }),
    },
    {
      name: `Typing into ${name}: frames missed`,
      value: (100 * missed) / frames,
      unit: '%',
      ...(bare && { goal: { atMost: 1 } }),
    },
  ];
}

async function typeInto(page: Page, id: string): Promise<Typed> {
  const box = page.locator(`[id="${id}"]`);
  await box.scrollIntoViewIfNeeded();
  await box.click();
  await page.keyboard.press('End');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskSeconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  // What the page still loads, and the first words, in which code is compiled, do not count.
  await page.keyboard.type('The first words. ', { delay: BETWEEN_KEYS_MS });
  await page.evaluate(watch);
  const before = await taskSeconds();
  await page.keyboard.type('Sixty frames a second. '.repeat(KEYS).slice(0, KEYS), { delay: BETWEEN_KEYS_MS });
  const workMs = ((await taskSeconds()) - before) * 1000;
  const seen = await page.evaluate(() => globalThis.watched());
  await session.detach();
  return { ...seen, workMs: workMs / KEYS };
}

declare global {
  var watched: () => Omit<Typed, 'workMs'>;
}

/** Runs in the page, and so may name nothing of this file. */
function watch(): void {
  const toFrameMs: number[] = [];
  const framesMs: number[] = [];
  let longTasks = 0;
  let last = performance.now();
  const seen = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
  seen.observe({ type: 'longtask' });
  const afterFrame = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', then);
      port1.start();
      port2.postMessage(null);
    });
  const onKey = ({ timeStamp }: Event) => afterFrame(() => toFrameMs.push(performance.now() - timeStamp));
  let frame = requestAnimationFrame(function next(now) {
    framesMs.push(now - last);
    last = now;
    frame = requestAnimationFrame(next);
  });
  addEventListener('keydown', onKey, true);
  globalThis.watched = () => {
    removeEventListener('keydown', onKey, true);
    cancelAnimationFrame(frame);
    seen.disconnect();
    return { toFrameMs, framesMs: framesMs.slice(1), longTasks };
  };
}
