import { type SvgNode, type SvgTree, WIDTH, labelAt, noteAt, shortened } from './svg-tree.ts';

/** Shares by row: each row adds up to 1, or is null where it has nothing to share. */
export interface ShareMatrix {
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[] | null)[];
  /** What a row and what a column stands for. */
  readonly rowLabel: string;
  readonly columnLabel: string;
}

const LEFT = 128;
const TOP = 44;
const ROW = 36;
const GAP = 2;
const WIDEST = 96;
/** Ink on the darkest cell keeps a contrast of 5 : 1 in both themes. */
const DARKEST = 0.5;
/** Pixels that a letter of a label takes, at most. */
const LETTER = 7.5;

/**
 * A square of cells that are the darker the larger their share, with the share in each.
 *
 * @param shown a share in words
 */
export function shareMatrix(
  { names, rows, rowLabel, columnLabel }: ShareMatrix,
  shown: (share: number) => string,
): SvgTree {
  const cell = Math.min(WIDEST, (WIDTH - LEFT) / names.length);
  const middle = (column: number): number => LEFT + (column + 0.5) * cell;
  const nodes: SvgNode[] = [
    noteAt(LEFT - 12, 16, 'end', `${rowLabel} ↓`),
    noteAt(LEFT, 16, 'start', `${columnLabel} →`),
  ];
  for (const [column, name] of names.entries()) {
    nodes.push(labelAt(middle(column), TOP - 8, 'middle', within(name, cell)));
  }
  for (const [index, row] of rows.entries()) {
    const y = TOP + index * ROW;
    const baseline = y + ROW / 2 + 4;
    nodes.push(labelAt(LEFT - 12, baseline, 'end', within(names[index] ?? '', LEFT - 12)));
    for (const [column, share] of (row ?? []).entries()) {
      const place = { x: LEFT + column * cell, y, width: cell - GAP, height: ROW - GAP };
      nodes.push({ kind: 'rectangle', look: 'frame', ...place });
      nodes.push({ kind: 'rectangle', look: 'heat', ...place, strength: DARKEST * share });
      nodes.push(labelAt(middle(column), baseline, 'middle', shown(share)));
    }
  }
  return { width: WIDTH, height: TOP + rows.length * ROW, nodes };
}

function within(name: string, pixels: number): string {
  return shortened(name, Math.max(2, Math.floor(pixels / LETTER)));
}
