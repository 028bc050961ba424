import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { exampleImages } from '#test/example-images.ts';
import { as } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { transaction } from '../db.ts';
import { guard } from '../store/grants.ts';
import { insertProject } from '../store/projects.ts';
import { createWorkspace } from '../store/setup.ts';
import { createUser } from '../store/users.ts';
import { importWorksheet } from '../store/worksheet-files.ts';

await serveTestDatabase();

const root = new URL('../../../', import.meta.url);
const file = fileURLToPath(new URL('examples/card-fraud/worksheet.yaml', root));
const text = readFileSync(file, 'utf8');

/** What the command line makes of the file, in a process of its own and with no database in reach. */
function rendered(
  to: 'markdown' | 'html' | 'pdf' | 'yaml' | 'json',
  profile: 'full' | 'executive',
  from = file,
): Buffer {
  const program = fileURLToPath(new URL('bin/plumbline', root));
  const { PATH } = process.env;
  return execFileSync(program, ['render', from, '--to', to, '--profile', profile], {
    maxBuffer: 20_000_000,
    env: { PATH, NODE_ENV: 'production', TZ: 'America/Lima' },
  });
}

let place: { workspace: string; project: string };
let everything: ReturnType<typeof as>;
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
  await importWorksheet(await guard('project.edit', actor, place), text, 'yaml');
  everything = as(actor);
  documents = everything.documents;
});

test.each(['full', 'executive'] as const)('the %s document has the same bytes on the command line', async (profile) => {
  const markdown = await documents.markdown({ ...place, profile });
  const html = await documents.html({ ...place, profile });
  const pdf = await documents.pdf({ ...place, profile });
  expect(await markdown.text()).toBe(rendered('markdown', profile).toString());
  expect(await html.text()).toBe(rendered('html', profile).toString());
  expect(Buffer.from(await pdf.arrayBuffer()).equals(rendered('pdf', profile))).toBe(true);
  expect([markdown, html, pdf].map(({ type }) => type)).toEqual([
    'text/markdown; charset=utf-8',
    'text/html; charset=utf-8',
    'application/pdf',
  ]);
});

test('the file comes out as it went in', async () => {
  expect(await (await documents.file({ ...place, kind: 'yaml' })).text()).toBe(text);
  for (const kind of ['yaml', 'json'] as const) {
    expect(await (await documents.file({ ...place, kind })).text()).toBe(rendered(kind, 'full').toString());
  }
});

test('with images that the file carries, the command line needs nothing else for the same bytes', async () => {
  const { name, data } = exampleImages.webp;
  const summary = `![Fraud by hour](image:${name})`;
  await everything.images.add({ ...place, data });
  const base = valueHash((await everything.worksheets.get(place)).sections['overview']?.value['priorAttempts']);
  const op = { id: randomUUID(), kind: 'set', path: 'overview.priorAttempts', base, value: summary } as const;
  await everything.worksheets.applyOps({ ...place, ops: [op] });
  const carrying = join(mkdtempSync(join(tmpdir(), 'plumbline-')), 'worksheet.yaml');
  writeFileSync(carrying, await (await documents.file({ ...place, kind: 'yaml' })).text());
  const [markdown, pdf] = [await documents.markdown(place), await documents.pdf(place)];
  expect(await markdown.text()).toContain(`![Fraud by hour][${name}]`);
  expect(await markdown.text()).toBe(rendered('markdown', 'full', carrying).toString());
  expect(Buffer.from(await pdf.arrayBuffer()).equals(rendered('pdf', 'full', carrying))).toBe(true);
});
