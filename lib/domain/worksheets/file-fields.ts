import { itemIdFrom } from '#lib/domain/ids.ts';
import { isJsonObject, type Json } from '#lib/domain/json.ts';
import type { ChoiceField, ChoicesField, Field, Fields, LeafField, ListField } from './definition.ts';
import { isQuantity } from './definition.ts';
import { reservedKeys } from './draft.ts';
import { entryOf, plainValue, type FileNode, type MapNode, type Position } from './file-tree.ts';

/** Where each field stands, by its path. */
export type Positions = Map<string, Position>;

/**
 * The fields of a section, group or item, from what people write in a file to the draft: blanks left out, 'yes' for
 * true, 'pr_auc' for 'pr-auc', a line of text for an item that has only a name, ids where there are none. What does
 * not fit is handed on as it is, entries that are no field among it: the draft schema says what is wrong with it.
 */
export function readFields(fields: Fields, node: FileNode, path: string, positions: Positions): Json {
  positions.set(path, node.at);
  if (node.kind !== 'map') return plainValue(node);
  const values: Record<string, Json> = {};
  for (const { key, at, value } of node.entries) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const fieldPath = `${path}.${key}`;
    const read = field === undefined ? plainValue(value) : readField(field, value, fieldPath, positions);
    positions.set(fieldPath, at);
    if (read !== null) values[key] = read;
  }
  return values;
}

function readField(field: Field, node: FileNode, path: string, positions: Positions): Json | null {
  if (isReservedNode(node)) return readReservedNode(node);
  if (field.kind === 'list') return readList(field, node, path, positions);
  const value = field.kind === 'group' ? readFields(field.fields, node, path, positions) : readLeafNode(field, node);
  return isBlank(value) ? null : value;
}

function readList(list: ListField, node: FileNode, path: string, positions: Positions): Json | null {
  if (node.kind !== 'list') return plainValue(node);
  const taken = new Set(node.items.flatMap((item) => givenId(item) ?? []));
  const items = node.items.map((item) => readItem(list, item, path, taken, positions));
  return items.length === 0 ? null : items;
}

function readItem(list: ListField, node: FileNode, path: string, taken: Set<string>, positions: Positions): Json {
  const named = node.kind === 'scalar' ? nameOnly(list, node) : node;
  if (named.kind !== 'map') return plainValue(named);
  const id = givenId(named) ?? itemIdFrom(nameOf(list, named), taken);
  taken.add(id);
  const rest: MapNode = { ...named, entries: named.entries.filter(({ key }) => key !== 'id') };
  const values = readFields(list.fields, rest, `${path}.${id}`, positions);
  return isJsonObject(values) ? { id, ...values } : values;
}

function readLeafNode(field: LeafField, node: FileNode): Json {
  if (node.kind !== 'scalar') {
    return field.kind === 'choices' && node.kind === 'list'
      ? node.items.map((item) => asOption(field, plainValue(item)))
      : plainValue(node);
  }
  const { value, source } = node;
  if (value === null || isQuantity(field)) return value;
  if (field.kind === 'yes-no') return asYesNo(value);
  // A year is a name too: 'name: 2024'.
  const text = typeof value === 'string' ? value : source;
  if (field.kind === 'choices') return [asOption(field, text)];
  return field.kind === 'choice' ? asOption(field, text) : text;
}

function asYesNo(value: Json): Json {
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  if (word === 'yes') return true;
  return word === 'no' ? false : value;
}

/** 'PR_AUC', 'p99.9' and 'human with advice' are the kebab-case answers spelt otherwise. */
function asOption(field: ChoiceField | ChoicesField, value: Json): Json {
  if (typeof value !== 'string' || Object.hasOwn(field.options, value)) return value;
  const kebab = value
    .trim()
    .toLowerCase()
    .replace(/[\s_.]+/g, '-');
  return Object.hasOwn(field.options, kebab) ? kebab : value;
}

function isReservedNode(node: FileNode): node is MapNode {
  return node.kind === 'map' && node.entries.length === 1 && reservedKeys.some((key) => key === node.entries[0]?.key);
}

/** Texts inside a reserved object are texts even when they look like numbers; 'unknown:' alone is enough. */
function readReservedNode(node: MapNode): Json {
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [key, key === 'unknown' ? whoAndBy(value) : asText(value)]),
  );
}

function whoAndBy(node: FileNode): Json {
  if (node.kind === 'scalar' && node.value === null) return {};
  if (node.kind !== 'map') return plainValue(node);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, asText(value)]));
}

function asText(node: FileNode): Json {
  return node.kind === 'scalar' ? node.source : plainValue(node);
}

function nameOnly(list: ListField, node: FileNode): MapNode {
  return { kind: 'map', at: node.at, entries: [{ key: list.nameField, at: node.at, value: node }] };
}

function givenId(node: FileNode): string | undefined {
  const id = entryOf(node, 'id')?.value;
  return id?.kind === 'scalar' && id.value !== null ? id.source : undefined;
}

function nameOf(list: ListField, node: MapNode): string {
  const name = entryOf(node, list.nameField)?.value;
  return name?.kind === 'scalar' ? name.source : '';
}

function isBlank(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
