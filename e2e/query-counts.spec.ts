import pg from 'pg';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { useWorkspace } from './fixtures/every-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { signIn } from './fixtures/people.ts';

/**
 * The most statements that the server may send for a page. A number that grows with the rows on the page is a fault
 * however small it is here; what is added to a page adds to its number by intent.
 */
const MOST: Readonly<Record<string, number>> = {
  'sign-in': 2,
  'reset-request': 0,
  'reset-spent': 3,
  invitation: 9,
  'invitation-spent': 5,
  calculators: 2,
  calculator: 2,
  'calculator-rows': 2,
  rules: 2,
  rule: 2,
  handbook: 2,
  'handbook-section': 2,
  'not-found': 0,
  // The questions and decisions that wait for the reader, and what is due; each asks for the right in its own query; and what is new in each of two workspaces.
  home: 13,
  // What came, beside the frame.
  inbox: 7,
  'inbox-all': 7,
  'stop-mail': 0,
  // The workspaces that the palette leads to.
  account: 10,
  search: 11,
  portfolio: 7,
  'new-project': 6,
  'workspace-search': 7,
  'workspace-decisions': 9,
  members: 14,
  settings: 5,
  audit: 10,
  document: 10,
  'document-empty': 10,
  'document-section': 10,
  ...Object.fromEntries(sections.map(({ key }) => [`write-${key}`, 10])),
  'write-item': 10,
  // By whom it was asked.
  question: 11,
  threads: 13,
  'threads-empty': 13,
  // The log beside what every page of a project asks.
  decisions: 12,
  'decisions-empty': 12,
  // The record, and the worksheet that its fields stand in now.
  decision: 13,
  'new-decision': 12,
  'change-decision': 15,
  // The moments that one may compare.
  history: 13,
  comparison: 14,
  export: 13,
  'project-settings': 12,
};

test('no page asks the database more than it may', async ({ page, context, plumbline }) => {
  expect(plumbline.url).not.toBe('');
  const { owner, pages } = await useWorkspace();
  await signIn(context, owner);
  const administrator = await asAdministrator();
  try {
    for (const { name, path } of pages) {
      await administrator.query('SELECT pg_stat_statements_reset()');
      await page.request.get(path);
      const statements = await statementsSince(administrator);
      const count = statements.reduce((sum, { calls }) => sum + calls, 0);
      expect
        .soft(count, `${name}:\n${statements.map(({ calls, query }) => `${calls} × ${query}`).join('\n')}`)
        .toBeLessThanOrEqual(MOST[name] ?? 0);
    }
  } finally {
    await administrator.end();
  }
});

async function asAdministrator(): Promise<pg.Client> {
  const url = new URL(process.env['E2E_ADMINISTRATOR_URL'] ?? '');
  url.pathname = new URL(process.env['DATABASE_URL'] ?? '').pathname;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  return client;
}

/** What the application asked in this database since the last reset; jobs and notices of changes are no page's. */
async function statementsSince(client: pg.Client): Promise<{ query: string; calls: number }[]> {
  const { rows } = await client.query<{ query: string; calls: string }>(
    `SELECT s.query, s.calls FROM pg_stat_statements s
     JOIN pg_database d ON d.oid = s.dbid JOIN pg_roles r ON r.oid = s.userid
     WHERE d.datname = current_database() AND r.rolname <> current_user
       AND s.query !~* '^(BEGIN|COMMIT|ROLLBACK|LISTEN|SET|DEALLOCATE)|pgboss|pg_notify|pg_advisory_xact_lock|WITH behind|INSERT INTO "(ProjectSummary|PortfolioPlace)"'
     ORDER BY s.calls DESC, s.query`,
  );
  return rows.map(({ query, calls }) => ({ query: query.replace(/\s+/g, ' ').slice(0, 120), calls: Number(calls) }));
}
