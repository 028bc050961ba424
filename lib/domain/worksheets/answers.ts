import type {
  Field,
  Fields,
  ChoiceField,
  ChoicesField,
  GroupField,
  ListField,
  QuantityKind,
  YesNoField,
} from './definition.ts';

/** How a value is known. Everything but a quantity is stated. */
export type Basis = 'guess' | 'stated' | 'measured' | 'derived';

export interface Blank {
  readonly state: 'blank';
}
export interface Answered<T> {
  readonly state: 'answered';
  /** Canonical: see the kinds in definition.ts. */
  readonly value: T;
  readonly basis: Basis;
  /** As it stands in the draft, for showing. */
  readonly typed: string;
  /** Id of the evidence that a measured value rests on. */
  readonly evidence?: string;
}
/** Not known yet: an open question. */
export interface Unknown {
  readonly state: 'unknown';
  readonly who?: string;
  /** YYYY-MM-DD. */
  readonly by?: string;
}
export interface NotApplicable {
  readonly state: 'not-applicable';
  readonly reason: string;
}
/** Text that could not be understood: kept, shown, and never passed to a check. */
export interface Unreadable {
  readonly state: 'unreadable';
  readonly text: string;
  readonly problem: string;
}
export type NoAnswer = Blank | Unknown | NotApplicable | Unreadable;
export type Answer<T> = Answered<T> | NoAnswer;
export type AnswerState = Answer<unknown>['state'];

/** The canonical value of a leaf field. */
export type ValueOf<F extends Field> = F extends QuantityKind
  ? number
  : F extends YesNoField
    ? boolean
    : F extends ChoiceField<infer O>
      ? keyof O & string
      : F extends ChoicesField<infer O>
        ? readonly (keyof O & string)[]
        : string;

export type Item<F extends Fields> = { readonly id: string } & AnswersOf<F>;

/** Lists are arrays of items (their own state, where they have none, is in Worksheet.states); groups are objects. */
export type AnswerOf<F extends Field> =
  F extends ListField<infer I> ? readonly Item<I>[] : F extends GroupField<infer G> ? AnswersOf<G> : Answer<ValueOf<F>>;

export type AnswersOf<F extends Fields> = { readonly [K in keyof F]: AnswerOf<F[K]> };

export const blank: Blank = { state: 'blank' };

/** The value of an answered field, else undefined. */
export function valueOf<T>(answer: Answer<T>): T | undefined {
  return answer.state === 'answered' ? answer.value : undefined;
}
