import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import { changeAt } from '#lib/domain/worksheets/draft-edit.ts';
import { draftValueAt, lastPart, parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
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
  return pending.reduce((shown, { op }) => lay(shown, op), sections);
}

/**
 * One edit on top of what is shown, whatever it was made against. Whether it may stand is for the server to say, which
 * has the definition at hand; the page need not load it to show what was typed.
 */
export function lay(sections: Sections, op: Op): Sections {
  switch (op.kind) {
    case 'set':
      return put(sections, op.path, op.value);
    case 'insert': {
      const others = itemsAt(sections, op.path).filter((item) => itemId(item) !== itemId(op.value));
      return put(sections, op.path, placed(others, op.value, op.after));
    }
    case 'remove': {
      const others = itemsAt(sections, parentPath(op.path)).filter((item) => itemId(item) !== lastPart(op.path));
      return put(sections, parentPath(op.path), others);
    }
    case 'move': {
      const items = itemsAt(sections, parentPath(op.path));
      const moved = items.find((item) => itemId(item) === lastPart(op.path));
      if (moved === undefined) return sections;
      const others = items.filter((item) => item !== moved);
      return put(sections, parentPath(op.path), placed(others, moved, op.after));
    }
  }
}

function put(sections: Sections, path: string, value: Json | null): Sections {
  const blank = value === '' || (Array.isArray(value) && value.length === 0);
  return changeAt(sections, path, blank ? null : value);
}

function placed(items: readonly JsonObject[], item: JsonObject, after: string | null): readonly JsonObject[] {
  if (after === null) return [item, ...items];
  const at = items.findIndex((other) => itemId(other) === after);
  return at === -1 ? [...items, item] : items.toSpliced(at + 1, 0, item);
}

export function hashAt(sections: Sections, path: string): string {
  return valueHash(valueAt(sections, path));
}

export function valueAt(sections: Sections, path: string): Json | undefined {
  return draftValueAt({ sections }, path);
}

/** The items of a list, whatever the draft holds at its path. */
function itemsAt(sections: Sections, list: string): readonly JsonObject[] {
  const value = valueAt(sections, list);
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

export function itemId(item: JsonObject): string {
  return typeof item['id'] === 'string' ? item['id'] : '';
}

/** The item that stands before the given one in its list; null when it is the first. */
export function itemBefore(sections: Sections, path: string): string | null {
  const ids = itemsAt(sections, parentPath(path)).map(itemId);
  return ids[ids.indexOf(lastPart(path)) - 1] ?? null;
}
