import { AppError } from '#lib/domain/errors.ts';
import type { Images } from '#lib/domain/images/image.ts';
import { isJsonArray, isJsonObject, own, type JsonObject } from '#lib/domain/json.ts';
import { recordForFile } from '#lib/domain/worksheets/decision-files.ts';
import { FORMAT } from '#lib/domain/worksheets/draft.ts';
import { upgrade } from '#lib/domain/worksheets/stored.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import { announce } from './announcements.ts';
import { command } from './events.ts';
import { addFileRecords, type FileRecords } from './file-records.ts';
import type { Grant, ProjectGrant, Reading } from './grants.ts';
import { insertImages } from './images.ts';

export interface StoredSection {
  readonly version: number;
  readonly value: JsonObject;
}

export type StoredSections = Readonly<Record<string, StoredSection>>;

/** What a file says beside its sections (stage, profile, waivers, evidence …) is kept as one more row. */
export const restOfFile = 'file';

/** How the decisions come with the sections, from their own table. */
const decisionRows = 'decisions';

/** The worksheet as a file says it: with the decisions, which have rows of their own, in the rest of the file. */
export async function readSections(grant: ProjectGrant): Promise<StoredSections> {
  const { rows } = await pool().query<StoredRow>(
    prepared({
      name: 'sections-of-project',
      text: `SELECT "section", "version", "value", "format" FROM "Section" WHERE "projectId" = $1
        UNION ALL SELECT '${decisionRows}', 0, jsonb_build_object('decisions', jsonb_agg("record" ORDER BY "number")), '${FORMAT}'
          FROM "Decision" WHERE "projectId" = $1 HAVING count(*) > 0
        ORDER BY "section"`,
      values: [grant.project.id],
    }),
  );
  const { [decisionRows]: decided, ...sections } = asSections(rows);
  if (decided === undefined) return sections;
  const records = own(decided.value, 'decisions');
  const decisions = isJsonArray(records) ? records.filter(isJsonObject).map(recordForFile) : [];
  const rest = sections[restOfFile] ?? nothingYet;
  return { ...sections, [restOfFile]: { ...rest, value: { ...rest.value, decisions } } };
}

/** The sections alone, inside a command, which holds the stream's counter: nobody edits until it ends. */
export async function readSectionsIn(tx: Transaction, projectId: string): Promise<StoredSections> {
  const rows = await tx.$queryRaw<StoredRow[]>`
    SELECT "section", "version", "value", "format" FROM "Section" WHERE "projectId" = ${projectId}::uuid ORDER BY "section"`;
  return asSections(rows);
}

type StoredRow = StoredSection & { readonly section: string; readonly format: string };

function asSections(rows: readonly StoredRow[]): StoredSections {
  return Object.fromEntries(rows.map((row) => [row.section, { version: row.version, value: upToDate(row) }]));
}

/** A section as it would be written today. @throws AppError internal for one that a newer Plumbline wrote */
export function upToDate({
  section,
  format,
  value,
}: {
  section: string;
  format: string;
  value: JsonObject;
}): JsonObject {
  if (format === FORMAT) return value;
  const upgraded = upgrade({ format, sections: { [section]: value } });
  if (!upgraded.ok) throw new AppError('internal', upgraded.problem);
  const sections = own(upgraded.file, 'sections');
  const current = isJsonObject(sections) ? own(sections, section) : undefined;
  return isJsonObject(current) ? current : {};
}

/** The answer that an edit got when it first came. */
export interface FirstAnswer {
  readonly sequence: number;
  readonly payload: JsonObject;
}

/** What stands before an edit: the sections that it touches, and the answers to those of its ops that came before. */
export interface BeforeEdit {
  readonly sections: ReadonlyMap<string, StoredSection>;
  /** By op id. */
  readonly answered: ReadonlyMap<string, FirstAnswer>;
}

/** A section that has no row yet. */
export const nothingYet: StoredSection = { version: 0, value: {} };

interface StoredBefore {
  sections: Record<string, StoredSection & { format: string }> | null;
  answered: Record<string, FirstAnswer> | null;
}

/** Reads what stands before these edits, for the guard to ask along with the right. */
export function beforeEdit(sections: readonly string[], opIds: readonly string[]): Reading<BeforeEdit> {
  return {
    name: 'before-edit',
    text: (first) => `jsonb_build_object(
      'sections', (SELECT jsonb_object_agg("section", jsonb_build_object('version', "version", 'value', "value", 'format', "format"))
        FROM "Section" WHERE "projectId" = place."id" AND "section" = ANY ($${first}::text[])),
      'answered', (SELECT jsonb_object_agg("opId", jsonb_build_object('sequence', "sequence", 'payload', "payload"))
        FROM "Event" WHERE "streamId" = place."id" AND "opId" = ANY ($${first + 1}::text[])))`,
    values: [sections, opIds],
    read(found) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement above says what it yields
      const { sections: stored, answered } = found as StoredBefore;
      const current = Object.entries(stored ?? {}).map(
        ([section, row]) => [section, { version: row.version, value: upToDate({ ...row, section }) }] as const,
      );
      return { sections: new Map(current), answered: new Map(Object.entries(answered ?? {})) };
    },
  };
}

export interface Edit {
  readonly section: string;
  /** The version that the new value was made from; 0 when the section had no row. */
  readonly from: number;
  readonly value: JsonObject;
  /** In order; each becomes an event under its own op id. */
  readonly ops: readonly { readonly id: string; readonly payload: JsonObject }[];
}

/**
 * Writes an edit in ONE statement: the stream's counter (the first lock), the section if it still has the version that
 * the edit was made from, and an event for each op. Compared with a transaction of several statements this is what
 * keeps autosave fast; see docs/architecture.md.
 * A lost race leaves a gap in the sequence, which readers step over.
 * @returns the new sequence, or `null` when somebody else was faster: read again, merge again
 */
export async function writeEdit(grant: Grant<'project.edit'>, edit: Edit): Promise<number | null> {
  try {
    const { rows } = await pool().query<{ sequence: number; written: boolean }>(
      prepared({
        name: 'write-edit',
        text: writeEditStatement,
        values: [
          grant.project.id,
          edit.section,
          edit.from,
          JSON.stringify(edit.value),
          edit.ops.map((op) => op.id),
          edit.ops.map((op) => JSON.stringify(op.payload)),
          grant.workspace.id,
          grant.actor.userId,
        ],
      }),
    );
    const row = rows[0];
    if (row === undefined || !row.written) return null;
    announce(grant.project.id, row.sequence);
    return row.sequence;
  } catch (error) {
    if (isRepeatedOp(error)) return null;
    throw error;
  }
}

/** The statement behind every autosave; the benchmark runs the same text over bare pg. */
export const writeEditStatement = `
  WITH stream AS (
    UPDATE "EventStream" SET "sequence" = "sequence" + cardinality($5::text[]), "movedAt" = now()
    WHERE "id" = $1::uuid RETURNING "sequence"
  ), section AS (
    INSERT INTO "Section" ("projectId", "section", "version", "value", "format", "updatedAt")
    SELECT $1::uuid, $2::text, $3::int + 1, $4::jsonb, '${FORMAT}', now() FROM stream
    ON CONFLICT ("projectId", "section") DO UPDATE
      SET "version" = EXCLUDED."version", "value" = EXCLUDED."value", "format" = EXCLUDED."format", "updatedAt" = EXCLUDED."updatedAt"
      WHERE "Section"."version" = $3::int
    RETURNING "version"
  ), event AS (
    INSERT INTO "Event" ("streamId", "sequence", "workspaceId", "projectId", "actorId", "type", "payload", "opId")
    SELECT $1::uuid, stream."sequence" - cardinality($5::text[]) + op.n, $7::uuid, $1::uuid, $8::uuid, 'worksheet.edited', op.payload::jsonb, op.id
    FROM section, stream, unnest($5::text[], $6::text[]) WITH ORDINALITY AS op (id, payload, n)
    RETURNING 1
  )
  SELECT stream."sequence", EXISTS (SELECT 1 FROM section) AS "written" FROM stream`;

/** The same edit came in twice at once; the second finds the first one's answer when it reads again. */
function isRepeatedOp(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === '23505' &&
    'constraint' in error &&
    error.constraint === 'Event_streamId_opId_key'
  );
}

/** Writes whole sections inside a transaction of the caller, in the order of their names, as all locks are taken. */
export async function writeSections(
  tx: Transaction,
  projectId: string,
  sections: Readonly<Record<string, JsonObject>>,
): Promise<void> {
  for (const section of Object.keys(sections).toSorted()) {
    const value = JSON.stringify(sections[section]);
    await tx.$executeRaw`
      INSERT INTO "Section" ("projectId", "section", "version", "value", "format")
      VALUES (${projectId}::uuid, ${section}, 1, ${value}::jsonb, ${FORMAT})
      ON CONFLICT ("projectId", "section") DO UPDATE
        SET "version" = "Section"."version" + 1, "value" = EXCLUDED."value", "format" = EXCLUDED."format", "updatedAt" = now()`;
  }
}

/**
 * Replaces the whole worksheet, as an import does; what stood before is kept in the log. Decisions and
 * threads are added to those of the project, which stay.
 */
export async function replaceWorksheet(
  grant: Grant<'project.edit'>,
  file: FileRecords & {
    readonly title: string;
    readonly sections: Readonly<Record<string, JsonObject>>;
    readonly images: Images;
  },
): Promise<void> {
  const { workspace, project, actor } = grant;
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, append) => {
    const stood = await tx.$queryRaw<{ section: string; value: JsonObject }[]>`
      SELECT "section", "value" FROM "Section" WHERE "projectId" = ${project.id}::uuid ORDER BY "section"`;
    const emptied = Object.fromEntries(stood.map((row) => [row.section, {}]));
    await writeSections(tx, project.id, { ...emptied, ...file.sections });
    await insertImages(tx, project.id, file.images);
    await tx.project.update({ where: { id: project.id, workspaceId: workspace.id }, data: { title: file.title } });
    const before = Object.fromEntries(stood.map((row) => [row.section, row.value]));
    const sequence = await append({
      type: 'worksheet.imported',
      payload: { before: { title: project.title, sections: before }, title: file.title },
    });
    await addFileRecords(tx, project.id, file, { by: actor.userId, sequence });
  });
}
