import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import { applyOps, valueHash, type Op } from '#lib/domain/worksheets/operations.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';

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
  return pending.reduce((shown, { op }) => lay(shown, op), sections);
}

/** One edit on top of what is shown, whatever it was made against. */
export function lay(sections: Sections, op: Op): Sections {
  const first = applyOps(sections, [op]);
  if (first.outcomes[0]?.outcome !== 'conflict' || (op.kind !== 'set' && op.kind !== 'remove')) return first.sections;
  const rebased = { ...op, base: hashAt(sections, op.path) };
  return applyOps(sections, [rebased]).sections;
}

export function hashAt(sections: Sections, path: string): string {
  return valueHash(valueAt(sections, path));
}

export function valueAt(sections: Sections, path: string): Json | undefined {
  return draftValueAt({ sections }, path);
}

/** The items of a list, whatever the draft holds at its path. */
export function itemsAt(sections: Sections, list: string): readonly JsonObject[] {
  const value = valueAt(sections, list);
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

export function itemId(item: JsonObject): string {
  return typeof item['id'] === 'string' ? item['id'] : '';
}

/** `metrics.items.m1` → list `metrics.items` and id `m1`. */
export function splitItemPath(path: string): { readonly list: string; readonly id: string } {
  const dot = path.lastIndexOf('.');
  return { list: path.slice(0, dot), id: path.slice(dot + 1) };
}

/** The item that stands before the given one in its list; null when it is the first. */
export function itemBefore(sections: Sections, path: string): string | null {
  const { list, id } = splitItemPath(path);
  const ids = itemsAt(sections, list).map(itemId);
  return ids[ids.indexOf(id) - 1] ?? null;
}
