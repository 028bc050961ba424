import { itemName, listItems } from '#components/forms/list-items.ts';
import type { Json } from '#lib/domain/json.ts';
import { lastPart, parentPath, parsePath } from '#lib/domain/worksheets/paths.ts';

/**
 * A field's address in words: "Precision · Target", "Business objective · Objective". What the definition does not know
 * keeps its own name: an older or newer version may know it.
 */
export function pathWords(path: string, valueAt: (path: string) => Json | undefined): string {
  const words: string[] = [];
  for (let at = path; at !== ''; at = parentPath(at)) {
    const place = parsePath(at);
    if (place?.kind === 'field') {
      // The list itself says nothing once one of its items is named.
      if (place.field.kind !== 'list' || at === path) words.unshift(place.field.label);
    } else if (place?.kind === 'item') {
      const items = listItems(valueAt(parentPath(at)));
      const index = items.findIndex((item) => item.id === place.id);
      const item = items[index];
      words.unshift(item === undefined ? place.list.itemNoun : itemName(place.list, item, index));
    } else if (place?.kind === 'section' && words.length < 2 && words[0] !== place.section.title) {
      words.unshift(place.section.title);
    }
  }
  if (parsePath(path) !== undefined) return words.join(' · ');
  return words.length === 0 ? path : [...words, lastPart(path)].join(' · ');
}
