import type * as z from 'zod';
import { AppError } from '../errors.ts';
import { nearestName } from '../stats/nearest-name.ts';
import type { Calculator } from './calculator.ts';
import type { SqlByDialect } from './count-sql.ts';
import type { OnProgress } from './progress.ts';
import type { ReadTable } from './read-table.ts';

export interface CalculatorRun {
  readonly calculator: string;
  /** With the defaults filled in. */
  readonly input: unknown;
  readonly output: unknown;
  readonly interpretation: readonly string[];
  readonly formula: string;
  readonly sources: readonly string[];
  readonly sql?: SqlByDialect;
}

/** What there may be beside the input. */
interface Beside {
  /** Rows that were read, which fill the key that they are for. */
  readonly table?: Pick<ReadTable, 'key' | 'value' | 'isChecked'> | null;
  readonly onProgress?: OnProgress;
}

/**
 * Reads an input from outside, computes, and says what it means.
 *
 * @throws AppError 'bad-input' with one sentence that names the key, `details.path` the key, and, for a key that is not
 * known, `details.suggestion` the nearest one that is
 */
export function runCalculator(calculator: Calculator, raw: unknown, beside: Beside = {}): CalculatorRun {
  const input = inputWithTable(calculator, raw, beside.table ?? null);
  const output = calculator.compute(input, beside.onProgress);
  return {
    calculator: calculator.id,
    input,
    output,
    interpretation: calculator.interpretation(input, output),
    formula: calculator.formula,
    sources: calculator.sources,
    ...(calculator.sql === undefined ? {} : { sql: calculator.sql }),
  };
}

function inputWithTable(calculator: Calculator, raw: unknown, table: (Beside['table'] & object) | null): unknown {
  if (table === null || typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return readInput(calculator, raw);
  const rows = { [table.key]: table.value };
  if (!table.isChecked) return readInput(calculator, { ...raw, ...rows });
  const input = readInput(calculator, raw);
  return { ...Object(input), ...rows };
}

function readInput<Input>(calculator: Calculator<Input>, raw: unknown): Input {
  const parsed = calculator.input.safeParse(raw);
  if (parsed.success) return parsed.data;
  // A mistyped key is the cause of the one that is missing, so it is named first.
  const { issues } = parsed.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) throw new AppError('bad-input', `The input of ${calculator.id} cannot be read.`);
  if (issue.code === 'unrecognized_keys') throw unknownKey(calculator, issue);
  const path = issue.path.join('.');
  if (path === '')
    throw new AppError('bad-input', `The input of ${calculator.id} must be an object with named values.`);
  throw new AppError('bad-input', `${path} ${issue.message}.`, { path });
}

function unknownKey(calculator: Calculator, issue: z.core.$ZodIssueUnrecognizedKeys): AppError {
  const key = issue.keys[0] ?? '';
  const known = keysAt(calculator.input, issue.path);
  const suggestion = nearestName(key, known);
  const path = [...issue.path, key].join('.');
  const wayOut = suggestion === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${suggestion}?`;
  return new AppError('bad-input', `${path} is not an input of ${calculator.id}. ${wayOut}`, {
    path,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** Names of the keys of the object schema at a path, through lists, defaults and optional values. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let at = schema;
  for (const part of path) at = typeof part === 'number' ? innerOf(at, 'element') : partOf(innerOf(at, 'shape'), part);
  return Object.keys(innerOf(at, 'shape'));
}

function partOf(shape: object, part: PropertyKey): unknown {
  return Reflect.get(shape, part);
}

/** The entries of a list schema or the keys of an object schema, whatever it is wrapped in. */
function innerOf(schema: unknown, wanted: 'element' | 'shape'): object {
  let inner = schema;
  while (typeof inner === 'object' && inner !== null) {
    const found: unknown = Reflect.get(inner, wanted);
    if (typeof found === 'object' && found !== null) return found;
    if (!('def' in inner) || typeof inner.def !== 'object' || inner.def === null || !('innerType' in inner.def)) break;
    inner = inner.def.innerType;
  }
  return {};
}
