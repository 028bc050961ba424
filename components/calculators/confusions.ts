import type { DrawnFigure } from '#components/charts/drawn-chart.tsx';
import { type ShareMatrix, shareMatrix } from '#lib/domain/charts/share-matrix.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

/** More categories than this are no picture any more. */
const MOST_DRAWN = 12;

const percent = (share: number) => formatPercentage(share, 'sentence');

/** Which labels are taken for each other: of the ratings of each category, what the other annotators chose. */
export function confusions(categories: unknown, pairs: unknown): DrawnFigure | null {
  const names = Array.isArray(categories) ? categories.map(String) : [];
  const counts = Array.isArray(pairs) ? pairs.map(numbersIn) : [];
  if (names.length < 2 || names.length > MOST_DRAWN || counts.length !== names.length) return null;
  const rows = counts.map((row) => {
    const sum = row.reduce((total, count) => total + count, 0);
    return sum === 0 ? null : row.map((count) => count / sum);
  });
  const matrix = { names, rows, rowLabel: 'Where one says', columnLabel: 'another says' };
  return {
    title: 'Which labels are taken for each other?',
    answer: mostMistaken(matrix),
    tree: shareMatrix(matrix, percent),
    table: {
      columns: [`${matrix.rowLabel} / ${matrix.columnLabel}`, ...names],
      rows: rows.map((row, index) => [
        names[index] ?? '',
        ...names.map((_, column) => (row === null ? '–' : percent(row[column] ?? 0))),
      ]),
    },
  };
}

function mostMistaken({ names, rows }: ShareMatrix): string {
  let most = { share: 0, one: '', other: '' };
  for (const [first, row] of rows.entries()) {
    for (const [second, share] of (row ?? []).entries()) {
      if (first !== second && share > most.share) {
        most = { share, one: names[first] ?? '', other: names[second] ?? '' };
      }
    }
  }
  return most.share === 0
    ? 'None: wherever one annotator chose a label, the others did too.'
    : `Where one annotator says ‘${most.one}’, another says ‘${most.other}’ ${percent(most.share)} of the time.`;
}

function numbersIn(row: unknown): number[] {
  return Array.isArray(row) ? row.map((count) => (typeof count === 'number' ? count : 0)) : [];
}
