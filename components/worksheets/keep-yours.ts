import type { WorksheetStore } from '#lib/client/worksheet-store.ts';
import { itemIdFrom } from '#lib/domain/ids.ts';
import { isJsonObject, type JsonObject } from '#lib/domain/json.ts';
import { reservedKey } from '#lib/domain/worksheets/draft.ts';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { idOf, itemsAt } from '#lib/domain/worksheets/lay-edit.ts';
import type { Op } from '#lib/domain/worksheets/operations.ts';
import type { Unsettled } from './unsettled.ts';

type Store = Pick<WorksheetStore, 'sections' | 'valueAt' | 'set' | 'insert' | 'remove' | 'move'>;

/** Makes an edit again, over what stands there now. */
export function keepYours(store: Store, op: Op): void {
  if (op.kind === 'insert') return insertAgain(store, { ...op });
  clearAround(store, op.path);
  switch (op.kind) {
    case 'set':
      return store.set(op.path, op.value);
    case 'remove':
      return store.remove(op.path);
    case 'move':
      return store.move(op.path, op.after);
  }
}

/** Brings a deleted item back to its place, with what was typed into it meanwhile. */
export function restoreLost(store: Store, { path, entries, restore }: Extract<Unsettled, { kind: 'lost' }>): void {
  if (store.valueAt(path) === undefined && restore !== undefined) insertAgain(store, restore);
  for (const { op } of entries) keepYours(store, op);
}

/** An insert as the log tells it. */
export function insertAgain(store: Store, { path, value, after }: JsonObject): void {
  if (typeof path !== 'string' || !isJsonObject(value)) return;
  clearAround(store, `${path}.${idOf(value)}`);
  store.insert(path, unlikeOthers(store, path, value), typeof after === 'string' ? after : null);
}

/** An answer for a whole list or group, as "does not apply", rules out what lies in it: it goes first. */
function clearAround(store: Store, path: string): void {
  for (let at = parentPath(path); at !== ''; at = parentPath(at)) {
    if (reservedKey(store.valueAt(at)) !== undefined) store.set(at, null);
  }
}

/** Somebody else’s item may have taken the same id. */
function unlikeOthers(store: Store, list: string, item: JsonObject): JsonObject {
  const taken = new Set(itemsAt(store.sections, list).map(idOf));
  return taken.has(idOf(item)) ? { ...item, id: itemIdFrom(idOf(item), taken) } : item;
}
