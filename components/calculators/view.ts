/**
 * How a text becomes an input: `share` reads 4 %, `count` 12k, `number` 1.5, `seconds` and `milliseconds` 1.5 min and,
 * bare, themselves, `rate` 900 per second, `names` a, b, c; a choice is one of its values.
 */
export type InputKind = 'share' | 'count' | 'number' | 'seconds' | 'milliseconds' | 'rate' | 'names' | 'choice';

export interface ViewInput {
  /** Key of the calculator's input; a dot leads into an object (`costs.fp`) or a list (`slo.0.ms`). */
  readonly key: string;
  readonly kind: InputKind;
  /** Names the box to screen readers and in messages. */
  readonly label: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The values of the choices are numbers. */
  readonly numeric?: boolean;
  /** May be left empty. */
  readonly optional?: boolean;
}

/** An interval has shares as its ends, a range has numbers; `nines` is a share whose difference from 100 % matters. */
export type ResultKind =
  'share' | 'nines' | 'count' | 'number' | 'seconds' | 'milliseconds' | 'minutes' | 'interval' | 'range';

export interface ViewResult {
  /** Key of the calculator's output; a dot leads into an object. */
  readonly key: string;
  readonly label: string;
  readonly kind: ResultKind;
}

/** A list among the results, shown as a table. */
export interface ViewListing {
  /** Key of the calculator's output. */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly kind: ResultKind | 'text' }[];
}

/** How one calculator is asked and answered on a page. */
export interface CalculatorView {
  /** The question, with its inputs inside the sentence. */
  readonly sentence: readonly (string | ViewInput)[];
  /** Inputs that are seldom changed. */
  readonly more: readonly ViewInput[];
  /** The box for the rows of a calculator that takes them. */
  readonly table?: { readonly label: string; readonly hint: string };
  readonly results: readonly ViewResult[];
  readonly listings?: readonly ViewListing[];
}

/** Texts as typed, by the key of their input. */
export type Texts = Readonly<Record<string, string>>;

export function inputsOf({ sentence, more }: CalculatorView): readonly ViewInput[] {
  return [...sentence.filter((part) => typeof part !== 'string'), ...more];
}
