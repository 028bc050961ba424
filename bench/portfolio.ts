import { as, createWorkspaceFor, sessionCookie } from '../e2e/fixtures/people.ts';
import { httpClient } from './http-client.ts';
import { median, time, type Measurement } from './measurement.ts';
import type { World } from './world.ts';

const FEW = 10;
const MANY = 1000;
const TURNS = 300;

/**
 * A page of the portfolio in a workspace with ten projects and in one with a thousand, in turn. The same number of rows
 * comes back from both, so that only what it takes to find them differs.
 */
export async function portfolio(world: World): Promise<Measurement[]> {
  const { name, value } = await sessionCookie(world.person);
  const http = httpClient(world.server.url, { cookie: `${name}=${value}` });
  const [few, many] = [await workspaceWith(world, FEW), await workspaceWith(world, MANY)];
  const page = (workspace: string) =>
    time(() => http.send('GET', `/api/v1/workspaces/${workspace}/portfolio?sort=due&limit=${FEW}`));
  const taken: Record<'few' | 'many', number[]> = { few: [], many: [] };
  for (let turn = -20; turn < TURNS; turn += 1) {
    const once = { few: await page(few), many: await page(many) };
    if (turn < 0) continue;
    taken.few.push(once.few);
    taken.many.push(once.many);
  }
  http.close();
  const ms = { few: median(taken.few), many: median(taken.many) };
  return [
    { name: `Portfolio, ${FEW} of ${FEW} projects`, value: ms.few, unit: 'ms' },
    { name: `Portfolio, ${FEW} of ${MANY.toLocaleString('en-GB')} projects`, value: ms.many, unit: 'ms' },
    {
      name: 'Portfolio, a hundred times the projects',
      value: ms.many / ms.few,
      unit: '×',
      goal: { atMost: 1.25 },
      note: `median of ${TURNS}, in turn`,
    },
  ];
}

async function workspaceWith(world: World, count: number): Promise<string> {
  const workspace = await createWorkspaceFor(world.person);
  for (let number = 1; number <= count; number += 1) {
    await as(world.person).projects.create({ workspace, title: `Project ${number}` });
  }
  return workspace;
}
