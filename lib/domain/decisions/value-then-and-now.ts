import type { Json } from '#lib/domain/json.ts';
import { canonicalJson } from '#lib/domain/worksheets/hashes.ts';
import type { DraftSections } from '#lib/domain/worksheets/operations.ts';
import { draftValueAt, parsePath } from '#lib/domain/worksheets/paths.ts';
import type { DecisionLink } from '#lib/domain/worksheets/decision.ts';

export interface ThenAndNow {
  /** `stands`: as it was decided. `moved-away`: the field says something else now. `gone`: there is no such place. */
  readonly state: 'stands' | 'moved-away' | 'gone';
  /** As in the draft; null for blank. */
  readonly was: Json;
  readonly now: Json;
}

/** A field that a decision shaped, when it was linked and today. */
export function valueThenAndNow(link: DecisionLink & { readonly kind: 'field' }, sections: DraftSections): ThenAndNow {
  const { path, value: was } = link;
  const now = draftValueAt({ sections }, path) ?? null;
  if (!isPlace(path, sections)) return { state: 'gone', was, now: null };
  return { state: canonicalJson(was) === canonicalJson(now) ? 'stands' : 'moved-away', was, now };
}

/** Whether there is such a place. A blank field is one; a field of an item that was removed is none. */
export function isPlace(path: string, sections: DraftSections): boolean {
  const parts = path.split('.');
  return parts.every((_part, at) => {
    const place = parsePath(parts.slice(0, at + 1).join('.'));
    return place !== undefined && (place.kind !== 'item' || draftValueAt({ sections }, place.path) !== undefined);
  });
}
