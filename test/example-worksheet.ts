import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import { csvReader } from '#lib/domain/calculators/csv-reader.ts';
import { tableReader } from '#lib/domain/calculators/read-table.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { completeness } from '#lib/domain/worksheets/completeness.ts';
import type { Evidence } from '#lib/domain/worksheets/draft.ts';
import { parseFile, writeFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { danglingReferences } from '#lib/domain/worksheets/references.ts';

type Cells = Readonly<Record<string, string>>;

/** A worksheet of `examples/`, and the tables that lie beside it. */
export function readExample(id: string) {
  const folder = new URL(`../examples/${id}/`, import.meta.url);
  const text = readFileSync(new URL('worksheet.yaml', folder), 'utf8');
  const { draft, problems } = parseFile(text, 'yaml');
  const tables = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
  return { text, draft, problems, worksheet: readWorksheet(draft), tables };
}

type Example = ReturnType<typeof readExample>;

/** Everything that a reader would have to say against an example before looking at its numbers: nothing, if it is good. */
export function objectionsTo({ text, draft, problems, worksheet }: Example): readonly unknown[] {
  const isCanonical = writeFile(draft, 'yaml') === text;
  const survivesJson = writeFile(parseFile(writeFile(draft, 'json'), 'json').draft, 'yaml') === text;
  const { gaps, open } = completeness(worksheet, 'launch');
  const report = runChecks(worksheet, { today: '2026-12-01', mode: 'full' });
  return [
    ...problems,
    ...(isCanonical ? [] : ['Writing it gives other bytes.']),
    ...(survivesJson ? [] : ['Writing it as JSON loses something.']),
    ...(JSON.stringify(worksheet).includes('"unreadable"') ? ['Some answer cannot be read.'] : []),
    ...(open > 0 ? [`${open} answers are not known yet.`] : []),
    ...gaps,
    ...danglingReferences(worksheet),
    ...report.findings,
    ...report.gaps,
  ];
}

/** What is wrong with the evidence of an example: results that come out otherwise, and answers that state another number. */
export function evidenceAdrift({ draft, worksheet, tables }: Example): readonly unknown[] {
  const evidence = new Map(draft.evidence?.map((piece) => [piece.id, piece]));
  const changed = [...evidence.values()].flatMap((piece) => {
    const again = keptParts(computedAgain(piece, tables), piece.result);
    return JSON.stringify(again) === JSON.stringify(piece.result) ? [] : [{ id: piece.id, again }];
  });
  const measured = measuredAnswers(worksheet);
  const used = new Set(measured.map(({ evidence: id }) => id));
  return [
    ...changed,
    ...measured.filter(({ evidence: id, value }) => !holdsNumber(evidence.get(id)?.result, value)),
    ...[...evidence.keys()].filter((id) => !used.has(id)).map((id) => `Nothing rests on ${id}.`),
  ];
}

/** The rows of a table by the names of its columns. */
export function rowsOf(table: string | undefined): readonly Cells[] {
  const lines: (readonly string[])[] = [];
  const { push, end } = csvReader((cells) => lines.push(cells));
  push(table ?? '');
  end();
  const [heading = [], ...rows] = lines;
  return rows.map((cells) => Object.fromEntries(heading.map((name, index) => [name, cells[index] ?? ''])));
}

/** What a column of counts or amounts adds up to over the rows that are meant. */
export function sumOf(rows: readonly Cells[], column: string, isMeant: (row: Cells) => boolean = () => true): number {
  return rows.filter(isMeant).reduce((sum, row) => sum + Number(row[column]), 0);
}

/**
 * What the calculator of a piece of evidence says today: of its input, and of the table with its hash where the
 * calculator takes the rows. Undefined where no table has that hash.
 */
function computedAgain({ calculator: id, input, sha256 }: Evidence, tables: ReadonlyMap<string, string>) {
  const table = [...tables.values()].find((text) => createHash('sha256').update(text).digest('hex') === sha256);
  if (sha256 !== undefined && table === undefined) return undefined;
  const calculator = calculatorById(id);
  if (calculator.tables === undefined || table === undefined) return runCalculator(calculator, input).output;
  const reader = tableReader(calculator.tables, {});
  reader.push(table);
  return runCalculator(calculator, input, { table: reader.end() }).output;
}

/** The parts of an output that a result keeps, with as many digits as it keeps. */
function keptParts(output: unknown, result: unknown): unknown {
  if (typeof output === 'number') return Number(output.toFixed(6));
  if (Array.isArray(output)) return output.map((part: unknown) => keptParts(part, part));
  if (typeof output !== 'object' || output === null || typeof result !== 'object' || result === null) return output;
  return Object.fromEntries(
    Object.entries(result).map(([key, part]) => [key, keptParts(Reflect.get(output, key), part)]),
  );
}

interface Measured {
  readonly typed: string;
  readonly value: number;
  readonly evidence: string;
}

/** Every answer of a worksheet, or of a part of one, that rests on evidence. */
function measuredAnswers(part: unknown): readonly Measured[] {
  if (typeof part !== 'object' || part === null || part instanceof Map) return [];
  const [typed, value, evidence] = ['typed', 'value', 'evidence'].map((key): unknown => Reflect.get(part, key));
  if (typeof typed === 'string' && typeof value === 'number' && typeof evidence === 'string') {
    return [{ typed, value, evidence }];
  }
  return Object.values(part).flatMap(measuredAnswers);
}

/** Whether one of the numbers of a result is the one that an answer states, up to its rounding. */
function holdsNumber(result: unknown, value: number): boolean {
  if (typeof result === 'number') return agrees(value, result, 0.005);
  return (
    typeof result === 'object' && result !== null && Object.values(result).some((part) => holdsNumber(part, value))
  );
}

/** True when two numbers tell the same story: within two percent, or the part given. */
export function agrees(a: number | undefined, b: number | undefined, part = 0.02): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= part * Math.abs(b);
}
