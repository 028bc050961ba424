import type { Json, JsonObject } from '#lib/domain/json.ts';
import { draftValueAt, lastPart, parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { idOf, itemsAt, layEdit } from '#lib/domain/worksheets/lay-edit.ts';
import type { Op } from '#lib/domain/worksheets/operations.ts';

export type Sections = Readonly<Record<string, JsonObject>>;

/** An edit that the page shows already and the server has not told back yet. */
export interface PendingEdit {
  readonly op: Op;
  /** The id it is sent under: its own, or that of an earlier edit of the same field; null until it has been kept. */
  readonly sentAs: string | null;
  /** The log entry that holds it, once the server has answered; the edit is dropped when the log has come so far. */
  readonly answeredAt: number | null;
}

/**
 * What the page shows: the server's sections with the pending edits laid over them. Someone else's change of the same
 * field may have come in between; what was typed here stays in its box until the server has decided.
 */
export function overlay(sections: Sections, pending: readonly PendingEdit[]): Sections {
  return pending.reduce((shown, { op }) => layEdit(shown, op), sections);
}

export function hashAt(sections: Sections, path: string): string {
  return valueHash(valueAt(sections, path));
}

export function valueAt(sections: Sections, path: string): Json | undefined {
  return draftValueAt({ sections }, path);
}

/** The item that stands before the given one in its list; null when it is the first. */
export function itemBefore(sections: Sections, path: string): string | null {
  const ids = itemsAt(sections, parentPath(path)).map(idOf);
  return ids[ids.indexOf(lastPart(path)) - 1] ?? null;
}
