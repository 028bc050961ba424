import type * as z from 'zod';
import type { SqlByDialect } from './count-sql.ts';

/**
 * One question that a formula answers: a contract and a pure function. The workbench pages, the checks, the API, the
 * command line and the evidence of a worksheet all read the same value.
 *
 * An input that makes no sense is an AppError 'bad-input' naming its key; a result that is not defined for the input is
 * null, with the reason in the output's notes.
 */
export interface Calculator<Input = unknown, Output = unknown> {
  /** Kebab-case, lasting: files and addresses hold it. */
  readonly id: string;
  readonly title: string;
  /** The question in the words of someone who has it. */
  readonly question: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Input that makes sense without knowing anything, for the first sight of the page. */
  readonly example: Input;
  /** The formulas, readable in a line of text. */
  readonly formula: string;
  readonly sources: readonly string[];
  /** Queries that reduce raw rows to the input, where raw rows exist. */
  readonly sql?: SqlByDialect;
  /** @throws AppError 'bad-input' for a combination of inputs that the schema cannot see */
  compute(input: Input): Output;
  /** What the numbers mean, one sentence an entry. */
  interpretation(input: Input, output: Output): string[];
}

/** Keeps the types of input and output where the calculator is used in code. */
export function defineCalculator<Input, Output>(calculator: Calculator<Input, Output>): Calculator<Input, Output> {
  return calculator;
}
