import { isJsonArray, type Json } from '../json.ts';
import { limits } from '../limits.ts';
import { diffDrafts, type Difference } from './diff.ts';
import { idOf, itemsAt } from './lay-edit.ts';
import type { DraftSections } from './operations.ts';
import { lastPart, parentPath, parsePath } from './paths.ts';

/** A difference of two moments, with what is needed to bring the older value back. */
export interface MomentDifference extends Difference {
  /** A whole item of a list came or went, rather than a field. */
  readonly item: boolean;
  /** Of an item that went: the one that stood before it; null where it was the first. */
  readonly behind?: string | null;
}

export interface Comparison {
  /** In the order of the definition; at most as many as the limits allow. */
  readonly differences: readonly MomentDifference[];
  /** How many more there are. */
  readonly more: number;
}

/** The fields that differ between two moments, cut where the answer would grow beyond what a page can show. */
export function compareMoments(before: DraftSections, after: DraftSections): Comparison {
  const all = diffDrafts({ sections: before }, { sections: after });
  let characters = 0;
  const shown = all.slice(0, limits.comparedFields).filter((difference) => {
    characters += sizeOf(difference.before) + sizeOf(difference.after);
    return characters <= limits.comparedCharacters;
  });
  return { differences: shown.map((difference) => placed(difference, before)), more: all.length - shown.length };
}

function placed(difference: Difference, before: DraftSections): MomentDifference {
  const item = parsePath(difference.path)?.kind === 'item';
  if (!item || difference.kind !== 'removed') return { ...difference, item };
  const ids = itemsAt(before, parentPath(difference.path)).map(idOf);
  return { ...difference, item, behind: ids[ids.indexOf(lastPart(difference.path)) - 1] ?? null };
}

function sizeOf(value: Json | null): number {
  if (value === null) return 0;
  return isJsonArray(value) || typeof value === 'object' ? JSON.stringify(value).length : String(value).length;
}

/** Who last touched what: one a field, item or import. */
export interface Touch {
  /** Of the field or item; '' for an import, which touches all. */
  readonly path: string;
  readonly kind: string;
  readonly sequence: number;
}

/** The last event that had to do with a difference; undefined where the log names none. */
export function lastTouch<T extends Touch>({ path, kind }: Difference, touches: readonly T[]): T | undefined {
  const concerned = touches.filter(
    (touch) => touch.path === '' || touch.path === path || isWithin(touch.path, path) || isWithin(path, touch.path),
  );
  // The order of a list is nobody's doing who only wrote into one of its items.
  const ordering = concerned.filter((touch) => touch.kind !== 'set');
  const found = kind === 'reordered' && ordering.length > 0 ? ordering : concerned;
  return found.reduce<T | undefined>(
    (last, touch) => (last && last.sequence > touch.sequence ? last : touch),
    undefined,
  );
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(`${outer}.`);
}
