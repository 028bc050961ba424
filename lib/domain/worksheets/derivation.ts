import type { FilledCalculator } from '#lib/domain/calculators/calculator.ts';
import type { Worksheet } from './all-sections.ts';
import type { Answer } from './answers.ts';

export type Derivation =
  | {
      readonly state: 'value';
      readonly value: number;
      readonly shown: string;
      /** With the numbers in it. */
      readonly working: string;
      readonly leansOnGuess: boolean;
      /** The one that says the same number, where there is one. */
      readonly calculator?: FilledCalculator;
    }
  | {
      readonly state: 'waits';
      /** Paths of the answers it waits for. */
      readonly missing: readonly string[];
    }
  | { readonly state: 'undefined'; readonly reason: string };

/** A derived value without its name. */
export interface DerivedValue {
  readonly label: string;
  /** In words, without numbers. */
  readonly formula: string;
  /** Paths that it is shown beside, its inputs among them. The first is its home in the document. */
  readonly beside: readonly string[];
  readonly result: Derivation;
}

export interface Derived extends DerivedValue {
  /** What it is: 'payback-months'. What follows from each item of a list has the same for all of them. */
  readonly id: string;
}

/** What follows once in a worksheet. */
export type Derive = (worksheet: Worksheet) => DerivedValue;

export type Input = readonly [path: string, answer: Answer<number>];

/** Computes from the inputs once all are there. */
export function from<const I extends readonly Input[]>(
  inputs: I,
  compute: (values: { [K in keyof I]: number }, leansOnGuess: boolean) => Derivation,
): Derivation {
  const missing = inputs.flatMap(([path, answer]) => (answer.state === 'answered' ? [] : [path]));
  if (missing.length > 0) return { state: 'waits', missing };
  const values = inputs.map(([, answer]) => (answer.state === 'answered' ? answer.value : Number.NaN));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mapping keeps the length, which the compiler does not follow
  return compute(values as { [K in keyof I]: number }, inputs.some(isGuess));
}

function isGuess([, answer]: Input): boolean {
  return answer.state === 'answered' && answer.basis === 'guess';
}

/** Twelve digits bring a whole number back that was divided and multiplied, as a rate by the day is. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}
