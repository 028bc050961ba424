import { sectionByKey, type Worksheet } from './all-sections.ts';
import type { Answer, AnswerState } from './answers.ts';
import type { Field, Fields, ListField, Section } from './definition.ts';
import { parentPath } from './draft-path.ts';

export { draftValueAt, lastPart, parentPath } from './draft-path.ts';

/**
 * Every field has a lasting address: section, keys, and ids of items, joined by points.
 * 'business.objective', 'metrics.items.m1.targetValue', 'framing.baselines.rules.values.v1.value'.
 */
export type Place =
  | { readonly kind: 'section'; readonly path: string; readonly section: Section }
  | {
      readonly kind: 'field';
      readonly path: string;
      readonly section: Section;
      readonly field: Field;
      readonly key: string;
    }
  | {
      readonly kind: 'item';
      readonly path: string;
      readonly section: Section;
      readonly list: ListField;
      readonly id: string;
      readonly key: string;
    };

/** Every part of the product asks for the same paths again and again; beyond so many they are forgotten. */
const REMEMBERED = 20_000;
const places = new Map<string, Place | undefined>();

/** What a path addresses in the definition, whether or not the draft holds it. `key` is the path without item ids. */
export function parsePath(path: string): Place | undefined {
  const known = places.get(path);
  if (known !== undefined || places.has(path)) return known;
  if (places.size >= REMEMBERED) places.clear();
  const place = placeAt(path);
  places.set(path, place);
  return place;
}

function placeAt(path: string): Place | undefined {
  const [sectionKey = '', ...rest] = path.split('.');
  const section = sectionByKey(sectionKey);
  if (section === undefined) return undefined;
  let place: Place = { kind: 'section', path, section };
  let fields: Fields | undefined = section.fields;
  let key = sectionKey;
  for (const part of rest) {
    if (place.kind === 'field' && place.field.kind === 'list') {
      place = { kind: 'item', path, section, list: place.field, id: part, key };
      fields = place.list.fields;
      continue;
    }
    const field: Field | undefined = fields !== undefined && Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (field === undefined) return undefined;
    key = `${key}.${part}`;
    place = { kind: 'field', path, section, field, key };
    fields = field.kind === 'group' ? field.fields : undefined;
  }
  return place;
}

/** The field at a path; undefined for sections, items and paths to nothing. */
export function fieldAtPath(path: string): Field | undefined {
  const place = parsePath(path);
  return place?.kind === 'field' ? place.field : undefined;
}

/** The path of the nearest item that a field lies in; undefined for a field of the section itself. */
export function itemAround(path: string): string | undefined {
  for (let at = parentPath(path); at !== ''; at = parentPath(at)) if (parsePath(at)?.kind === 'item') return at;
  return undefined;
}

/** The path without ids of items, by which guidance and docs know a field: 'metrics.items.targetValue'. */
export function definitionKey(path: string): string | undefined {
  const place = parsePath(path);
  return place === undefined ? undefined : place.kind === 'section' ? place.section.key : place.key;
}

/** The answer of a leaf field of the worksheet; undefined where the path leads to none. */
export function answerAt(worksheet: Worksheet, path: string): Answer<unknown> | undefined {
  const value = worksheetValueAt(worksheet, path);
  return isAnswer(value) ? value : undefined;
}

/** The state of any field: lists and groups are answered when they hold something. */
export function stateAt(worksheet: Worksheet, path: string): AnswerState {
  const noted = worksheet.states.get(path);
  if (noted !== undefined) return noted.state;
  const value = worksheetValueAt(worksheet, path);
  if (isAnswer(value)) return value.state;
  if (Array.isArray(value)) return value.length > 0 ? 'answered' : 'blank';
  if (typeof value !== 'object' || value === null) return 'blank';
  return Object.values(value).some((member) => isAnswer(member) && member.state !== 'blank') ? 'answered' : 'blank';
}

/** Ids of the items of a list at a path. */
export function itemIdsAt(worksheet: Worksheet, path: string): readonly string[] {
  return itemsOf(worksheetValueAt(worksheet, path)).map(({ id }) => id);
}

/** The items of a list of a worksheet; none where the value is no list. */
export function itemsOf(value: unknown): readonly { readonly id: string }[] {
  return Array.isArray(value) ? value.filter(hasId) : [];
}

/** A worksheet that was read never changes, and a document asks for each of its values some twenty times. */
const values = new WeakMap<Worksheet, Map<string, unknown>>();

/** What stands at a path of a worksheet: an answer, the items of a list, or the answers of a group, item or section. */
export function worksheetValueAt(worksheet: Worksheet, path: string): unknown {
  const known = values.get(worksheet) ?? new Map<string, unknown>();
  if (known.size === 0) values.set(worksheet, known);
  if (known.has(path)) return known.get(path);
  const value = valueAt(worksheet, path);
  known.set(path, value);
  return value;
}

function valueAt(worksheet: Worksheet, path: string): unknown {
  let value: unknown = worksheet;
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = value.find((item: unknown) => hasId(item) && item.id === part);
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, part))
      value = Reflect.get(value, part);
    else return undefined;
  }
  return value;
}

function hasId(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** Groups and items have no own property 'state' that holds a text; answers do. */
export function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'state' in value && typeof value.state === 'string';
}
