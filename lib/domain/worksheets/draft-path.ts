import { isJsonArray, isJsonObject, own, type Json } from '../json.ts';
import type { DraftWorksheet } from './draft.ts';

/** What a path says by itself, without the definition: kept apart, so that a page can walk a draft without loading it. */

export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** What the draft holds at a path; undefined where it holds nothing. */
export function draftValueAt(draft: Pick<DraftWorksheet, 'sections'>, path: string): Json | undefined {
  let value: Json | undefined = draft.sections;
  for (const part of path.split('.')) {
    if (isJsonArray(value)) value = value.find((item) => isJsonObject(item) && own(item, 'id') === part);
    else value = isJsonObject(value) ? own(value, part) : undefined;
  }
  return value;
}
