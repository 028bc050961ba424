import { cellWords } from '#components/forms/cell-words.ts';
import { itemName } from '#components/forms/list-items.ts';
import { draftAnswer } from '#components/forms/answer-state.ts';
import { pathWords } from '#components/worksheets/path-words.ts';
import { shownJson } from '#components/worksheets/shown-json.ts';
import { isJsonArray, isJsonObject, type Json } from '#lib/domain/json.ts';
import type { MomentDifference } from '#lib/domain/worksheets/comparison.ts';
import type { Field, ListField } from '#lib/domain/worksheets/definition.ts';
import { parentPath, parsePath } from '#lib/domain/worksheets/paths.ts';
import { wordChanges, type TextPiece } from '#lib/domain/worksheets/word-changes.ts';
import { abridged } from './abridged.ts';

type ValueAt = (path: string) => Json | undefined;

/** A difference as a reader meets it. */
export interface DifferenceWords {
  /** What it is about, without the section that it stands under. */
  readonly name: string;
  /** What happened to it, where that is more than a new value. */
  readonly note?: string;
  /** Of a text that stands at both moments: its words, marked. */
  readonly pieces?: readonly TextPiece[];
  readonly before?: string;
  readonly after?: string;
}

export function differenceWords(difference: MomentDifference, valueAt: ValueAt): DifferenceWords {
  const { path, before, after, item, kind } = difference;
  if (item) return itemWords(difference, valueAt);
  const name = nameInSection(path, valueAt);
  const place = parsePath(path);
  if (kind === 'reordered') {
    const named = (ids: Json | null) => orderOf(ids, path, valueAt);
    return { name, note: 'in another order', before: named(before), after: named(after) };
  }
  const field = place?.kind === 'field' ? place.field : undefined;
  if (field !== undefined && isText(field) && typeof before === 'string' && typeof after === 'string') {
    return { name, pieces: abridged(wordChanges(before, after)) };
  }
  return {
    name,
    ...(before !== null && { before: said(field, before) }),
    ...(after !== null && { after: said(field, after) }),
  };
}

/** The section's title is the heading above. */
function nameInSection(path: string, valueAt: ValueAt): string {
  const place = parsePath(path);
  const words = pathWords(path, valueAt);
  const prefix = `${place?.section.title ?? ''} · `;
  return words.startsWith(prefix) ? words.slice(prefix.length) : words;
}

function itemWords({ path, before, after }: MomentDifference, valueAt: ValueAt): DifferenceWords {
  const place = parsePath(path);
  const list = parsePath(parentPath(path));
  const label = list?.kind === 'field' ? list.field.label : pathWords(parentPath(path), valueAt);
  if (place?.kind !== 'item') return { name: label };
  return {
    name: label,
    note: after === null ? `${place.list.itemNoun} deleted` : `${place.list.itemNoun} added`,
    ...(before !== null && { before: itemLine(place.list, before) }),
    ...(after !== null && { after: itemLine(place.list, after) }),
  };
}

/** "Precision; Kind: Model; Target: 0.9" */
function itemLine(list: ListField, value: Json): string {
  if (!isJsonObject(value)) return shownJson(value);
  const rest = Object.entries(list.fields).flatMap(([key, field]) => {
    const words = key === list.nameField ? '' : cellWords(field, value[key]);
    return words === '' ? [] : [`${field.label}: ${words}`];
  });
  return [itemName(list, { id: '', value }, 0), ...rest].join('; ');
}

function orderOf(ids: Json | null, path: string, valueAt: ValueAt): string {
  const place = parsePath(path);
  if (!isJsonArray(ids) || place?.kind !== 'field' || place.field.kind !== 'list') return '';
  const { field } = place;
  return ids
    .filter((id) => typeof id === 'string')
    .map((id, index) => {
      const value = valueAt(`${path}.${id}`);
      return isJsonObject(value) ? itemName(field, { id, value }, index) : id;
    })
    .join(', ');
}

function isText(field: Field): boolean {
  return field.kind === 'text' || field.kind === 'markdown';
}

/** Texts in full, since this is the place where they are read; all else as the form shows it. */
function said(field: Field | undefined, value: Json): string {
  if (field !== undefined && isText(field) && typeof value === 'string') return value;
  const plain = field !== undefined && draftAnswer(value).state === 'answered';
  return (plain && cellWords(field, value)) || shownJson(value);
}
