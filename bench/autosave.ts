import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { env } from '#lib/server/env.ts';
import { freshId } from '#lib/server/store/new-id.ts';
import { writeEditStatement } from '#lib/server/store/worksheets.ts';
import { sessionCookie } from '../e2e/fixtures/people.ts';
import { httpClient } from './http-client.ts';
import { rate, type Measurement } from './measurement.ts';
import type { World } from './world.ts';

const CLIENTS = 16;
const SECONDS = 8;
const PATH = 'business.objective';

const objective = (turn: number) => `Lower the yearly loss from card-not-present fraud, attempt ${turn}.`;

/** One field saved over HTTP by 16 people in 16 projects, against the statement behind it over bare pg. */
export async function autosave(world: World): Promise<Measurement[]> {
  const bare = await bareStatement(world);
  const http = await overHttp(world);
  return [
    { name: 'Autosave over HTTP', value: http.perSecond, unit: 'a second', note: '16 clients, 16 projects, durable' },
    { name: 'The same SQL over bare pg', value: bare.perSecond, unit: 'a second' },
    { name: 'Autosave, share of bare pg', value: http.perSecond / bare.perSecond, unit: '×', goal: { atLeast: 0.4 } },
    { name: 'Autosave, p99', value: http.p99Ms, unit: 'ms' },
    { name: 'The same SQL over bare pg, p99', value: bare.p99Ms, unit: 'ms' },
    { name: 'Autosave, p99 against bare pg', value: http.p99Ms / bare.p99Ms, unit: '×', goal: { atMost: 3 } },
  ];
}

async function overHttp(world: World): ReturnType<typeof rate> {
  const { name, value } = await sessionCookie(world.person);
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, number) => ({
      http: httpClient(world.server.url, { cookie: `${name}=${value}` }),
      path: `/api/v1/workspaces/${world.workspace}/projects/${await world.project(`Autosave ${number}`)}/worksheet`,
    })),
  );
  const result = await rate(CLIENTS, SECONDS, async (number, turn) => {
    const client = clients[number];
    if (client === undefined) throw new Error('there are as many clients as numbers');
    const base = turn === 0 ? '' : valueHash(objective(turn - 1));
    const op = { id: randomUUID(), kind: 'set', path: PATH, base, value: objective(turn) };
    const answer = await client.http.send('PATCH', client.path, { ops: [op] });
    if (!answer.includes('"applied"')) throw new Error(`An edit was not applied: ${answer}`);
  });
  for (const { http } of clients) http.close();
  return result;
}

async function bareStatement(world: World): ReturnType<typeof rate> {
  const pool = new pg.Pool({ connectionString: env().databaseUrl, max: CLIENTS });
  const streams = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, number) => {
      const slug = await world.project(`Bare ${number}`);
      const found = await pool.query<{ id: string; workspaceId: string }>(
        'SELECT "id", "workspaceId" FROM "Project" WHERE "slug" = $1',
        [slug],
      );
      const row = found.rows[0];
      if (row === undefined) throw new Error(`There is no project ${slug}.`);
      return row;
    }),
  );
  const result = await rate(CLIENTS, SECONDS, async (number, turn) => {
    const id = freshId();
    const value = objective(turn);
    const payload = { kind: 'set', path: PATH, outcome: 'applied', value };
    await pool.query({
      name: 'write-edit',
      text: writeEditStatement,
      values: [
        streams[number]?.id,
        'business',
        turn,
        JSON.stringify({ objective: value }),
        [id],
        [JSON.stringify(payload)],
        streams[number]?.workspaceId,
        world.person.id,
      ],
    });
  });
  await pool.end();
  return result;
}
