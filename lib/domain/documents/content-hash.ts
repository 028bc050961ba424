import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { sectionHash } from '#lib/domain/worksheets/hashes.ts';

/**
 * SHA-256 of what a worksheet says, in hexadecimal. Parts that are empty are left out first: a section that was opened
 * and left blank says as much as one that was never opened. Threads are talk about the design and no part of it.
 */
export function contentHash(draft: DraftWorksheet): string {
  const parts: [string, Json | undefined][] = Object.entries(draft)
    .filter(([key]) => key !== 'threads')
    .map(([key, part]) => [key, plainJson(part)]);
  const sections = Object.entries(draft.sections);
  return sectionHash(withoutEmpty([...parts, ['sections', withoutEmpty(sections)]]));
}

function withoutEmpty(parts: readonly (readonly [string, Json | undefined])[]): JsonObject {
  const kept = parts.flatMap(([key, part]): [string, Json][] =>
    part === undefined || isEmpty(part) ? [] : [[key, part]],
  );
  return Object.fromEntries(kept);
}

function isEmpty(part: Json): boolean {
  if (isJsonArray(part)) return part.length === 0;
  return part === null || (isJsonObject(part) && Object.keys(part).length === 0);
}

/** What JSON would keep of a value: members that are undefined fall away. */
export function plainJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map((member) => plainJson(member) ?? null);
  if (typeof value !== 'object') return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]): [string, Json][] => {
      const kept = plainJson(member);
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
}
