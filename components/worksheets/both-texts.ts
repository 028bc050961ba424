import type { Json } from '#lib/domain/json.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';

/** Two long texts as one, theirs first; null where there are no two, or where they do not fit. */
export function bothTexts(path: string, theirs: Json | null, yours: Json | null): string | null {
  const field = fieldAtPath(path);
  if (field?.kind !== 'markdown' || typeof theirs !== 'string' || typeof yours !== 'string') return null;
  const both = `${theirs.trimEnd()}\n\n${yours.trimStart()}`;
  return both.length <= field.maxLength ? both : null;
}
