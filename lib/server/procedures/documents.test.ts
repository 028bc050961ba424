import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import type { DesignDocument } from '#lib/domain/documents/document.ts';
import { renderMarkdown } from '#lib/domain/documents/markdown.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { as } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { transaction } from '../db.ts';
import { renderPdf } from '../exports/pdf.ts';
import { guard } from '../store/grants.ts';
import { insertProject } from '../store/projects.ts';
import { createWorkspace } from '../store/setup.ts';
import { createUser } from '../store/users.ts';
import { importWorksheet } from '../store/worksheet-files.ts';

await serveTestDatabase();

const file = readFileSync(new URL('../../../examples/card-fraud/worksheet.yaml', import.meta.url), 'utf8');
const { draft } = parseFile(file, 'yaml');

/** What the command line makes of the file, with no database in reach. */
function fromFile(profile: 'full' | 'executive'): DesignDocument {
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-12-01', mode: 'full' });
  return buildDocument({ title: draft.title, worksheet, draft, report, profile });
}

let place: { workspace: string; project: string };
let documents: ReturnType<typeof as>['documents'];

beforeAll(async () => {
  const person = { email: 'editor@example.org', name: 'Fraud data scientist' };
  const made = await transaction(async (tx) => {
    const userId = await createUser(tx, person);
    const workspace = await createWorkspace(tx, { name: 'Risk models', ownerId: userId, demo: false });
    const owner = { workspaceId: workspace.id, by: userId };
    const project = await insertProject(tx, { ...owner, title: 'Not yet named', visibility: 'workspace' });
    return { userId, place: { workspace: workspace.slug, project: project.slug } };
  });
  place = made.place;
  const actor = { ...person, userId: made.userId, via: { kind: 'session', sessionId: '' } } as const;
  expect(await importWorksheet(await guard('project.edit', actor, place), file, 'yaml')).toEqual([]);
  documents = as(actor).documents;
});

test.each(['full', 'executive'] as const)(
  'the %s document has the same bytes here and from the file',
  async (profile) => {
    const [markdown, pdf] = await Promise.all([
      documents.markdown({ ...place, profile }),
      documents.pdf({ ...place, profile }),
    ]);
    expect(await markdown.text()).toBe(renderMarkdown(fromFile(profile)));
    expect(Buffer.from(await pdf.arrayBuffer()).equals(await renderPdf(fromFile(profile)))).toBe(true);
    expect([markdown.type, pdf.type]).toEqual(['text/markdown; charset=utf-8', 'application/pdf']);
  },
);

test('the file comes out as it went in', async () => {
  expect(await (await documents.file({ ...place, kind: 'yaml' })).text()).toBe(file);
});
