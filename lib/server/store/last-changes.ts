import { isJsonObject, own, type JsonObject } from '#lib/domain/json.ts';
import { lastPart, parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { pool, prepared } from '../db.ts';
import { touchedPath } from './events.ts';
import type { ProjectGrant } from './grants.ts';

/** The newest change of a field or an item, of something in it, or of what it lies in. */
export interface LastChange {
  readonly sequence: number;
  readonly at: Date;
  /** People who are gone stay in the log as what they were. */
  readonly by: string;
  /** The one who asks made it, elsewhere. */
  readonly you: boolean;
  /** Of a deletion: what brings the item back, as an edit without its id. */
  readonly restore?: JsonObject;
}

interface FoundChange {
  asked: string;
  sequence: number;
  at: Date;
  kind: string | null;
  inverse: unknown;
  actorId: string | null;
  actorName: string | null;
}

/** The last change at each of these paths; a path that the log says nothing of is not among the answers. */
export async function lastChanges(
  grant: ProjectGrant,
  paths: readonly string[],
): Promise<ReadonlyMap<string, LastChange>> {
  const { rows } = await pool().query<FoundChange>(
    prepared({
      name: 'last-changes',
      text: `SELECT asked."path" AS "asked", e."sequence", e."at", e."payload"->>'kind' AS "kind",
          e."payload"->'inverse' AS "inverse", e."actorId", coalesce(u."name", e."actorName") AS "actorName"
        FROM unnest($2::text[]) AS asked ("path")
        CROSS JOIN LATERAL (
          SELECT * FROM (
            SELECT *, ${touchedPath} AS "touched" FROM "Event"
            WHERE "streamId" = $1 AND "type" IN ('worksheet.edited', 'worksheet.imported')
          ) change
          WHERE "touched" IN ('', asked."path") OR starts_with("touched", asked."path" || '.')
            OR starts_with(asked."path", "touched" || '.')
          ORDER BY "sequence" DESC LIMIT 1
        ) e
        LEFT JOIN "User" u ON u."id" = e."actorId"`,
      values: [grant.project.id, [...new Set(paths)]],
    }),
  );
  return new Map(rows.map((row) => [row.asked, toChange(row, grant.actor.userId)]));
}

function toChange({ asked, sequence, at, kind, inverse, actorId, actorName }: FoundChange, reader: string): LastChange {
  const by = actorName ?? (actorId === null ? 'Plumbline' : 'former member');
  const change = { sequence, at, by, you: actorId === reader };
  return kind === 'remove' && isJsonObject(inverse) && bringsBack(inverse, asked)
    ? { ...change, restore: inverse }
    : change;
}

/** Whether the edit inserts this very item: what went may have been what it lay in. */
function bringsBack({ kind, path, value }: JsonObject, item: string): boolean {
  return kind === 'insert' && isJsonObject(value) && path === parentPath(item) && own(value, 'id') === lastPart(item);
}
