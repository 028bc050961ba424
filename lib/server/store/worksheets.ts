import { AppError } from '#lib/domain/errors.ts';
import { isJsonObject, own, type JsonObject } from '#lib/domain/json.ts';
import { FORMAT } from '#lib/domain/worksheets/draft.ts';
import { upgrade } from '#lib/domain/worksheets/stored.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import { announce } from './announcements.ts';
import { command } from './events.ts';
import type { Grant, ProjectGrant } from './grants.ts';

export interface StoredSection {
  readonly version: number;
  readonly value: JsonObject;
}

export type StoredSections = Readonly<Record<string, StoredSection>>;

/** What a file says beside its sections (stage, profile, waivers, evidence …) is kept as one more row. */
export const restOfFile = 'file';

export async function readSections(grant: ProjectGrant): Promise<StoredSections> {
  const { rows } = await pool().query<StoredSection & { section: string; format: string }>(
    prepared({
      name: 'sections-of-project',
      text: 'SELECT "section", "version", "value", "format" FROM "Section" WHERE "projectId" = $1 ORDER BY "section"',
      values: [grant.project.id],
    }),
  );
  return Object.fromEntries(rows.map((row) => [row.section, { version: row.version, value: upToDate(row) }]));
}

/** A section as it would be written today. @throws AppError internal for one that a newer Plumbline wrote */
function upToDate({ section, format, value }: { section: string; format: string; value: JsonObject }): JsonObject {
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

export interface BeforeEdit {
  readonly section: StoredSection;
  readonly answered: Readonly<Record<string, FirstAnswer>>;
}

const nothingYet: StoredSection = { version: 0, value: {} };

/** One section as it stands, and which of these edits were made before; one query. */
export async function beforeEdit(
  grant: Grant<'project.edit'>,
  section: string,
  opIds: readonly string[],
): Promise<BeforeEdit> {
  const { rows } = await pool().query<{
    section: (StoredSection & { format: string }) | null;
    answered: Record<string, FirstAnswer> | null;
  }>({
    name: 'before-edit',
    text: `SELECT
      (SELECT jsonb_build_object('version', "version", 'value', "value", 'format', "format") FROM "Section" WHERE "projectId" = $1 AND "section" = $2) AS "section",
      (SELECT jsonb_object_agg("opId", jsonb_build_object('sequence', "sequence", 'payload', "payload"))
        FROM "Event" WHERE "streamId" = $1 AND "opId" = ANY ($3)) AS "answered"`,
    values: [grant.project.id, section, opIds],
  });
  const { section: stored, answered } = rows[0] ?? { section: null, answered: null };
  const current = stored === null ? nothingYet : { version: stored.version, value: upToDate({ ...stored, section }) };
  return { section: current, answered: answered ?? {} };
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

/** Replaces the whole worksheet, as an import does; what stood before is kept in the log. */
export async function replaceWorksheet(
  grant: Grant<'project.edit'>,
  file: { readonly title: string; readonly sections: Readonly<Record<string, JsonObject>> },
): Promise<void> {
  const { workspace, project, actor } = grant;
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, append) => {
    const stood = await tx.$queryRaw<{ section: string; value: JsonObject }[]>`
      SELECT "section", "value" FROM "Section" WHERE "projectId" = ${project.id}::uuid ORDER BY "section"`;
    const emptied = Object.fromEntries(stood.map((row) => [row.section, {}]));
    await writeSections(tx, project.id, { ...emptied, ...file.sections });
    await tx.project.update({ where: { id: project.id, workspaceId: workspace.id }, data: { title: file.title } });
    const before = Object.fromEntries(stood.map((row) => [row.section, row.value]));
    await append({
      type: 'worksheet.imported',
      payload: { before: { title: project.title, sections: before }, title: file.title },
    });
  });
}
