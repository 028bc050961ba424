import type { Json } from '#lib/domain/json.ts';
import type { Field, ListField } from '#lib/domain/worksheets/definition.ts';
import { cellWords } from './cell-words.ts';
import { itemName, type DraftItem } from './list-items.ts';
import { referenceChoices } from './reference-choices.ts';

/** How a field of an item is put into words, a reference by the name of what it refers to. */
export function wordsOf(
  field: Field,
  valueAt: (path: string) => Json | undefined,
): (value: Json | undefined) => string {
  const choices = field.kind === 'reference' ? referenceChoices(field, valueAt) : [];
  const names = new Map(choices.map(({ value, label }) => [value, label]));
  return (value) => {
    const words = cellWords(field, value);
    return names.get(words) ?? words;
  };
}

/** What stands above a field as a column. */
export function headingOf(field: Field): string {
  return field.heading ?? field.label;
}

/** What the items of a list are called; by the name of what it refers to, where that is what names an item. */
export function namesOf(
  list: ListField,
  items: readonly DraftItem[],
  valueAt: (path: string) => Json | undefined,
): readonly string[] {
  const field = list.fields[list.nameField];
  const say = field?.kind === 'reference' ? wordsOf(field, valueAt) : null;
  return items.map((item, index) => say?.(item.value[list.nameField]) || itemName(list, item, index));
}
