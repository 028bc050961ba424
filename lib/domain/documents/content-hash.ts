import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { sectionHash } from '#lib/domain/worksheets/hashes.ts';

/**
 * SHA-256 of what a worksheet says, in hexadecimal. What is empty is left out first: a section that was opened and
 * left blank says as much as one that was never opened.
 */
export function contentHash(draft: DraftWorksheet): string {
  const content: JsonObject = JSON.parse(JSON.stringify(draft));
  return sectionHash(withoutEmpty(content));
}

function withoutEmpty(object: JsonObject): JsonObject {
  const members = Object.entries(object).map(([key, value]): [string, Json] => [
    key,
    isJsonObject(value) ? withoutEmpty(value) : value,
  ]);
  return Object.fromEntries(members.filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: Json): boolean {
  if (isJsonArray(value)) return value.length === 0;
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}
