import type { InputKind, ResultKind, ViewInput } from './view.ts';

/** What the views of the calculators are made of: an input, a result or a column, named by its kind. */
const named =
  <Kind extends InputKind | ResultKind | 'text'>(kind: Kind) =>
  (key: string, label: string) => ({ key, kind, label });

export const share = named('share');
export const nines = named('nines');
export const count = named('count');
export const number = named('number');
export const seconds = named('seconds');
export const milliseconds = named('milliseconds');
export const minutes = named('minutes');
export const rate = named('rate');
export const names = named('names');
export const interval = named('interval');
export const range = named('range');
export const text = named('text');

export const confidence: ViewInput = share('confidence', 'Confidence');

/** An input that may be left empty. */
export function optional(input: ViewInput): ViewInput {
  return { ...input, optional: true };
}

/** @param choices values with their words */
export function choice(key: string, label: string, choices: readonly (readonly [string, string])[]): ViewInput {
  return { key, kind: 'choice', label, choices: choices.map(([value, words]) => ({ value, label: words })) };
}

/** A choice whose values are numbers. */
export function numberChoice(...given: Parameters<typeof choice>): ViewInput {
  return { ...choice(...given), numeric: true };
}
