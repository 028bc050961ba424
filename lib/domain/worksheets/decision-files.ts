import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '#lib/domain/json.ts';
import type { Decision } from './decision.ts';
import { withoutBlanks } from './without-blanks.ts';

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
