import { AppError } from '#lib/domain/errors.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { compareMoments, lastTouch, type MomentDifference, type Touch } from '#lib/domain/worksheets/comparison.ts';
import type { DraftSections } from '#lib/domain/worksheets/operations.ts';
import { takeBack } from '#lib/domain/worksheets/take-back.ts';
import { touchedPath } from './events.ts';
import type { Reading } from './grants.ts';
import { upToDate } from './worksheets.ts';

/** A place in a project's log: the worksheet as it stood after that event. `draft` is the present. */
export type Moment = number | 'draft';

/** Somebody, and when; the name is absent for people who are gone. */
interface Trace {
  readonly sequence: number;
  /** ISO 8601; it comes out of a JSON value. */
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
}

interface StoredMoments {
  readonly sections: Record<string, { value: JsonObject; format: string }> | null;
  /** Newest first. */
  readonly changes: readonly { sequence: number; inverse: Json | null; before: Json | null }[];
  readonly touches: readonly (Touch & Trace)[];
}

/** Past every sequence that there can be. */
const present = 2_147_483_647;

const changeTypes = `"type" IN ('worksheet.edited', 'worksheet.imported')`;

/**
 * What it takes to rebuild the worksheet at two moments, in one statement so that both are of one present. Of what was
 * typed into one field between two changes of a list only the first event is read: taking it back takes back the rest.
 */
export function readingMoments(from: number, to: Moment): Reading<StoredMoments> {
  return {
    name: 'moments',
    text: (first) => `jsonb_build_object(
      'sections', (SELECT jsonb_object_agg("section", jsonb_build_object('value', "value", 'format', "format"))
        FROM "Section" WHERE "projectId" = place."id"),
      'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('sequence', "sequence", 'inverse', inverse, 'before', before)
          ORDER BY "sequence" DESC), '[]')
        FROM (SELECT DISTINCT ON (later, epoch, subject) * FROM (
          SELECT "sequence", "payload"->'inverse' AS inverse, "payload"->'before'->'sections' AS before,
            "sequence" > $${first + 1}::text::int AS later,
            CASE WHEN "payload"->>'kind' = 'set' THEN "payload"->>'path' ELSE "sequence"::text END AS subject,
            count(*) FILTER (WHERE "payload"->>'kind' IS DISTINCT FROM 'set') OVER (ORDER BY "sequence") AS epoch
          FROM "Event" WHERE "streamId" = place."id" AND "sequence" > $${first}::text::int AND ${changeTypes}
            AND ("type" = 'worksheet.imported' OR "payload" ? 'inverse')) change
          ORDER BY later, epoch, subject, "sequence" LIMIT ${limits.changesTakenBack + 1}) firsts),
      'touches', (SELECT coalesce(jsonb_agg(touch), '[]') FROM (
        SELECT DISTINCT ON (path) * FROM (
          SELECT ${touchedPath} AS path, coalesce("payload"->>'kind', 'import') AS kind, e."sequence", e."at", e."actorId", coalesce(u."name", e."actorName") AS "actorName"
          FROM "Event" e LEFT JOIN "User" u ON u."id" = e."actorId"
          WHERE "streamId" = place."id" AND "sequence" > $${first}::text::int AND "sequence" <= $${first + 1}::text::int AND ${changeTypes}
            AND ("type" = 'worksheet.imported' OR "payload" ? 'path')) touched
        ORDER BY path, "sequence" DESC LIMIT ${limits.changesTakenBack}) touch))`,
    values: [String(from), String(to === 'draft' ? present : to)],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement above says what it yields
    read: (found) => found as StoredMoments,
  };
}

export interface ComparedField extends MomentDifference {
  /** Who changed it last between the two; null where the log names no event for it. */
  readonly last: Trace | null;
}

export interface ComparedMoments {
  readonly differences: readonly ComparedField[];
  readonly more: number;
}

/** Field by field, what changed from one moment to another. @throws AppError too-large */
export function compareStored(stored: StoredMoments, to: Moment): ComparedMoments {
  const { changes, touches } = stored;
  if (changes.length > limits.changesTakenBack) {
    throw new AppError('too-large', 'More has changed since that moment than can be compared. Choose a later one.');
  }
  const later = to === 'draft' ? [] : changes.filter(({ sequence }) => sequence > to);
  const newer = takeBack(presentSections(stored), later);
  const older = takeBack(newer, changes.slice(later.length));
  const { differences, more } = compareMoments(older, newer);
  return { differences: differences.map((each) => ({ ...each, last: lastTouch(each, touches) ?? null })), more };
}

function presentSections({ sections }: StoredMoments): DraftSections {
  const rows = Object.entries(sections ?? {});
  return Object.fromEntries(rows.map(([section, row]) => [section, upToDate({ ...row, section })]));
}

/** The last event of each quarter of an hour in which the worksheet changed, newest first. */
export interface QuarterHour {
  readonly sequence: number;
  readonly at: string;
}

/** Years of work at some hours a day. */
const mostQuarters = 2_000;

/**
 * When the worksheet changed, for whoever wants to choose a moment. Days begin at another hour for every reader, and
 * all zones are a multiple of a quarter of an hour apart.
 */
export function readingQuarters(): Reading<readonly QuarterHour[]> {
  return {
    name: 'quarters',
    text: () => `(SELECT coalesce(jsonb_agg(quarter ORDER BY "sequence" DESC), '[]') FROM (
      SELECT max("sequence") AS "sequence", max("at") AS "at" FROM "Event"
      WHERE "streamId" = place."id" AND ${changeTypes}
      GROUP BY date_bin('15 minutes', "at", timestamptz '2020-01-01 00:00Z') ORDER BY 1 DESC LIMIT ${mostQuarters}) quarter)`,
    values: [],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement above says what it yields
    read: (found) => found as readonly QuarterHour[],
  };
}
