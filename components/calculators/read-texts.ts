import type { Json, JsonObject } from '#lib/domain/json.ts';
import { isJsonArray, isJsonObject } from '#lib/domain/json.ts';
import { shiftNumber } from '#lib/domain/quantities/decimal.ts';
import { readDuration } from '#lib/domain/quantities/duration.ts';
import { readPercentage } from '#lib/domain/quantities/percentage.ts';
import { readInteger, readNumber } from '#lib/domain/quantities/plain-number.ts';
import { readRate } from '#lib/domain/quantities/rate.ts';
import type { Offer, QuantityReading } from '#lib/domain/quantities/reading.ts';

import type { InputKind, Texts, ViewInput } from './view.ts';

export interface Problem {
  /** Key of the input; absent when it is about none in particular. */
  readonly key?: string;
  readonly message: string;
}

/** A text that could mean something else: what it was read as, and the other reading. */
export interface Doubt {
  readonly key: string;
  readonly sentence: string;
  readonly offers: readonly Offer[];
}

interface ReadTexts {
  readonly values: JsonObject;
  readonly problems: readonly Problem[];
  readonly doubts: readonly Doubt[];
}

/** What was typed, in the calculator's units. */
export function readTexts(inputs: readonly ViewInput[], texts: Texts): ReadTexts {
  const values: Record<string, Json> = {};
  const problems: Problem[] = [];
  const doubts: Doubt[] = [];
  for (const { key, kind, label, numeric = false, optional = false } of inputs) {
    const text = (texts[key] ?? '').trim();
    if (text === '') {
      if (!optional) problems.push({ key, message: `${label} is missing.` });
      continue;
    }
    if (kind === 'choice') {
      put(values, key, numeric ? Number(text) : text);
      continue;
    }
    if (kind === 'names') {
      put(values, key, namesIn(text));
      continue;
    }
    const reading = READERS[kind](text);
    if (!reading.ok) {
      problems.push({ key, message: `${label}: ${reading.problem}` });
      continue;
    }
    put(values, key, reading.value);
    if (reading.offers) doubts.push({ key, sentence: `${label} was read as ${reading.echo}.`, offers: reading.offers });
  }
  return { values, problems, doubts };
}

const READERS: Readonly<Record<Exclude<InputKind, 'choice' | 'names'>, (text: string) => QuantityReading>> = {
  share: (text) => readPercentage(text, 'box'),
  count: readInteger,
  number: readNumber,
  seconds: readSeconds,
  milliseconds: (text) => readDuration(text, 'box', 'ms'),
  rate: (text) => readRate(text, 'box', 'second'),
};

function readSeconds(text: string): QuantityReading {
  const reading = readDuration(text, 'box', 's');
  return reading.ok ? { ...reading, value: shiftNumber(reading.value, -3) } : reading;
}

/** Puts a value at a key, making the object or the list that a dot leads into. */
function put(values: Record<string, Json>, key: string, value: Json): void {
  const [head = '', ...rest] = key.split('.');
  values[head] = within(values[head], rest, value);
}

function within(holder: Json | undefined, [head, ...rest]: readonly string[], value: Json): Json {
  if (head === undefined) return value;
  if (/^\d+$/.test(head)) {
    const list = isJsonArray(holder) ? [...holder] : [];
    list[Number(head)] = within(list[Number(head)], rest, value);
    return list;
  }
  const inner = isJsonObject(holder) ? holder : {};
  return { ...inner, [head]: within(inner[head], rest, value) };
}

function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
