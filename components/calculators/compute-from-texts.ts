import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import type { Calculator } from '#lib/domain/calculators/calculator.ts';
import type { ReadTable } from '#lib/domain/calculators/read-table.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { type Json, type JsonObject, isJsonArray, isJsonObject } from '#lib/domain/json.ts';
import { shiftNumber } from '#lib/domain/quantities/decimal.ts';
import { formatDuration, readDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage, readPercentage } from '#lib/domain/quantities/percentage.ts';
import { readInteger, readNumber } from '#lib/domain/quantities/plain-number.ts';
import { readRate } from '#lib/domain/quantities/rate.ts';
import type { Offer, QuantityReading } from '#lib/domain/quantities/reading.ts';

import { pictureOf } from './picture-of.ts';
import type { Output, Picture } from './picture.ts';
import { type Listing, isRecord, listingsOf, shownResult, textsIn, valueAt } from './results-in-words.ts';
import { COLUMNS, TABLE, type TablePreview } from './table-keys.ts';
import { previewOf, tableOfTexts, textOfTable } from './table-text.ts';
import { type CalculatorView, type InputKind, type Texts, type ViewInput, inputsOf } from './view.ts';
import { viewOf } from './views.ts';

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

export type Outcome =
  | {
      readonly ok: true;
      readonly rows: readonly { readonly label: string; readonly shown: string }[];
      readonly interpretation: readonly string[];
      readonly assumptions: readonly string[];
      readonly listings: readonly Listing[];
      readonly table: TablePreview | null;
      readonly picture: Picture | null;
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Rows that were read, where the problem lies elsewhere. */
      readonly table?: TablePreview;
    };

/** Reads what was typed, computes, and words the results. Pure: the server and the browser get the same. */
export function computeFromTexts(id: string, texts: Texts): Outcome {
  const view = viewOf(id);
  if (view === undefined) return { ok: false, problems: [{ message: 'This calculator has no page yet.' }] };
  const inputs = inputsOf(view);
  const { values: typed, problems, doubts } = readTexts(inputs, texts);
  if (problems.length > 0) return { ok: false, problems };
  const calculator = calculatorById(id);
  let table: ReadTable | null = null;
  try {
    if ((texts[TABLE] ?? '').length > limits.pastedCharacters) return { ok: false, problems: [tooManyRows(id)] };
    table = tableOfTexts(calculator, texts);
    const { output, interpretation } = runCalculator(calculator, typed, { table });
    const results = isRecord(output) ? output : {};
    return {
      ok: true,
      rows: view.results
        .map(({ key, label, kind }) => ({ label, shown: shownResult(valueAt(results, key), kind) }))
        .filter(({ shown }) => shown !== ''),
      interpretation,
      assumptions: textsIn(results['assumptions']),
      listings: listingsOf(view, results),
      table: table === null ? null : previewOf(table),
      picture: pictureOf(id, typed, results, (changes) => again(calculator, { ...typed, ...changes }, table)),
      doubts,
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const problem = problemOf(error.message, error.details?.path, view, calculator);
    return { ok: false, problems: [problem], ...(table === null ? {} : { table: previewOf(table) }) };
  }
}

/** Null for a combination that makes no sense. */
function again(calculator: Calculator, values: object, table: ReadTable | null): Output | null {
  try {
    const { output } = runCalculator(calculator, values, { table });
    return isRecord(output) ? output : null;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

/** The input with which a page opens when its address carries none: the calculator's example, as a person would type it. */
export function exampleTexts(id: string): Texts {
  return textsOf(id, calculatorById(id).example);
}

/** What the address of a page carries: texts as typed, one `input` as JSON in the calculator's units, or nothing. */
export function textsOfAddress(id: string, query: Readonly<Record<string, unknown>>): Texts {
  const given = typeof query['input'] === 'string' ? parsed(query['input']) : undefined;
  if (isRecord(given)) return textsOf(id, given);
  const view = viewOf(id);
  const carried = (view === undefined ? [] : boxesOf(view)).flatMap(({ key, length }) => {
    const text = query[key];
    return typeof text === 'string' ? [[key, text.slice(0, length)] as const] : [];
  });
  // A link that carries texts carries all of them: what it leaves out was left empty, not forgotten.
  return carried.length > 0 ? Object.fromEntries(carried) : exampleTexts(id);
}

/** The boxes of a page, and how many characters of an address each takes. */
function boxesOf(view: CalculatorView): { key: string; length: number }[] {
  const boxes = inputsOf(view).map(({ key, kind }) => ({
    key,
    length: kind === 'names' ? limits.linkLength : limits.quantityLength,
  }));
  const ofTable = [TABLE, COLUMNS].map((key) => ({ key, length: limits.linkLength }));
  return view.table === undefined ? boxes : [...boxes, ...ofTable];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** An input in the calculator's units, with its defaults, as a person would type it. */
function textsOf(id: string, given: unknown): Texts {
  const calculator = calculatorById(id);
  const read = calculator.input.safeParse(given);
  const input = read.success ? read.data : given;
  const view = viewOf(id);
  if (view === undefined || !isRecord(input)) return {};
  const typed = inputsOf(view).map(({ key, kind }) => [key, typedAs(kind, valueAt(input, key))] as const);
  return Object.fromEntries(view.table === undefined ? typed : [...typed, [TABLE, textOfTable(calculator, input)]]);
}

function typedAs(kind: InputKind, value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value !== 'number') return '';
  if (kind === 'choice') return String(value);
  if (kind === 'share') return formatPercentage(value, 'table');
  if (kind === 'seconds') return formatDuration(1000 * value, 'table');
  return kind === 'milliseconds' ? formatDuration(value, 'table') : formatNumber(value, 'table');
}

interface ReadTexts {
  readonly values: JsonObject;
  readonly problems: readonly Problem[];
  readonly doubts: readonly Doubt[];
}

function readTexts(inputs: readonly ViewInput[], texts: Texts): ReadTexts {
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

/** The domain names the key; the page names the box. */
function problemOf(
  message: string,
  path: string | undefined,
  view: CalculatorView,
  { tables = [] }: Calculator,
): Problem {
  const inputs = inputsOf(view);
  const input = inputs.find(({ key }) => key === path) ?? inputs.find(({ key }) => path?.startsWith(`${key}.`));
  if (input !== undefined && path !== undefined) {
    return {
      key: input.key,
      message: message.startsWith(`${path} `) ? input.label + message.slice(path.length) : message,
    };
  }
  if (view.table === undefined) return { message };
  const form = tables.find(({ key }) => key === path);
  const named = form !== undefined && message.startsWith(`${form.key} is missing`);
  return { key: TABLE, message: named ? `${view.table.label}: nothing was pasted yet.` : message };
}

function tooManyRows(id: string): Problem {
  return {
    key: TABLE,
    message: `So many rows are for the command line: plumbline calc ${id} --csv FILE.`,
  };
}
