import { isJsonArray, isJsonObject, own, type Json } from '#lib/domain/json.ts';
import { isCurrency, type Currency } from '#lib/domain/quantities/money.ts';
import { sections, type Worksheet } from './all-sections.ts';
import type { NoAnswer } from './answers.ts';
import type { Field, Fields, ListField } from './definition.ts';
import type { DraftWorksheet } from './draft.ts';
import { readLeaf, readReserved } from './read-leaf.ts';

interface Reading {
  readonly currency: Currency | undefined;
  /** States of lists and groups that were answered with a reserved object. */
  readonly states: Map<string, NoAnswer>;
}

/** The currency that a draft counts in, where it says so. */
export function currencyOf(draftSections: DraftWorksheet['sections']): Currency | undefined {
  const code = own(draftSections['business'] ?? {}, 'currency');
  return typeof code === 'string' && isCurrency(code) ? code : undefined;
}

/**
 * Reads every field of every defined section into its canonical answer. Never throws: what cannot be understood is an
 * unreadable answer. What the definition does not know is left out.
 */
export function readWorksheet(draft: DraftWorksheet): Worksheet {
  const reading: Reading = { currency: currencyOf(draft.sections), states: new Map() };
  const answers: Record<string, unknown> = {};
  for (const section of sections) {
    answers[section.key] = readFields(section.fields, own(draft.sections, section.key), section.key, reading);
  }
  const worksheet = {
    ...answers,
    title: draft.title,
    stage: draft.stage,
    currency: reading.currency,
    profile: draft.profile,
    waivers: draft.waivers ?? [],
    evidence: draft.evidence ?? [],
    states: reading.states,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loop walked the definition that the type is inferred from
  return worksheet as unknown as Worksheet;
}

function readFields(fields: Fields, json: Json | undefined, path: string, reading: Reading): Record<string, unknown> {
  const values = isJsonObject(json) ? json : {};
  const answers: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    answers[key] = readField(field, own(values, key), `${path}.${key}`, reading);
  }
  return answers;
}

function readField(field: Field, json: Json | undefined, path: string, reading: Reading): unknown {
  if (field.kind === 'list') return readList(field, json, path, reading);
  if (field.kind === 'group') return readGroup(field.fields, json, path, reading);
  return readLeaf(field, json, reading.currency);
}

function readList(field: ListField, json: Json | undefined, path: string, reading: Reading): readonly unknown[] {
  if (!isJsonArray(json)) {
    noteState(json, path, reading);
    return [];
  }
  const items: unknown[] = [];
  for (const item of json) {
    const id = itemId(item);
    if (id === undefined || !isJsonObject(item)) continue;
    items.push({ id, ...readFields(field.fields, item, `${path}.${id}`, reading) });
  }
  return items;
}

/** A group answered as a whole ('does not apply') gives that answer to each of its fields. */
function readGroup(fields: Fields, json: Json | undefined, path: string, reading: Reading): Record<string, unknown> {
  const state = noteState(json, path, reading);
  if (state === undefined) return readFields(fields, json, path, reading);
  return Object.fromEntries(Object.keys(fields).map((key) => [key, state]));
}

function noteState(json: Json | undefined, path: string, reading: Reading): NoAnswer | undefined {
  const state = json === undefined || json === null ? null : readReserved(json);
  if (state === null && (json === undefined || json === null || isJsonObject(json))) return undefined;
  const noted: NoAnswer =
    state === null || state === 'malformed'
      ? { state: 'unreadable', text: JSON.stringify(json), problem: 'Not a well-formed answer.' }
      : state;
  reading.states.set(path, noted);
  return noted;
}

export function itemId(item: Json | undefined): string | undefined {
  const id = isJsonObject(item) ? own(item, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
}
