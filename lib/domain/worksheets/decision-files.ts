import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import type { Decision } from './decision.ts';

/** Decisions as a worksheet file carries them: what is blank is left out, and people are names. */

/** Without accounts, which mean nothing elsewhere. */
export function decisionForFile(decision: Decision): JsonObject {
  return recordForFile(decisionToStore(decision));
}

/** The same with the accounts, for the database. */
export function decisionToStore({ ...decision }: Decision): JsonObject {
  return withoutBlanks(decision);
}

/** A record of the database as a file carries it. */
export function recordForFile(record: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      isPeople(key) && isJsonArray(value) ? value.map(nameOf) : value,
    ]),
  );
}

function isPeople(key: string): boolean {
  return key === 'makers' || key === 'consulted' || key === 'informed';
}

function nameOf(person: Json): Json {
  return isJsonObject(person) ? (own(person, 'name') ?? '') : person;
}

function withoutBlanks(record: object): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a decision holds nothing but JSON
  const entries = Object.entries(record as Readonly<Record<string, Json>>).flatMap(([key, value]): [string, Json][] => {
    // The value that a field had is whatever it was.
    if (key === 'value') return value === null ? [] : [[key, value]];
    const kept = withoutBlanksIn(value);
    return isBlank(kept) ? [] : [[key, kept]];
  });
  return Object.fromEntries(entries);
}

function withoutBlanksIn(value: Json): Json {
  if (isJsonArray(value)) return value.map(withoutBlanksIn);
  return isJsonObject(value) ? withoutBlanks(value) : value;
}

function isBlank(value: Json): boolean {
  if (value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
