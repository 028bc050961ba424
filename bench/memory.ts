import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { sessionCookie } from '../e2e/fixtures/people.ts';
import { httpClient } from './http-client.ts';
import type { Measurement } from './measurement.ts';
import type { World } from './world.ts';

const REQUESTS = 10_000;
const SIDE_BY_SIDE = 8;

/** The server's memory while it answers ten thousand pages, reads and edits. Linux only: it reads /proc. */
export async function memory(world: World): Promise<Measurement[]> {
  if (process.platform !== 'linux') return [];
  const pid = serverPid(world.server.pid);
  const run = await mixedRequests(world);
  await run(REQUESTS / 5);
  const early = residentMegabytes(pid);
  await run((REQUESTS * 4) / 5);
  const late = residentMegabytes(pid);
  return [
    { name: 'Server memory after 10,000 mixed requests', value: late, unit: 'MB', goal: { atMost: 350 } },
    { name: 'Server memory, growth since the 2,000th', value: late - early, unit: 'MB', goal: { atMost: 30 } },
  ];
}

/** Two reads of the worksheet, a page, its checks, and an edit, over and over. */
async function mixedRequests(world: World): Promise<(count: number) => Promise<void>> {
  const cookie = await sessionCookie(world.person);
  const slug = await world.project('Mixed requests');
  const project = `/workspaces/${world.workspace}/projects/${slug}`;
  const clients = Array.from({ length: SIDE_BY_SIDE }, () =>
    httpClient(world.server.url, { cookie: `${cookie.name}=${cookie.value}` }),
  );
  const edit = (number: number) => ({
    ops: [{ id: randomUUID(), kind: 'insert', path: 'metrics.items', after: null, value: { id: `m${number % 40}` } }],
  });
  return async (count) => {
    let left = count;
    const work = async (http: (typeof clients)[number]) => {
      while (left > 0) {
        const turn = left;
        left -= 1;
        if (turn % 5 === 0) await http.send('PATCH', `/api/v1${project}/worksheet`, edit(turn));
        else if (turn % 5 === 1) await http.send('GET', `/w/${world.workspace}/p/${slug}`);
        else if (turn % 5 === 2) await http.send('GET', `/w/${world.workspace}`);
        else await http.send('GET', `/api/v1${project}/worksheet`);
      }
    };
    await Promise.all(clients.map(work));
  };
}

/** The process that serves is the child of the one that `npm start` runs. */
function serverPid(pid: number): number {
  const child = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((candidate) => parentOf(candidate) === pid);
  if (child === undefined) throw new Error(`Process ${pid} has no child that serves.`);
  return child;
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
