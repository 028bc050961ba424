import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { env } from '#lib/server/env.ts';
import { freshId } from '#lib/server/store/new-id.ts';
import { writeEditStatement } from '#lib/server/store/worksheets.ts';
import { sessionCookie } from '../e2e/fixtures/people.ts';
import { httpClient } from './http-client.ts';
import { median, rate, type Measurement, type Rate } from './measurement.ts';
import type { World } from './world.ts';

const CLIENTS = 16;
const ROUNDS = 5;
const SECONDS = 3;
const PATH = 'business.objective';

const objective = (turn: number) => `Lower the yearly loss from card-not-present fraud, attempt ${turn}.`;

/** Saves one field once more, as this client. */
type Save = (client: number) => Promise<void>;

/**
 * One field saved over HTTP by 16 people in 16 projects, against the statement behind it over bare pg. The two take
 * turns, so that whatever else the machine does falls on both, and the middle round counts. Clients, server and
 * database share the machine in both; the first round, in which the code is compiled, does not count.
 */
export async function autosave(world: World): Promise<Measurement[]> {
  const http = await overHttp(world);
  const bare = await overBarePg(world);
  const rounds: { http: Rate; bare: Rate }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = { bare: await rate(CLIENTS, SECONDS, bare.save), http: await rate(CLIENTS, SECONDS, http.save) };
    if (round > 0) rounds.push(measured);
  }
  http.close();
  await bare.close();
  const of = (value: (round: { http: Rate; bare: Rate }) => number) => median(rounds.map(value));
  return [
    {
      name: 'Autosave over HTTP',
      value: of((round) => round.http.perSecond),
      unit: 'a second',
      note: `${CLIENTS} clients, ${CLIENTS} projects, durable; median of ${ROUNDS} rounds, in turn with bare pg`,
    },
    { name: 'The same SQL over bare pg', value: of((round) => round.bare.perSecond), unit: 'a second' },
    {
      name: 'Autosave, share of bare pg',
      value: of((round) => round.http.perSecond / round.bare.perSecond),
      unit: '×',
      goal: { atLeast: 0.4 },
    },
    { name: 'Autosave, p99', value: of((round) => round.http.p99Ms), unit: 'ms' },
    { name: 'The same SQL over bare pg, p99', value: of((round) => round.bare.p99Ms), unit: 'ms' },
    {
      name: 'Autosave, p99 against bare pg',
      value: of((round) => round.http.p99Ms / round.bare.p99Ms),
      unit: '×',
      goal: { atMost: 3 },
    },
  ];
}

async function overHttp(world: World): Promise<{ save: Save; close(): void }> {
  const { name, value } = await sessionCookie(world.person);
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, number) => ({
      http: httpClient(world.server.url, { cookie: `${name}=${value}` }),
      path: `/api/v1/workspaces/${world.workspace}/projects/${await world.project(`Autosave ${number}`)}/worksheet`,
      saved: 0,
    })),
  );
  return {
    async save(number) {
      const client = clients[number];
      if (client === undefined) throw new Error('there are as many clients as numbers');
      const base = client.saved === 0 ? '' : valueHash(objective(client.saved - 1));
      const op = { id: randomUUID(), kind: 'set', path: PATH, base, value: objective(client.saved) };
      const answer = await client.http.send('PATCH', client.path, { ops: [op] });
      if (!answer.includes('"applied"')) throw new Error(`An edit was not applied: ${answer}`);
      client.saved += 1;
    },
    close: () => {
      for (const { http } of clients) http.close();
    },
  };
}

async function overBarePg(world: World): Promise<{ save: Save; close(): Promise<void> }> {
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
      return { ...row, saved: 0 };
    }),
  );
  return {
    async save(number) {
      const stream = streams[number];
      if (stream === undefined) throw new Error('there are as many streams as numbers');
      const value = objective(stream.saved);
      const payload = { kind: 'set', path: PATH, outcome: 'applied', value };
      const written = await pool.query<{ written: boolean }>({
        name: 'write-edit',
        text: writeEditStatement,
        values: [
          stream.id,
          'business',
          stream.saved,
          JSON.stringify({ objective: value }),
          [freshId()],
          [JSON.stringify(payload)],
          stream.workspaceId,
          world.person.id,
        ],
      });
      if (written.rows[0]?.written !== true) throw new Error('An edit was not written.');
      stream.saved += 1;
    },
    close: () => pool.end(),
  };
}
