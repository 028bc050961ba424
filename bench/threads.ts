import { chromium } from '@playwright/test';
import { paths } from '#lib/paths.ts';
import { chromiumLaunch, unpackChromium } from '../e2e/fixtures/chromium.ts';
import { complete } from '../e2e/fixtures/hydrated.ts';
import { as, sessionCookie, signIn } from '../e2e/fixtures/people.ts';
import { httpClient } from './http-client.ts';
import { median, percentile, time, times, type Measurement } from './measurement.ts';
import type { World } from './world.ts';

const THREADS = 500;
const RUNS = 40;
const COMMENTS = 20;
const FIELDS = ['business.objective', 'business.problemStatement', 'framing.targetDefinition', 'labels.annotators', ''];

/** A project in use: the page of its document and its threads, and how soon a comment is in a second browser. */
export async function threads(world: World): Promise<Measurement[]> {
  const { workspace, person, server } = world;
  const at = { workspace, project: await world.project('Threads') };
  const few = { workspace, project: await world.project('Without threads') };
  const { text } = await as(person).examples.get({ id: 'card-fraud' });
  for (const each of [at, few]) await as(person).worksheets.importFile({ ...each, kind: 'yaml', text });
  for (let number = 0; number < THREADS; number += 1) {
    const path = FIELDS[number % FIELDS.length] ?? '';
    await as(person).threads.open({ ...at, path, body: `Comment ${number} on this.` });
  }
  const cookie = await sessionCookie(person);
  const http = httpClient(server.url, { cookie: `${cookie.name}=${cookie.value}` });
  const page = (of: typeof at) => http.send('GET', paths.document(of));
  const list = `/api/v1/workspaces/${workspace}/projects/${at.project}/threads?limit=${THREADS}`;
  const withThreads = await times(RUNS, () => page(at), 5);
  const without = await times(RUNS, () => page(few), 5);
  const listed = await times(RUNS, () => http.send('GET', list), 5);
  http.close();
  const heard = await untilHeard(world, at);
  return [
    {
      name: `Document page, ${THREADS} threads, p95`,
      value: percentile(withThreads, 0.95),
      unit: 'ms',
      goal: { atMost: 200 },
    },
    {
      name: `Document page, ${THREADS} threads, against none`,
      value: median(withThreads) / median(without),
      unit: '×',
    },
    {
      name: `The ${THREADS} threads with their places, p95`,
      value: percentile(listed, 0.95),
      unit: 'ms',
      goal: { atMost: 200 },
    },
    {
      name: 'A comment until it is in a second browser, median',
      value: median(heard),
      unit: 'ms',
      goal: { atMost: 300 },
    },
    { name: 'A comment until it is in a second browser, p95', value: percentile(heard, 0.95), unit: 'ms' },
  ];
}

async function untilHeard({ server, person }: World, at: { workspace: string; project: string }): Promise<number[]> {
  unpackChromium();
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    await signIn(context, person);
    const page = await context.newPage();
    await page.goto(paths.document({ ...at, panel: 'open' }));
    await complete(page);
    const taken: number[] = [];
    for (let number = 0; number < COMMENTS; number += 1) {
      const body = `Heard ${number}`;
      const shown = page.getByText(body, { exact: true }).first();
      taken.push(
        await time(async () => {
          await as(person).threads.open({ ...at, path: 'business.objective', body });
          await shown.waitFor({ state: 'attached' });
        }),
      );
    }
    return taken;
  } finally {
    await browser.close();
  }
}
