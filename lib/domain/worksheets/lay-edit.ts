import { isJsonArray, isJsonObject, own, type Json, type JsonObject } from '../json.ts';
import { changeAt } from './draft-edit.ts';
import { draftValueAt, lastPart, parentPath } from './draft-path.ts';
import type { DraftSections, InverseOp } from './operations.ts';

/**
 * One edit on top of a draft, whatever it was made against. Whether it may stand was judged before, or is for somebody
 * else to say; the definition is not needed for it.
 */
export function layEdit(sections: DraftSections, edit: InverseOp): DraftSections {
  switch (edit.kind) {
    case 'set':
      return put(sections, edit.path, edit.value);
    case 'insert': {
      const others = itemsAt(sections, edit.path).filter((item) => idOf(item) !== idOf(edit.value));
      return put(sections, edit.path, placed(others, edit.value, edit.after));
    }
    case 'remove': {
      const list = parentPath(edit.path);
      return put(
        sections,
        list,
        itemsAt(sections, list).filter((item) => idOf(item) !== lastPart(edit.path)),
      );
    }
    case 'move': {
      const items = itemsAt(sections, parentPath(edit.path));
      const moved = items.find((item) => idOf(item) === lastPart(edit.path));
      if (moved === undefined) return sections;
      const others = items.filter((item) => item !== moved);
      return put(sections, parentPath(edit.path), placed(others, moved, edit.after));
    }
  }
}

/** The items of a list, whatever the draft holds at its path. */
export function itemsAt(sections: DraftSections, list: string): readonly JsonObject[] {
  const value = draftValueAt({ sections }, list);
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

/** '' for an item without one. */
export function idOf(item: JsonObject): string {
  const id = own(item, 'id');
  return typeof id === 'string' ? id : '';
}

function put(sections: DraftSections, path: string, value: Json | null): DraftSections {
  const blank = value === '' || (Array.isArray(value) && value.length === 0);
  return changeAt(sections, path, blank ? null : value);
}

function placed(items: readonly JsonObject[], item: JsonObject, after: string | null): readonly JsonObject[] {
  if (after === null) return [item, ...items];
  const at = items.findIndex((other) => idOf(other) === after);
  return at === -1 ? [...items, item] : items.toSpliced(at + 1, 0, item);
}
