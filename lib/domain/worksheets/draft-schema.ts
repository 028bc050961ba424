import { ITEM_ID } from '#lib/domain/ids.ts';
import { isJsonArray, isJsonObject, own, type Json } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import type { Currency } from '#lib/domain/quantities/money.ts';
import { nearestName } from '#lib/domain/stats/nearest-name.ts';
import { quoted, type Offer } from '#lib/domain/quantities/reading.ts';
import type { Field, Fields, LeafField, ListField } from './definition.ts';
import { isQuantity } from './definition.ts';
import { asMeasured, reservedKey } from './draft.ts';
import { readQuantity } from './read-quantity.ts';
import { readLeaf, readReserved } from './read-leaf.ts';

/**
 * The draft schema: what may be stored and synced. It lets gaps pass, and text that could not be read where it is
 * marked as such; it refuses what the definition does not know. (The complete schema is completeness.ts, the stored
 * one is stored.ts.)
 */
export interface DraftProblem {
  readonly path: string;
  readonly message: string;
  /** Readings to choose from, or the nearest known name. */
  readonly offers?: readonly Offer[];
}

export interface DraftContext {
  readonly currency: Currency | undefined;
}

/** Everything wrong with the value of one field, its parts included. */
export function fieldProblems(field: Field, value: Json, path: string, context: DraftContext): DraftProblem[] {
  if (field.kind === 'list') return listProblems(field, value, path, context);
  if (field.kind === 'group') return groupProblems(field.fields, value, path, context);
  return leafProblems(field, value, path, context);
}

/** Everything wrong with an object of fields: a section or a group. */
export function fieldsProblems(fields: Fields, value: Json, path: string, context: DraftContext): DraftProblem[] {
  if (!isJsonObject(value)) return [{ path, message: 'Fields with their names are expected here.' }];
  return Object.entries(value).flatMap(([key, member]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field === undefined
      ? [unknownKey(path, key, Object.keys(fields))]
      : fieldProblems(field, member, `${path}.${key}`, context);
  });
}

/** Everything wrong with one item of a list, its id included. `path` is that of the list. */
export function itemProblems(list: ListField, value: Json, path: string, context: DraftContext): DraftProblem[] {
  if (!isJsonObject(value)) return [{ path, message: `Each ${list.itemNoun} has fields with names.` }];
  const { id, ...fields } = value;
  if (typeof id !== 'string' || !ITEM_ID.test(id)) {
    return [{ path, message: `An id is 1 to 32 of a–z, 0–9 and -; ${quoted(JSON.stringify(id ?? null))} is not.` }];
  }
  return fieldsProblems(list.fields, fields, `${path}.${id}`, context);
}

export function unknownKey(path: string, key: string, known: readonly string[]): DraftProblem {
  const near = nearestName(key, known);
  const message =
    near === undefined ? `Unknown key ${quoted(key)}.` : `Unknown key ${quoted(key)}. Did you mean ${near}?`;
  const at = path === '' ? key : `${path}.${key}`;
  return near === undefined
    ? { path: at, message }
    : { path: at, message, offers: [{ label: `Use ${near}`, text: near }] };
}

function listProblems(list: ListField, value: Json, path: string, context: DraftContext): DraftProblem[] {
  if (readReserved(value) !== null) return wholeProblems(value, path);
  if (!isJsonArray(value)) return [{ path, message: 'A list is expected here.' }];
  if (value.length > limits.listItems) {
    return [{ path, message: `A list takes at most ${limits.listItems} items; this has ${value.length}.` }];
  }
  const seen = new Set<string>();
  return value.flatMap((item) => {
    const problems = itemProblems(list, item, path, context);
    const id = isJsonObject(item) ? own(item, 'id') : undefined;
    if (typeof id !== 'string') return problems;
    if (seen.has(id)) problems.push({ path: `${path}.${id}`, message: `Two items have the id ${quoted(id)}.` });
    seen.add(id);
    return problems;
  });
}

function groupProblems(fields: Fields, value: Json, path: string, context: DraftContext): DraftProblem[] {
  return readReserved(value) === null ? fieldsProblems(fields, value, path, context) : wholeProblems(value, path);
}

function wholeProblems(value: Json, path: string): DraftProblem[] {
  return readReserved(value) === 'malformed' ? [malformed(path)] : unstorable(value, path);
}

function leafProblems(field: LeafField, value: Json, path: string, context: DraftContext): DraftProblem[] {
  const reserved = readReserved(value);
  if (reserved === 'malformed') return [malformed(path)];
  const stray = unstorable(value, path);
  if (reserved !== null || stray.length > 0) return stray;
  const answer = readLeaf(field, value, context.currency);
  if (answer.state !== 'unreadable') return [];
  return [{ path, message: answer.problem, ...offersFor(field, value, context) }];
}

function offersFor(field: LeafField, value: Json, context: DraftContext): { offers?: readonly Offer[] } {
  if (isQuantity(field)) {
    const typed = asMeasured(value)?.value ?? value;
    if (typeof typed !== 'string' && typeof typed !== 'number') return {};
    const reading = readQuantity(field, String(typed), { source: 'file', currency: context.currency });
    return reading.offers === undefined ? {} : { offers: reading.offers };
  }
  if (field.kind !== 'choice' || typeof value !== 'string') return {};
  const near = nearestName(value, Object.keys(field.options));
  return near === undefined ? {} : { offers: [{ label: `Use ${near}`, text: near }] };
}

function malformed(path: string): DraftProblem {
  return {
    path,
    message: 'Write { unknown: { who, by: YYYY-MM-DD } }, { notApplicable: reason } or { unreadable: text }.',
  };
}

/** A NUL or half an emoji cannot be stored by PostgreSQL. */
function unstorable(value: Json, path: string): DraftProblem[] {
  return isStorable(value) ? [] : [{ path, message: 'The text holds a character that cannot be stored.' }];
}

export function isStorable(value: Json): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (isJsonArray(value)) return value.every(isStorable);
  return typeof value !== 'object' || value === null || Object.entries(value).flat().every(isStorable);
}

/** True for what may stand in place of a whole list or group. */
export function isReserved(value: Json | undefined): boolean {
  return reservedKey(value) !== undefined;
}
