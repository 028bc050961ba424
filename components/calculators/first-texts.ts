import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import { limits } from '#lib/domain/limits.ts';
import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

import { isRecord, valueAt } from './results-in-words.ts';
import { COLUMNS, TABLE } from './table-keys.ts';
import { textOfTable } from './table-text.ts';
import { type CalculatorView, type InputKind, type Texts, inputsOf } from './view.ts';
import { viewOf } from './views.ts';

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
