import type * as z from 'zod';
import type { JsonObject } from '../json.ts';
import type { SqlByDialect } from './count-sql.ts';
import type { OnProgress } from './progress.ts';
import type { TableInput } from './table-input.ts';

/** What goes in and out, as it is read from outside: messages follow the name of the key. */
export interface Contract<Input = unknown, Output = unknown> {
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
}

/**
 * One question that a formula answers, as a pure function. The checks use it where they run, in the browser too, so it
 * brings no schema along.
 *
 * An input that makes no sense is an AppError 'bad-input' naming its key; a result that is not defined for the input is
 * null, with the reason in the output's notes.
 */
export interface Calculation<Input = unknown, Output = unknown> {
  /** Kebab-case, lasting: files and addresses hold it. */
  readonly id: string;
  readonly title: string;
  /** The question in the words of someone who has it. */
  readonly question: string;
  /** Input that makes sense without knowing anything, for the first sight of the page. */
  readonly example: Input;
  /** The formulas, readable in a line of text. */
  readonly formula: string;
  readonly sources: readonly string[];
  /** Queries that reduce raw rows to the input, where raw rows exist. */
  readonly sql?: SqlByDialect;
  /** The tables that it takes: as a file on the command line, pasted on its page. */
  readonly tables?: readonly TableInput[];
  /**
   * @param onProgress is told of what may take over a second
   * @throws AppError 'bad-input' for a combination of inputs that the schema cannot see
   */
  compute(input: Input, onProgress?: OnProgress): Output;
  /** What the numbers mean, one sentence an entry. */
  interpretation(input: Input, output: Output): string[];
}

/**
 * A calculation with its contract: the workbench pages, the API, the command line and the evidence of a worksheet all
 * read the same value.
 */
export interface Calculator<Input = unknown, Output = unknown>
  extends Calculation<Input, Output>, Contract<Input, Output> {}

/** A calculator, and the input with which it says a number that stands elsewhere: whoever asks for it can go on from there. */
export interface FilledCalculator {
  readonly id: string;
  /** In the units of the calculator; what has a default may be left out. */
  readonly input: JsonObject;
}

/** Keeps the types of input and output where the calculation is used in code. */
export function defineCalculation<Input, Output>(calculation: Calculation<Input, Output>): Calculation<Input, Output> {
  return calculation;
}
