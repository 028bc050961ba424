import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';

/** A record as files and the database keep it: what is blank is left out, at any depth. */
export function withoutBlanks(record: object): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record holds nothing but JSON
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
