import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import type { Calculator } from '#lib/domain/calculators/calculator.ts';
import { type OnProgress, unwatched } from '#lib/domain/calculators/progress.ts';
import type { ReadTable } from '#lib/domain/calculators/read-table.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { type AppError, isAppError } from '#lib/domain/errors.ts';

import { pictureOf } from './picture-of.ts';
import type { Output, Picture } from './picture.ts';
import { type Doubt, type Problem, readTexts } from './read-texts.ts';
import { type Listing, isRecord, listingsOf, shownResult, textsIn, valueAt } from './results-in-words.ts';
import { TABLE, type TablePreview } from './table-keys.ts';
import { previewOf, tableOfTexts } from './table-text.ts';
import { type CalculatorView, type Texts, inputsOf } from './view.ts';
import { viewOf } from './views.ts';

export type Outcome =
  | {
      readonly ok: true;
      readonly rows: readonly { readonly label: string; readonly shown: string }[];
      readonly interpretation: readonly string[];
      readonly assumptions: readonly string[];
      readonly listings: readonly Listing[];
      readonly table: TablePreview | null;
      readonly picture: Picture | null;
      readonly doubts: readonly Doubt[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Rows that were read, where the problem lies elsewhere. */
      readonly table?: TablePreview;
    };

interface Beside {
  /** Rows of a file, in place of those in the box. */
  readonly rows?: ReadTable;
  readonly onProgress?: OnProgress;
}

/** Reads what was typed, computes, and words the results. Pure: the server and the browser get the same. */
export function computeFromTexts(id: string, texts: Texts, { rows, onProgress = unwatched }: Beside = {}): Outcome {
  const view = viewOf(id);
  if (view === undefined) return { ok: false, problems: [{ message: 'This calculator has no page yet.' }] };
  const { values: typed, problems, doubts } = readTexts(inputsOf(view), texts);
  let table = rows ?? null;
  if (problems.length > 0) return { ok: false, problems, ...shownWith(table) };
  const calculator = calculatorById(id);
  try {
    table ??= tableOfTexts(calculator, texts);
    const { output, interpretation } = runCalculator(calculator, typed, { table, onProgress });
    const results = isRecord(output) ? output : {};
    return {
      ok: true,
      rows: view.results
        .map(({ key, label, kind }) => ({ label, shown: shownResult(valueAt(results, key), kind) }))
        .filter(({ shown }) => shown !== ''),
      interpretation,
      assumptions: textsIn(results['assumptions']),
      listings: listingsOf(view, results),
      table: table === null ? null : previewOf(table),
      picture: pictureOf(id, typed, results, (changes) => again(calculator, { ...typed, ...changes }, table)),
      doubts,
    };
  } catch (error) {
    return { ...refused(id, error), ...shownWith(table) };
  }
}

function shownWith(table: ReadTable | null): { table?: TablePreview } {
  return table === null ? {} : { table: previewOf(table) };
}

/**
 * What the page says of an input that the domain refuses: the domain names the key, the page names the box.
 *
 * @throws what is no refusal
 */
export function refused(id: string, error: unknown): Outcome & { ok: false } {
  if (!isAppError(error)) throw error;
  return { ok: false, problems: [problemOf(error, viewOf(id), calculatorById(id))] };
}

/** Null for a combination that makes no sense. */
function again(calculator: Calculator, values: object, table: ReadTable | null): Output | null {
  try {
    const { output } = runCalculator(calculator, values, { table });
    return isRecord(output) ? output : null;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

function problemOf(
  { message, details }: AppError,
  view: CalculatorView | undefined,
  { tables = [] }: Calculator,
): Problem {
  const path = details?.path;
  const inputs = view === undefined ? [] : inputsOf(view);
  const input = inputs.find(({ key }) => key === path) ?? inputs.find(({ key }) => path?.startsWith(`${key}.`));
  if (input !== undefined && path !== undefined) {
    return {
      key: input.key,
      message: message.startsWith(`${path} `) ? input.label + message.slice(path.length) : message,
    };
  }
  if (view?.table === undefined) return { message };
  const form = tables.find(({ key }) => key === path);
  const named = form !== undefined && message.startsWith(`${form.key} is missing`);
  return { key: TABLE, message: named ? `${view.table.label}: nothing was pasted yet.` : message };
}
