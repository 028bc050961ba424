import { calculatorById, calculators } from '#lib/domain/calculators/all-calculators.ts';
import type { Calculator } from '#lib/domain/calculators/calculator.ts';
import { dialects } from '#lib/domain/calculators/count-sql.ts';
import type { OnProgress } from '#lib/domain/calculators/progress.ts';
import type { ReadTable } from '#lib/domain/calculators/read-table.ts';
import { runCalculator, type CalculatorRun } from '#lib/domain/calculators/run-calculator.ts';
import { AppError } from '#lib/domain/errors.ts';
import { isJsonObject } from '#lib/domain/json.ts';
import { parseTree } from '#lib/domain/worksheets/file-tree.ts';
import { readBytes, reasonOf } from './checked-file.ts';
import type { Given } from './command-line.ts';
import { progressLine } from './progress-line.ts';
import { readTable } from './table-file.ts';
import { placeOf } from './text-report.ts';

export const calculateOptions = { values: ['input', 'csv', 'map'], flags: ['text', 'sql'] };

/** Runs a calculator on a JSON file, a table, or both; '-' is standard input. Without an id it lists them. */
export function calculate({ files, values, flags }: Given, write: (text: string) => void): number {
  const [id, ...others] = files;
  if (id === undefined) {
    write(calculators.map(({ id: name, question }) => `${name.padEnd(26)}${question}\n`).join(''));
    return 0;
  }
  if (others.length > 0) throw new AppError('bad-input', 'calc takes one calculator: plumbline calc ID --input FILE.');
  const calculator = calculatorById(id);
  const run = runWatched(calculator, values);
  write(flags.has('text') ? inWords(run) : flags.has('sql') ? inSql(run) : `${JSON.stringify(run.output, null, 2)}\n`);
  return 0;
}

function runWatched(calculator: Calculator, values: Given['values']): CalculatorRun {
  const { show: onProgress, clear } = progressLine(process.stderr, () => performance.now());
  try {
    const { given, table } = readInput(calculator, values, onProgress);
    return runCalculator(calculator, given, { table, onProgress });
  } finally {
    clear();
  }
}

interface CalculatorInput {
  readonly given: unknown;
  readonly table: ReadTable | null;
}

function readInput(
  calculator: Calculator,
  { input: file, csv, map }: Given['values'],
  onProgress: OnProgress,
): CalculatorInput {
  if (file === undefined && csv === undefined) {
    const wayOut = calculator.tables === undefined ? '' : ', or --csv FILE with the rows';
    const example = JSON.stringify(calculator.example);
    throw new AppError(
      'bad-input',
      `calc needs --input FILE, such as a file that holds ${example.length > 200 ? `${example.slice(0, 199)}…` : example}${wayOut}`,
    );
  }
  if (csv === undefined && map !== undefined) {
    throw new AppError('bad-input', '--map names the columns of a table, so it goes with --csv FILE.');
  }
  if (file === '-' && csv === '-') {
    throw new AppError('bad-input', 'Standard input holds one thing: give --input or --csv a file.');
  }
  const given = file === undefined ? {} : readJson(file);
  if (csv === undefined) return { given, table: null };
  if (calculator.tables === undefined) {
    throw new AppError('bad-input', `${calculator.id} takes no rows, so --csv cannot be given.`);
  }
  const table = readTable(csv, calculator.tables, map ?? '', onProgress);
  if (isJsonObject(given) && Object.hasOwn(given, table.key)) {
    throw new AppError('bad-input', `${table.key} comes from --csv and stands in --input as well: give one of them.`);
  }
  return { given, table };
}

function readJson(file: string): unknown {
  const name = file === '-' ? 'standard input' : file;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readBytes(file));
  } catch (error) {
    throw new AppError('bad-input', `${name}: ${reasonOf(error)}`, undefined, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const [problem] = parseTree(text, 'json').problems;
    const message = problem?.message ?? 'This is not valid JSON.';
    throw new AppError('bad-input', `${placeOf(name, problem)}: ${message}`, { ...problem }, { cause: error });
  }
}

function inWords({ interpretation, formula, sources, output }: CalculatorRun): string {
  const assumed =
    typeof output === 'object' && output !== null && 'assumptions' in output && Array.isArray(output.assumptions)
      ? output.assumptions
      : [];
  return [
    ...interpretation,
    '',
    'Assumed:',
    ...assumed.map((sentence) => `- ${String(sentence)}`),
    '',
    `Formula: ${formula}`,
    ...sources.map((source) => `Source: ${source}`),
    '',
  ].join('\n');
}

function inSql({ sql }: CalculatorRun): string {
  return dialects.map((dialect) => `-- ${dialect}\n${sql?.[dialect] ?? '-- takes no rows'};\n`).join('\n');
}
