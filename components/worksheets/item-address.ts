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

/**
 * The list and item that a segment means, those inside of another item too (`baselines.rules.values.v1`); undefined where
 * the section has no such list.
 */
export function itemPlace(section: Section, segment: string): ItemPlace | undefined {
  const parts = segment.split('.');
  const named = parts.length > 1 && listAt(section.fields, parts[0]) !== undefined;
  return placeIn(section.fields, section.key, named ? parts : ['items', ...parts]);
}

function placeIn(fields: Fields, at: string, [key = '', id = '', ...rest]: readonly string[]): ItemPlace | undefined {
  const field = listAt(fields, key);
  if (field === undefined || id === '') return undefined;
  const list = `${at}.${key}`;
  return rest.length === 0 ? { list, field, id } : placeIn(field.fields, `${list}.${id}`, rest);
}

function listAt(fields: Fields, key = ''): ListField | undefined {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field?.kind === 'list' ? field : undefined;
}

/** Of every list of a worksheet, the columns that are edited in place. */
export function summariesOf(sections: readonly Section[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    sections.flatMap((section) =>
      Object.entries(section.fields).flatMap(([key, field]): [string, readonly string[]][] =>
        field.kind === 'list' ? [[`${section.key}.${key}`, field.summary]] : [],
      ),
    ),
  );
}

/**
 * The address in Write of any field: its section, the item whose page it stands on if it is not shown in the section
 * itself, and the whole path as the fragment. `cramped`: there is no room for a grid, and cells are on the item's page.
 */
export function writePlace(
  summaries: Readonly<Record<string, readonly string[]>>,
  path: string,
  cramped = false,
): { readonly section: string; readonly item?: string; readonly field: string } {
  const [section = '', first = '', id, column] = path.split('.');
  const summary = summaries[`${section}.${first}`];
  const shownInPlace =
    summary === undefined || id === undefined || column === undefined || (!cramped && summary.includes(column));
  if (shownInPlace) return { section, field: path };
  return { section, item: itemSegment(`${section}.${first}.${id}`), field: path };
}
