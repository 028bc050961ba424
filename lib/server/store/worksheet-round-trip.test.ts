import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { parseFile, writeFile } from '#lib/domain/worksheets/file.ts';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { guard } from './grants.ts';
import { importWorksheet, readFileDraft } from './worksheet-files.ts';

await serveTestDatabase();

type Kind = 'yaml' | 'json';

/** A project that holds nothing yet, so that nothing which is lost stands there from before. */
async function newPlace() {
  // A person may import a file so many times a minute: each place has its own.
  const actor = await createActor('Owner');
  const { workspace, project } = await createPlace(actor, 'Not yet named');
  return { actor, at: { workspace, project } };
}

function fromFile(text: string, kind: Kind): DraftWorksheet {
  const { draft, problems } = parseFile(text, kind);
  expect(problems).toEqual([]);
  return draft;
}

async function fromDatabase(text: string, kind: Kind): Promise<DraftWorksheet> {
  const { actor, at } = await newPlace();
  expect((await importWorksheet(await guard('project.edit', actor, at), text, kind)).problems).toEqual([]);
  // A grant knows the title of its moment, and the import has changed it.
  return readFileDraft(await guard('project.read', actor, at));
}

async function fromApi(text: string, kind: Kind): Promise<DraftWorksheet> {
  const { actor, at } = await newPlace();
  const { worksheets, documents } = as(actor);
  expect(await worksheets.importFile({ ...at, text, kind })).toMatchObject({ imported: true, problems: [] });
  expect(await (await documents.file({ ...at, kind })).text()).toBe(text);
  const { title, sections, rest } = await worksheets.get({ ...at, threads: true });
  const values = Object.entries(sections).map(([name, { value }]) => [name, value] as const);
  return { ...rest, format: 'plumbline/v1', title, sections: Object.fromEntries(values) };
}

test.each([
  ['the file format', fromFile],
  ['the database', fromDatabase],
  ['the API', fromApi],
])('a worksheet comes back from %s as it was written', async (_way, readBack) => {
  await fc.assert(
    fc.asyncProperty(arbitraryDraft, fc.constantFrom<Kind>('yaml', 'json'), async (draft, kind) => {
      expect(await readBack(writeFile(draft, kind), kind)).toEqual(draft);
    }),
    // Thirty drafts fill nearly every field of the definition once. The difference names the one that was lost:
    // shrinking hardly makes a draft smaller, and each of its steps would ask the database.
    { numRuns: 30, endOnFailure: true },
  );
});
