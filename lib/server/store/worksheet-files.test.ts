import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { AppError } from '#lib/domain/errors.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { editorWorld } from '#test/editor-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import type { Actor } from './actor.ts';
import { guard, type Grant } from './grants.ts';
import { createProject } from './projects.ts';
import { contentToBegin, readDraft, readFileDraft } from './worksheet-files.ts';

await serveTestDatabase();

let maker: Grant<'projects.create'>;
let actor: Actor;

beforeAll(async () => {
  ({ actor } = await editorWorld());
  maker = await guard('projects.create', actor, { workspace: 'risk-models' });
});

test('a project that begins with a file holds the bytes of that file', async () => {
  const text = await readFile('examples/card-fraud/worksheet.yaml', 'utf8');
  const content = contentToBegin(text, 'yaml');
  const made = await createProject(maker, { title: 'Card-not-present fraud', visibility: 'workspace', ...content });
  const grant = await guard('project.read', actor, { workspace: 'risk-models', project: made.slug });
  expect(writeFile(await readFileDraft(grant), 'yaml')).toBe(text);
});

test('an empty worksheet knows the name of its project', async () => {
  const made = await createProject(maker, { title: 'Delivery time promise', visibility: 'workspace' });
  const grant = await guard('project.read', actor, { workspace: 'risk-models', project: made.slug });
  expect((await readDraft(grant)).sections).toEqual({ overview: { name: 'Delivery time promise' } });
});

test('a file with a mistake says where, with every problem in its details', () => {
  const text =
    'format: plumbline/v1\ntitle: Fraud\nsections:\n  business:\n    objectiv: Less fraud\n    buildCost: many\n';
  let refused: unknown;
  try {
    contentToBegin(text, 'yaml');
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(AppError);
  expect(refused).toMatchObject({ code: 'bad-input', details: { line: 5, column: 5 } });
  expect(String(refused)).toContain('Line 5 of the file');
  expect(refused).toHaveProperty('details.problems.length', 2);
});

test('no project is left behind when its sections can not be stored', async () => {
  const broken = { business: { objective: '\u0000' } };
  await expect(createProject(maker, { title: 'Half done', visibility: 'workspace', sections: broken })).rejects.toThrow(
    'unsupported Unicode escape sequence',
  );
  const { rows } = await pool().query('SELECT 1 FROM "Project" WHERE "title" = $1', ['Half done']);
  expect(rows).toEqual([]);
});
