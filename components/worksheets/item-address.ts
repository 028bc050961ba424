import { isJsonObject, type Json } from '#lib/domain/json.ts';
import type { Fields, ListField, Section } from '#lib/domain/worksheets/definition.ts';

/**
 * The part of an item's address after its section. The section's list called `items` needs no name
 * (`metrics.items.m1` → `m1`); items of other lists carry it (`framing.classes.fraud` → `classes.fraud`), since two
 * lists may hold the same id.
 */
export function itemSegment(itemPath: string): string {
  const [, list = '', ...rest] = itemPath.split('.');
  return list === 'items' ? rest.join('.') : [list, ...rest].join('.');
}

export interface ItemPlace {
  /** Path of the list: `metrics.items`. */
  readonly list: string;
  readonly field: ListField;
  readonly id: string;
}

/** The list and item that a segment means; undefined where the section has no such list. */
export function itemPlace(section: Section, segment: string): ItemPlace | undefined {
  const [first = '', ...rest] = segment.split('.');
  const named = rest.length > 0 ? listAt(section.fields, first) : undefined;
  if (named !== undefined) return { list: `${section.key}.${first}`, field: named, id: rest.join('.') };
  const items = listAt(section.fields, 'items');
  return items === undefined ? undefined : { list: `${section.key}.items`, field: items, id: segment };
}

function listAt(fields: Fields, key: string): ListField | undefined {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field?.kind === 'list' ? field : undefined;
}

/**
 * The address in Write of any field: its section, the item whose page it stands on if it is not shown in the section
 * itself, and the whole path as the fragment.
 */
export function writePlace(
  section: Section,
  path: string,
): { readonly section: string; readonly item?: string; readonly field: string } {
  const [key = '', first = '', id, column] = path.split('.');
  const list = listAt(section.fields, first);
  const shownInPlace = list === undefined || id === undefined || column === undefined || list.summary.includes(column);
  return shownInPlace
    ? { section: key, field: path }
    : { section: key, item: itemSegment(`${key}.${first}.${id}`), field: path };
}

export function hasItem(list: Json | undefined, id: string): boolean {
  return Array.isArray(list) && list.some((item: Json) => isJsonObject(item) && item['id'] === id);
}
