import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import type { OnProgress, Progress } from '#lib/domain/calculators/progress.ts';
import type { ReadTable } from '#lib/domain/calculators/read-table.ts';

import { type Outcome, computeFromTexts, refused } from './compute-from-texts.ts';
import { type RowsFile, readRows } from './rows-file.ts';
import { COLUMNS } from './table-keys.ts';
import type { Texts } from './view.ts';

/** What the page asks: a calculator, what was typed, and the file of the rows where there is one. */
export interface Question {
  readonly calculator: string;
  readonly texts: Texts;
  readonly rows: RowsFile | null;
}

/** Answers one question after another, and keeps the rows of the last file, so that another input does not read it again. */
export function answerer(): (question: Question, onProgress: OnProgress) => Promise<Outcome> {
  let kept: { readonly file: number; readonly columns: string; readonly table: ReadTable } | null = null;

  return async ({ calculator, texts, rows }, onProgress) => {
    const columns = texts[COLUMNS] ?? '';
    if (kept?.file !== rows?.id || kept?.columns !== columns) kept = null;
    if (rows === null) return computeFromTexts(calculator, texts, { onProgress });
    try {
      const { tables = [] } = calculatorById(calculator);
      kept ??= { file: rows.id, columns, table: await readRows(rows.file, tables, columns, onProgress) };
    } catch (error) {
      return refused(calculator, error);
    }
    return computeFromTexts(calculator, texts, { rows: kept.table, onProgress });
  };
}

const EVERY_MS = 100;

/** Passes on as much as the eye can follow. */
export function nowAndThen(show: (progress: Progress) => void, now: () => number): OnProgress {
  let next = 0;
  return (progress) => {
    if (now() < next) return;
    next = now() + EVERY_MS;
    show(progress);
  };
}
