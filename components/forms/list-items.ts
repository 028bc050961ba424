import { itemIdFrom } from '#lib/domain/ids.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import type { ListField } from '#lib/domain/worksheets/definition.ts';
import { boxText } from './answer-state.ts';

/** An item of a list as the draft holds it. */
export interface DraftItem {
  readonly id: string;
  readonly value: JsonObject;
}

export function listItems(value: Json | undefined): readonly DraftItem[] {
  if (!isJsonArray(value)) return [];
  return value.flatMap((item) =>
    isJsonObject(item) && typeof item['id'] === 'string' ? [{ id: item['id'], value: item }] : [],
  );
}

/** Readable and unlike any other, also one that somebody else adds at the same moment. */
export function newItemId(noun: string, items: readonly DraftItem[]): string {
  const random = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  return itemIdFrom(`${noun} ${random.toString(36)}`, new Set(items.map((item) => item.id)));
}

const LONGEST_NAME = 60;

/** What people call an item: what its naming field says, or "metric 2" while that is blank. */
export function itemName(
  list: Pick<ListField, 'nameField' | 'itemNoun' | 'fields'>,
  item: DraftItem,
  index: number,
): string {
  const field = list.fields[list.nameField];
  const said = boxText(item.value[list.nameField]);
  const name = field?.kind === 'choice' ? (field.options[said] ?? said) : (said.split('\n')[0] ?? '').trim();
  if (name === '') return `${list.itemNoun} ${index + 1}`;
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
