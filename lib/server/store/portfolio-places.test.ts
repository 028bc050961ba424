import { beforeAll, describe, expect, test } from 'vitest';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { queriesDuring, type SentQuery } from '#test/counted-queries.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import type { Actor } from './actor.ts';
import { portfolioSorts } from './portfolio.ts';

await serveTestDatabase();

const PROJECTS = 1000;
const PAGE = 50;

let owner: Actor;
let viewer: Actor;
let place: { workspace: string; workspaceId: string };

beforeAll(async () => {
  owner = await createActor('Owner');
  viewer = await createActor('Viewer');
  place = await createPlace(owner);
  await addMember(place.workspaceId, viewer, 'viewer');
  await fill();
});

async function fill(): Promise<void> {
  await pool().query(
    `INSERT INTO "Project" ("id", "workspaceId", "slug", "title")
       SELECT gen_random_uuid(), $1, 'p-' || n, 'Project ' || n FROM generate_series(1, ${PROJECTS}) n`,
    [place.workspaceId],
  );
  await pool().query(`
    INSERT INTO "EventStream" ("id") SELECT "id" FROM "Project" ON CONFLICT DO NOTHING;
    INSERT INTO "PortfolioPlace" ("projectId", "workspaceId", "archived", "rank", "changed", "title", "findings", "questions", "due")
      SELECT "id", "workspaceId", false, n % 3, -n, lower("title"), -(n % 7), -(n % 5), '2026-01-' || 10 + n % 20
      FROM (SELECT *, row_number() OVER () AS n FROM "Project") numbered ON CONFLICT DO NOTHING;
    ANALYZE`);
}

type Planning = 'force_custom_plan' | 'force_generic_plan';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** What stands below the limit in the plan of a query: how Postgres finds the page, with the rows that it really read. */
async function waysTo({ text, values }: SentQuery, planning: Planning): Promise<readonly PlanNode[]> {
  const client = await pool().connect();
  try {
    await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${planning}; PREPARE page AS ${text}`);
    const given = values
      .map((value) =>
        value === null ? 'NULL' : client.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value)),
      )
      .join(', ');
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE page(${given})`,
    );
    const all = rows.flatMap((row) => row['QUERY PLAN']).flatMap(({ Plan }) => nodesOf(Plan));
    const limit = all.find((node) => node['Node Type'] === 'Limit');
    return (limit?.Plans ?? []).flatMap(nodesOf);
  } finally {
    await client.query('ROLLBACK');
    await client.query('DEALLOCATE page').catch(() => undefined);
    client.release();
  }
}

type View = Omit<Parameters<ReturnType<typeof as>['projects']['portfolio']>[0], 'workspace' | 'limit'>;

async function pageQuery(by: Actor, view: View): Promise<SentQuery> {
  const sent = await queriesDuring(() =>
    as(by).projects.portfolio({ workspace: place.workspace, limit: PAGE, ...view }),
  );
  const page = sent.find(({ text }) => text.includes('"PortfolioPlace"'));
  if (page === undefined) throw new Error('The portfolio was not asked for');
  return page;
}

describe.each(portfolioSorts)('a page of the portfolio by %s', (sort) => {
  // What a connection plans for the values of its first calls, and what it may keep for all values later.
  const plannings: readonly Planning[] = ['force_custom_plan', 'force_generic_plan'];

  test.each(plannings)('walks along its index and ends with the page, with %s', async (planning) => {
    const { next } = await as(owner).projects.portfolio({ workspace: place.workspace, limit: PAGE, sort });
    const views: readonly View[] = [{ sort }, { sort, after: next ?? '' }, { sort, stage: 'launch' }];
    for (const view of views) {
      for (const by of [owner, viewer]) {
        const nodes = await waysTo(await pageQuery(by, view), planning);
        expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
        const walk = nodes[0];
        expect(walk?.['Index Name']).toBe(`PortfolioPlace_by_${sort}`);
        expect((walk?.['Actual Rows'] ?? 0) + (walk?.['Rows Removed by Filter'] ?? 0)).toBeLessThanOrEqual(PAGE + 1);
      }
    }
  });
});

test('a project moves at once when it is begun, renamed, put aside and restored', async () => {
  const at = { workspace: place.workspace };
  const first = async (view: View = {}): Promise<string | undefined> =>
    (await as(owner).projects.portfolio({ ...at, sort: 'title', ...view })).items[0]?.title;
  const begun = await as(owner).projects.create({ ...at, title: 'A first one' });
  expect(await first()).toBe('A first one');
  await as(owner).projects.update({ ...at, project: begun.slug, title: 'A bit earlier' });
  expect(await first()).toBe('A bit earlier');
  await as(owner).projects.archive({ ...at, project: begun.slug });
  expect(await first()).toBe('Card-not-present fraud');
  expect(await first({ archived: true })).toBe('A bit earlier');
  await as(owner).projects.restore({ ...at, project: begun.slug });
  expect(await first()).toBe('A bit earlier');
});
