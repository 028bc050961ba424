import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { sentDecision } from '#test/decision-drafts.ts';
import { queriesDuring } from '#test/counted-queries.ts';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor, type TestDoor } from '#test/test-door.ts';
import { applicationName, pool, transaction } from './db.ts';
import type { Actor } from './store/actor.ts';
import { freshId } from './store/new-id.ts';
import { insertProject } from './store/projects.ts';

await serveTestDatabase();

let owner: Actor;
let place: { workspace: string; workspaceId: string; project: string; projectId: string };
let door: TestDoor;

beforeAll(async () => {
  door = await openTestDoor();
  owner = await createActor('Owner');
  place = await createPlace(owner);
  await as(owner).threads.open({ ...place, path: 'business.objective', body: 'By when?' });
  await as(owner).decisions.record({ ...place, content: sentDecision });
});

/** What each page asks for, and the queries that it may take: the guard's, and the page's own. */
const pages: readonly [string, number, () => Promise<unknown>][] = [
  ['the frame: workspaces', 1, () => as(owner).workspaces.list({})],
  ['the frame: workspace', 1, () => as(owner).workspaces.get(place)],
  ['projects', 2, () => as(owner).projects.list(place)],
  ['portfolio', 2, () => as(owner).projects.portfolio({ ...place, sort: 'due', having: 'overdue' })],
  ['project', 1, () => as(owner).projects.get(place)],
  ['document and its sections', 2, () => as(owner).worksheets.get(place)],
  ['findings', 2, () => as(owner).checks.run(place)],
  ['export', 3, () => as(owner).documents.markdown(place)],
  ['history', 2, () => as(owner).events.listProject(place)],
  ['history of one field', 2, () => as(owner).events.listProject({ ...place, field: 'business.objective' })],
  ['moments', 1, () => as(owner).worksheets.moments(place)],
  ['comparison of two moments', 1, () => as(owner).worksheets.compare({ ...place, from: 0 })],
  ['people to call', 2, () => as(owner).threads.people({ ...place, text: 'own' })],
  ['people to choose from', 2, () => as(owner).projects.findPeople({ ...place, text: 'own' })],
  ['how a question came', 1, () => as(owner).questions.get({ ...place, path: 'business.objective' })],
  ['threads', 3, () => as(owner).threads.list({ ...place, mine: true, unread: true })],
  ['one thread', 3, async () => as(owner).threads.get({ ...place, number: 1 })],
  [
    'decisions',
    2,
    () => as(owner).decisions.list({ ...place, path: 'business', thread: 1, due: true, person: 'head' }),
  ],
  ['one decision', 3, () => as(owner).decisions.get({ ...place, number: 1 })],
  ['decisions of a workspace', 2, () => as(owner).decisions.ofWorkspace({ ...place, tag: 'target' })],
  ['home: decisions', 1, () => as(owner).decisions.due({})],
  ['inbox', 1, () => as(owner).notices.list({ unseen: true })],
  ['home: questions', 1, () => as(owner).questions.mine({})],
  ['home: due', 1, () => as(owner).projects.due({})],
  ['home: recent', 1, () => as(owner).projects.recent({})],
  ['people of a project', 2, () => as(owner).projects.listMembers(place)],
  ['members', 3, () => as(owner).members.list(place)],
  ['invitations', 4, () => as(owner).invitations.list(place)],
  ['log of the workspace', 2, () => as(owner).events.listWorkspace(place)],
  ['search', 2, () => as(owner).search.query({ ...place, query: 'fraud' })],
  ['account', 1, () => as(owner).account.get({})],
  ['sessions', 1, () => as(owner).sessions.list({})],
  ['tokens', 1, () => as(owner).tokens.list({})],
];

describe('queries of a page', () => {
  test.each(pages)('%s: at most %i', async (_, most, page) => {
    expect((await queriesDuring(page)).length).toBeLessThanOrEqual(most);
  });

  test('the portfolio takes no more for fifty projects than for one', async () => {
    const { length: few } = await queriesDuring(() => as(owner).projects.portfolio(place));
    await transaction(async (tx) => {
      for (let count = 0; count < 50; count += 1) {
        const project = {
          workspaceId: place.workspaceId,
          by: owner.userId,
          title: 'Many',
          visibility: 'workspace',
        } as const;
        await insertProject(tx, project);
      }
    });
    expect(await queriesDuring(() => as(owner).projects.portfolio(place))).toHaveLength(few);
  });
});

test('an autosaved field is two round trips: who, whether and what stands; write', async () => {
  const op = { id: randomUUID(), kind: 'set', path: 'business.objective', base: '', value: 'Lower the loss' };
  const path = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/worksheet`;
  const cookie = await door.cookieOf(owner);
  const sent = await queriesDuring(async () => {
    const headers = { cookie, origin: door.url, 'content-type': 'application/json' };
    const response = await door.ask(path, { method: 'PATCH', headers, body: JSON.stringify({ ops: [op] }) });
    expect(response.status).toBe(200);
  });
  expect(sent.map(({ text }) => text.trim().split(/\s+/, 1)[0])).toEqual(['WITH', 'WITH']);
});

test('a session is noted as seen when it was not for five minutes, and then not again', async () => {
  const headers = { cookie: await door.cookieOf(owner) };
  const path = `/api/v1/workspaces/${place.workspace}/projects/${place.project}`;
  const visit = async () => queriesDuring(async () => expect((await door.ask(path, { headers })).status).toBe(200));
  await pool().query(`UPDATE "Session" SET "lastSeen" = now() - interval '1 hour' WHERE "userId" = $1`, [owner.userId]);
  expect((await visit()).map(({ text }) => text.trim().split(/\s+/, 1)[0])).toEqual(['WITH', 'UPDATE']);
  expect(await visit()).toHaveLength(1);
});

test('the door and its event stream hold the connections they name, and no others', async () => {
  const stream = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/stream`;
  const streams = await Promise.all(Array.from({ length: 4 }, () => door.askAs(owner, stream)));
  await Promise.all(Array.from({ length: 40 }, () => as(owner).projects.get(place)));
  const { rows } = await pool().query<{ name: string; connections: number }>(
    `SELECT application_name AS "name", count(*)::int AS "connections" FROM pg_stat_activity
     WHERE datname = current_database() GROUP BY 1 ORDER BY 1`,
  );
  expect(rows.map((row) => row.name)).toEqual([applicationName, `${applicationName} events`]);
  expect(rows[0]?.connections).toBeLessThanOrEqual(10);
  expect(rows[1]?.connections).toBe(1);
  await Promise.all(streams.map(async (response) => response.body?.cancel()));
});

describe('indexes', () => {
  beforeAll(async () => {
    await fillWithOthers();
    await pool().query('ANALYZE');
  });

  test.each(pages)('%s reads no table from end to end', async (_, __, page) => {
    for (const { text } of await queriesDuring(page)) expect(await fullScans(text)).toEqual([]);
  });

  test('an edit reads and writes by index alone', async () => {
    const op = {
      id: randomUUID(),
      kind: 'set',
      path: 'business.whyNow',
      base: valueHash(undefined),
      value: 'Now',
    } as const;
    const sent = await queriesDuring(() => as(owner).worksheets.applyOps({ ...place, ops: [op] }));
    for (const { text } of sent) expect(await fullScans(text)).toEqual([]);
  });

  /** Enough rows of others that reading a whole table is never the cheaper way. */
  async function fillWithOthers(): Promise<void> {
    await pool().query(`
      INSERT INTO "User" ("id", "email", "name") SELECT gen_random_uuid(), 'other-' || n || '@example.org', 'Other' FROM generate_series(1, 3000) n;
      INSERT INTO "Workspace" ("id", "slug", "name") SELECT gen_random_uuid(), 'other-' || n, 'Other' FROM generate_series(1, 1000) n;
      INSERT INTO "Project" ("id", "workspaceId", "slug", "title")
        SELECT gen_random_uuid(), w."id", 'p-' || n, 'Other' FROM "Workspace" w, generate_series(1, 3) n WHERE w."slug" LIKE 'other-%';
      INSERT INTO "ProjectSlug" ("workspaceId", "slug", "projectId") SELECT "workspaceId", 'former-' || "slug", "id" FROM "Project";
      INSERT INTO "EventStream" ("id") SELECT "id" FROM "Project" ON CONFLICT DO NOTHING;
      INSERT INTO "ProjectSummary" ("projectId", "sequence", "rules", "stage", "errors", "warnings", "openQuestions")
        SELECT "id", 1, 'rules', 'framing', 0, 0, 0 FROM "Project";
      INSERT INTO "PortfolioPlace" ("projectId", "workspaceId", "archived", "rank", "changed", "title", "findings", "questions", "due")
        SELECT "id", "workspaceId", false, 0, 0, 'other', 0, 0, '9999-12-31' FROM "Project" ON CONFLICT DO NOTHING;
      INSERT INTO "Section" ("projectId", "section", "value") SELECT "id", s, '{}' FROM "Project", unnest(ARRAY['framing', 'metrics']) s ON CONFLICT DO NOTHING;
      INSERT INTO "Membership" ("workspaceId", "userId", "role")
        SELECT w."id", u."id", 'viewer' FROM (SELECT "id", row_number() OVER () AS n FROM "Workspace" WHERE "slug" LIKE 'other-%') w
        JOIN (SELECT "id", row_number() OVER () AS n FROM "User" WHERE "name" = 'Other') u ON u.n % 1000 = w.n % 1000;
      INSERT INTO "ProjectMember" ("projectId", "userId") SELECT p."id", m."userId" FROM "Project" p JOIN "Membership" m USING ("workspaceId") WHERE p."slug" = 'p-1';
      INSERT INTO "SectionOwner" ("projectId", "section", "userId") SELECT "projectId", 'labels', "userId" FROM "ProjectMember" ON CONFLICT DO NOTHING;
      INSERT INTO "OpenQuestion" ("projectId", "path", "sequence", "label", "who", "askedId")
        SELECT "projectId", 'business.objective', 1, 'Objective', "userId"::text, "userId" FROM "ProjectMember" ON CONFLICT DO NOTHING;
      INSERT INTO "Event" ("streamId", "sequence", "workspaceId", "projectId", "type", "payload")
        SELECT p."id", n + 1000, p."workspaceId", p."id", 'worksheet.edited', '{}' FROM "Project" p, generate_series(1, 3) n;
      INSERT INTO "Thread" ("id", "projectId", "number", "kind", "blocking", "anchor", "authorId")
        SELECT gen_random_uuid(), m."projectId", 7, 'note', false, '{"kind":"document"}', m."userId" FROM "ProjectMember" m ON CONFLICT DO NOTHING;
      INSERT INTO "Comment" ("id", "threadId", "authorId", "sequence", "body") SELECT gen_random_uuid(), "id", "authorId", 1, 'Why?' FROM "Thread";
      INSERT INTO "CommentWording" ("commentId", "until", "body") SELECT "id", now(), 'What?' FROM "Comment";
      INSERT INTO "Mention" ("commentId", "userId") SELECT "id", "authorId" FROM "Comment" WHERE "authorId" IS NOT NULL;
      INSERT INTO "ThreadRead" ("threadId", "userId", "sequence") SELECT "id", "authorId", 1 FROM "Thread" WHERE "authorId" IS NOT NULL ON CONFLICT DO NOTHING;
      INSERT INTO "Decision" ("id", "projectId", "number", "status", "record", "recordedBy", "sequence")
        SELECT gen_random_uuid(), "projectId", 7, 'accepted', '{"number":7,"title":"Other","status":"accepted"}', "userId", 1 FROM "ProjectMember" ON CONFLICT DO NOTHING;
      INSERT INTO "Notice" ("id", "userId", "projectId", "subject", "reason", "label", "mailFrom")
        SELECT gen_random_uuid(), "userId", "projectId", 'thread.7', 'reply', 'Objective', now() + interval '1 day' FROM "ProjectMember";
      INSERT INTO "Identity" ("issuer", "subject", "userId") SELECT 'https://login.example', "id"::text, "id" FROM "User";
      INSERT INTO "Session" ("id", "userId", "expiresAt") SELECT gen_random_uuid(), "id", now() + interval '1 day' FROM "User";
      INSERT INTO "ApiToken" ("id", "userId", "tokenHash", "prefix", "name", "scope", "expiresAt")
        SELECT gen_random_uuid(), "id", "id"::text, 'plumb_', 'other', 'read', now() + interval '1 day' FROM "User";
      INSERT INTO "Invitation" ("id", "workspaceId", "tokenHash", "role", "expiresAt")
        SELECT gen_random_uuid(), "id", "id"::text, 'viewer', now() + interval '1 day' FROM "Workspace"`);
  }

  /** Tables that Postgres would read from end to end, whatever values come. */
  async function fullScans(text: string): Promise<string[]> {
    if (!/^\s*(WITH|SELECT|INSERT|UPDATE|DELETE)/.test(text)) return [];
    const client = await pool().connect();
    const name = `plan_${freshId().replaceAll('-', '')}`;
    try {
      await client.query('BEGIN; SET LOCAL plan_cache_mode = force_generic_plan');
      await client.query(`PREPARE ${name} AS ${text}`);
      const { rows } = await client.query<{ types: number }>(
        'SELECT coalesce(array_length(parameter_types, 1), 0) AS "types" FROM pg_prepared_statements WHERE name = $1',
        [name],
      );
      const nulls = Array.from({ length: rows[0]?.types ?? 0 }, () => 'NULL').join(', ');
      const plan = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE ${name}${nulls === '' ? '' : `(${nulls})`}`);
      return [...JSON.stringify(plan.rows).matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].flatMap(
        (match) => match[1] ?? [],
      );
    } finally {
      await client.query('ROLLBACK');
      await client.query(`DEALLOCATE ${name}`).catch(() => undefined);
      client.release();
    }
  }
});
