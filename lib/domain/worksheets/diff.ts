import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { sections } from './all-sections.ts';
import type { Field, Fields } from './definition.ts';
import type { DraftWorksheet } from './draft.ts';
import { canonicalJson } from './hashes.ts';
import { itemId } from './read-worksheet.ts';

/** One field or item that differs between two drafts. */
export interface Difference {
  /** Of the field; of the item for items that came or went; of the list when its order changed. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** null where there was nothing. */
  readonly before: Json | null;
  /** null where there is nothing. For 'reordered' both are lists of ids. */
  readonly after: Json | null;
}

/** Field by field, in the order of the definition. Items are told apart by their ids, wherever they stand. */
export function diffDrafts(
  before: Pick<DraftWorksheet, 'sections'>,
  after: Pick<DraftWorksheet, 'sections'>,
): Difference[] {
  return sections.flatMap(({ key, fields }) =>
    diffFields(fields, own(before.sections, key), own(after.sections, key), key),
  );
}

function diffFields(fields: Fields, before: Json | undefined, after: Json | undefined, path: string): Difference[] {
  const [old, now] = [members(before), members(after)];
  return Object.entries(fields).flatMap(([key, field]) =>
    diffField(field, own(old, key) ?? null, own(now, key) ?? null, `${path}.${key}`),
  );
}

function diffField(field: Field, before: Json | null, after: Json | null, path: string): Difference[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (field.kind === 'list' && isListOrBlank(before) && isListOrBlank(after)) {
    return diffLists(field.fields, before ?? [], after ?? [], path);
  }
  if (field.kind === 'group' && isFieldsOrBlank(field.fields, before) && isFieldsOrBlank(field.fields, after)) {
    return diffFields(field.fields, before ?? undefined, after ?? undefined, path);
  }
  return [{ path, kind: kindOf(before, after), before, after }];
}

function diffLists(fields: Fields, before: readonly Json[], after: readonly Json[], path: string): Difference[] {
  const [old, now] = [byId(before), byId(after)];
  const removed = [...old].flatMap(([id, item]) => (now.has(id) ? [] : [change(`${path}.${id}`, item, null)]));
  const others = [...now].flatMap(([id, item]) => {
    const former = old.get(id);
    const at = `${path}.${id}`;
    return former === undefined ? [change(at, null, item)] : diffFields(fields, former, item, at);
  });
  const stayed = [...old.keys()].filter((id) => now.has(id));
  const order = [...now.keys()].filter((id) => old.has(id));
  const reordered: Difference[] =
    stayed.join() === order.join() ? [] : [{ path, kind: 'reordered', before: stayed, after: order }];
  return [...reordered, ...removed, ...others];
}

function change(path: string, before: Json | null, after: Json | null): Difference {
  return { path, kind: kindOf(before, after), before, after };
}

function kindOf(before: Json | null, after: Json | null): Difference['kind'] {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function members(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function isListOrBlank(value: Json | null): value is readonly Json[] | null {
  return value === null || isJsonArray(value);
}

/** A group that was answered as a whole changes as a whole. */
function isFieldsOrBlank(fields: Fields, value: Json | null): boolean {
  return value === null || (isJsonObject(value) && Object.keys(value).every((key) => Object.hasOwn(fields, key)));
}

function byId(items: readonly Json[]): Map<string, Json> {
  return new Map(items.flatMap((item) => (itemId(item) === undefined ? [] : [[itemId(item) ?? '', item]])));
}
