import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { weighedFailures, type WeighedFailure } from '#lib/domain/worksheets/weighed-failures.ts';
import type { Inline, TableBlock, TableColumn } from '../document.ts';
import { cell } from '../item-tables.ts';
import { text } from '../runs.ts';
import { quantityValue } from '../shown-answer.ts';
import type { Passage, Writing, Written } from '../writing.ts';
import { isShown } from '../writing.ts';

const FAILURES = 'risk.failureModes';
const STAGE = 'launch';

/**
 * What can go wrong, gravest first, with severity × likelihood beside its factors; then what is done about each. Only
 * where all of them are weighed: what is not cannot be put in its place.
 */
function failures(writing: Writing): Written | undefined {
  const { failureModes } = writing.worksheet.risk;
  const ranked = weighedFailures(writing.worksheet);
  if (ranked.length < 2 || ranked.length < failureModes.length) return undefined;
  const blocks: TableBlock[] = [weighedTable(writing, ranked)];
  const keys = shownKeys(writing, ranked, ['fpOrFn', 'detection', 'mitigation', 'fallback']);
  if (keys.length > 0) blocks.push(answerTable(writing, ranked, ['mode', ...keys]));
  return { blocks, used: [FAILURES] };
}

function weighedTable(writing: Writing, ranked: readonly WeighedFailure[]): TableBlock {
  const keys = ['mode', ...shownKeys(writing, ranked, ['who']), 'severity', 'likelihood'];
  return {
    kind: 'table',
    path: FAILURES,
    caption: 'What can go wrong, gravest first',
    columns: [...keys.map(columnOf), { label: [text('Severity × likelihood')], align: 'end' }, columnOf('owner')],
    rows: ranked.map(({ id, weight }) => ({
      path: `${FAILURES}.${id}`,
      cells: [
        ...keys.map((key) => cellOf(writing, id, key)),
        [quantityValue(pathOf(id, 'severity'), String(weight), 'derived')],
        cellOf(writing, id, 'owner'),
      ],
    })),
  };
}

function answerTable(writing: Writing, ranked: readonly WeighedFailure[], keys: readonly string[]): TableBlock {
  return {
    kind: 'table',
    path: FAILURES,
    caption: 'How each is noticed, and what is done about it',
    columns: keys.map(columnOf),
    rows: ranked.map(({ id }) => ({ path: `${FAILURES}.${id}`, cells: keys.map((key) => cellOf(writing, id, key)) })),
  };
}

/** Those of the keys that any of the failures has something to show for. */
function shownKeys(writing: Writing, ranked: readonly WeighedFailure[], keys: readonly string[]): readonly string[] {
  return keys.filter((key) =>
    ranked.some(({ id }) => {
      const field = fieldAtPath(pathOf(id, key));
      return field !== undefined && isShown(writing, pathOf(id, key), field, STAGE);
    }),
  );
}

function pathOf(id: string, key: string): string {
  return `${FAILURES}.${id}.${key}`;
}

function columnOf(key: string): TableColumn {
  const field = fieldAtPath(pathOf('any', key));
  return { label: [text(field?.label ?? key)], align: field?.kind === 'integer' ? 'end' : 'start' };
}

function cellOf(writing: Writing, id: string, key: string): readonly Inline[] {
  const path = pathOf(id, key);
  return cell(writing, path, fieldAtPath(path), STAGE);
}

export const riskPassages: readonly Passage[] = [{ at: 'failureModes', write: failures }];
