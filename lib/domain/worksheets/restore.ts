import { isJsonArray, isJsonObject, type Json } from '../json.ts';
import type { MomentDifference } from './comparison.ts';
import { draftValueAt, parentPath } from './draft-path.ts';
import { canonicalJson } from './hashes.ts';
import { idOf, itemsAt, layEdit } from './lay-edit.ts';
import type { DraftSections, InverseOp } from './operations.ts';

/**
 * The edits that bring the older side of these differences back into the draft as it stands now. What is so already,
 * and fields of items that are gone, need none.
 */
export function restoringEdits(sections: DraftSections, chosen: readonly MomentDifference[]): readonly InverseOp[] {
  const edits: InverseOp[] = [];
  let draft = sections;
  for (const difference of chosen.toSorted((a, b) => turn(a) - turn(b))) {
    for (const edit of editsFor(draft, difference)) {
      edits.push(edit);
      draft = layEdit(draft, edit);
    }
  }
  return edits;
}

/** Only items that were there at both moments have an order to go back to; the others take their places in it. */
function turn({ kind, item, before }: MomentDifference): number {
  if (kind === 'reordered') return 1;
  if (!item) return 3;
  return before === null ? 0 : 2;
}

function editsFor(draft: DraftSections, difference: MomentDifference): readonly InverseOp[] {
  const { path, kind, item, before, behind } = difference;
  if (kind === 'reordered') return moves(draft, path, before);
  if (!item) return setting(draft, path, before);
  const stands = isJsonObject(draftValueAt({ sections: draft }, path));
  if (before === null) return stands ? [{ kind: 'remove', path, base: '' }] : [];
  if (stands || !isJsonObject(before) || !holdsItems(draft, parentPath(path))) return [];
  return [{ kind: 'insert', path: parentPath(path), value: before, after: behind ?? null }];
}

function setting(draft: DraftSections, path: string, value: Json | null): readonly InverseOp[] {
  const now = draftValueAt({ sections: draft }, path) ?? null;
  if (canonicalJson(now) === canonicalJson(value) || isInLostItem(draft, path)) return [];
  return [{ kind: 'set', path, base: '', value }];
}

/** A list that was answered as a whole takes no items before that answer is gone. */
function holdsItems(draft: DraftSections, list: string): boolean {
  const value = draftValueAt({ sections: draft }, list);
  return value === undefined || isJsonArray(value);
}

/** True where some list on the way does not hold the item that the path goes through. */
function isInLostItem(draft: DraftSections, path: string): boolean {
  const parts = path.split('.');
  return parts.some((_, index) => {
    const list = parts.slice(0, index).join('.');
    const isList = index > 0 && isJsonArray(draftValueAt({ sections: draft }, list));
    return isList && draftValueAt({ sections: draft }, parts.slice(0, index + 1).join('.')) === undefined;
  });
}

/** Brings the items that are still there into their former order. */
function moves(draft: DraftSections, list: string, former: Json | null): readonly InverseOp[] {
  const wanted = isJsonArray(former) ? former.filter((id) => typeof id === 'string') : [];
  const edits: InverseOp[] = [];
  let current = draft;
  let after: string | null = null;
  for (const id of wanted) {
    const ids: readonly string[] = itemsAt(current, list).map(idOf);
    if (!ids.includes(id)) continue;
    if ((ids[ids.indexOf(id) - 1] ?? null) !== after) {
      const move: InverseOp = { kind: 'move', path: `${list}.${id}`, after };
      edits.push(move);
      current = layEdit(current, move);
    }
    after = id;
  }
  return edits;
}
