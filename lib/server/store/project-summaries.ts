import { setImmediate } from 'node:timers/promises';
import { summarise, summaryRules, type ProjectSummary } from '#lib/domain/checks/project-summary.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import { pool, prepared, prisma } from '../db.ts';
import { oncePerProcess } from '../process-wide.ts';
import { placeProject } from './portfolio-places.ts';
import { dayIn } from './reports.ts';
import { draftOf } from './worksheet-files.ts';
import { upToDate } from './worksheets.ts';

/** A project whose summary may be behind: its log has moved on, the rules are others, or its day may be over. */
interface Behind {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
  /** Of its log, in the same snapshot as the sections. */
  readonly sequence: number;
  readonly holdsUntil: string | null;
  /** Nothing but the day may have made it old. */
  readonly onlyByDay: boolean;
  readonly sections: Readonly<Record<string, { value: JsonObject; format: string }>> | null;
}

const batch = 20;

/**
 * Makes the summaries of these projects anew where they are behind, or of all. Safe to run at any time and by several
 * instances at once: an older summary never replaces a newer one. One project that cannot be read stops no other.
 *
 * @param ended stops it between two projects
 * @returns how many were made
 */
export async function refreshSummaries(projects: readonly string[] | 'all', ended?: AbortSignal): Promise<number> {
  const rules = rulesOfThisProcess();
  let made = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const found = await findBehind(projects, rules, after);
    for (const project of found) {
      if (ended?.aborted) return made;
      if (await refresh(project, rules)) made += 1;
      // A large worksheet takes milliseconds to check; requests go first.
      await setImmediate();
    }
    const last = found.at(-1);
    if (last === undefined || found.length < batch) return made;
    after = last.id;
  }
}

/** A hash over the whole definition takes milliseconds, and stays the same until the next start. */
function rulesOfThisProcess(): string {
  return oncePerProcess('summary rules', summaryRules);
}

/** The earliest day on earth that could already be tomorrow is that of UTC+14. */
async function findBehind(projects: readonly string[] | 'all', rules: string, after: string): Promise<Behind[]> {
  const { rows } = await pool().query<Behind>(
    prepared({
      name: 'projects-behind',
      text: `WITH behind AS (
        SELECT p."id", p."title", w."timeZone", s."sequence", m."holdsUntil",
          m."sequence" = s."sequence" AND m."rules" = $2 AS "onlyByDay"
        FROM "Project" p
        JOIN "Workspace" w ON w."id" = p."workspaceId"
        JOIN "EventStream" s ON s."id" = p."id"
        LEFT JOIN "ProjectSummary" m ON m."projectId" = p."id"
        WHERE p."id" > $3::uuid AND ($1::uuid[] IS NULL OR p."id" = ANY ($1::uuid[]))
          AND (m."projectId" IS NULL OR m."sequence" < s."sequence" OR m."rules" <> $2
            OR m."holdsUntil" < to_char(now() AT TIME ZONE 'UTC' + interval '14 hours', 'YYYY-MM-DD'))
        ORDER BY p."id" LIMIT ${batch})
      SELECT behind.*, (SELECT jsonb_object_agg("section", jsonb_build_object('value', "value", 'format', "format"))
        FROM "Section" WHERE "projectId" = behind."id") AS "sections" FROM behind`,
      values: [projects === 'all' ? null : projects, rules, after],
    }),
  );
  return rows;
}

async function refresh(project: Behind, rules: string): Promise<boolean> {
  try {
    const today = dayIn(project.timeZone, new Date());
    if (project.onlyByDay && (project.holdsUntil ?? today) >= today) return false;
    const rows = Object.entries(project.sections ?? {});
    const sections = Object.fromEntries(
      rows.map(([section, row]) => [section, { value: upToDate({ ...row, section }) }]),
    );
    await keep(project, rules, summarise(draftOf(project.title, sections), today));
    await placeProject(prisma(), project.id);
    return true;
  } catch (error) {
    console.error(`summaries: ${project.id}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/**
 * The summary, and with it the list of what is not known yet: one statement, in which neither replaces what is newer.
 * A question that goes to somebody else is nobody's asking any more. The project may have been purged since it was read.
 */
async function keep({ id, sequence }: Behind, rules: string, summary: ProjectSummary): Promise<void> {
  const { stage, errors, warnings, openQuestions, due, owner, holdsUntil } = summary;
  await pool().query(
    prepared({
      name: 'keep-summary',
      text: keepStatement,
      values: [
        id,
        sequence,
        rules,
        stage,
        errors,
        warnings,
        openQuestions.length,
        due?.date ?? null,
        due?.kind ?? null,
        due?.what ?? null,
        owner,
        holdsUntil,
        JSON.stringify(openQuestions),
      ],
    }),
  );
}

const keepStatement = `
  WITH kept AS (
    INSERT INTO "ProjectSummary" ("projectId", "sequence", "rules", "stage", "errors", "warnings", "openQuestions",
      "dueOn", "dueKind", "dueWhat", "owner", "holdsUntil")
    SELECT p."id", $2::int, $3::text, $4::text, $5::int, $6::int, $7::int, $8::text, $9::text, $10::text, $11::text, $12::text
    FROM "Project" p WHERE p."id" = $1::uuid
    ON CONFLICT ("projectId") DO UPDATE SET "sequence" = EXCLUDED."sequence", "rules" = EXCLUDED."rules",
      "stage" = EXCLUDED."stage", "errors" = EXCLUDED."errors", "warnings" = EXCLUDED."warnings",
      "openQuestions" = EXCLUDED."openQuestions", "dueOn" = EXCLUDED."dueOn", "dueKind" = EXCLUDED."dueKind",
      "dueWhat" = EXCLUDED."dueWhat", "owner" = EXCLUDED."owner", "holdsUntil" = EXCLUDED."holdsUntil"
    WHERE "ProjectSummary"."sequence" <= EXCLUDED."sequence"
    RETURNING "projectId"
  ), question AS (
    SELECT * FROM jsonb_to_recordset($13::jsonb) AS open ("path" text, "label" text, "who" citext, "by" text)
  ), answered AS (
    DELETE FROM "OpenQuestion" q USING kept WHERE q."projectId" = kept."projectId" AND q."sequence" <= $2::int
      AND q."path" NOT IN (SELECT "path" FROM question)
  )
  INSERT INTO "OpenQuestion" AS q ("projectId", "path", "sequence", "label", "who", "by")
  SELECT kept."projectId", question."path", $2::int, question."label", question."who", question."by" FROM kept, question
  ON CONFLICT ("projectId", "path") DO UPDATE SET "sequence" = EXCLUDED."sequence", "label" = EXCLUDED."label",
    "who" = EXCLUDED."who", "by" = EXCLUDED."by",
    "since" = CASE WHEN q."who" IS DISTINCT FROM EXCLUDED."who" THEN now() ELSE q."since" END,
    "askedId" = CASE WHEN q."who" IS NOT DISTINCT FROM EXCLUDED."who" THEN q."askedId" END,
    "askedById" = CASE WHEN q."who" IS NOT DISTINCT FROM EXCLUDED."who" THEN q."askedById" END,
    "note" = CASE WHEN q."who" IS NOT DISTINCT FROM EXCLUDED."who" THEN q."note" END
  WHERE q."sequence" <= EXCLUDED."sequence"`;
