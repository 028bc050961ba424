import { cellWords } from '#components/forms/cell-words.ts';
import { itemName } from '#components/forms/list-items.ts';
import { isJsonObject, type Json } from '#lib/domain/json.ts';
import { parsePath } from '#lib/domain/worksheets/paths.ts';
import { shownJson } from './shown-json.ts';

/** What a value says at its place: an item by its name, an answer as the form shows it. */
export function valueWords(path: string, value: Json): string {
  const place = parsePath(path);
  const list =
    place?.kind === 'item' ? place.list : place?.kind === 'field' && place.field.kind === 'list' ? place.field : null;
  if (list !== null && isJsonObject(value)) return itemName(list, { id: '', value }, 0);
  return place?.kind === 'field' ? cellWords(place.field, value) || shownJson(value) : shownJson(value);
}
