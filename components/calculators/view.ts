/** How a text becomes an input: `share` reads 4 %, `count` 12k, `number` 1.5; a choice is one of its values. */
export type InputKind = 'share' | 'count' | 'number' | 'choice';

export interface ViewInput {
  /** Key of the calculator's input; a dot leads into an object (`costs.fp`). */
  readonly key: string;
  readonly kind: InputKind;
  /** Names the box to screen readers and in messages. */
  readonly label: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** May be left empty. */
  readonly optional?: boolean;
}

export type ResultKind = 'share' | 'count' | 'number' | 'interval';

export interface ViewResult {
  /** Key of the calculator's output. */
  readonly key: string;
  readonly label: string;
  readonly kind: ResultKind;
}

/** How one calculator is asked and answered on a page. */
export interface CalculatorView {
  /** The question, with its inputs inside the sentence. */
  readonly sentence: readonly (string | ViewInput)[];
  /** Inputs that are seldom changed. */
  readonly more: readonly ViewInput[];
  readonly results: readonly ViewResult[];
}

/** Texts as typed, by the key of their input. */
export type Texts = Readonly<Record<string, string>>;

export function inputsOf({ sentence, more }: CalculatorView): readonly ViewInput[] {
  return [...sentence.filter((part) => typeof part !== 'string'), ...more];
}
