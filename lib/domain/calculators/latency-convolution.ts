import { convolve } from '../stats/convolve.ts';
import type { Distribution } from '../stats/distribution.ts';
import type { WholeQuantile } from './latency-closed-form.ts';

const CELLS = 8192;
/** A quantile stands at least this far up its grid, so that a cell is at most 0.06 % of it. */
const LOWEST = 0.2;

/** Chances of each cell of a grid, and the width of a cell in ms. Cell k holds the times nearest to k · width. */
interface Grid {
  readonly chances: Float64Array;
  readonly width: number;
}

/**
 * The quantile of groups of stages one after another, by convolution on a grid.
 *
 * A quantile depends only on what lies below it, so each gets a grid that ends just above it: the far end of a heavy
 * tail costs no resolution.
 *
 * @param series groups one after another; the stages of a group run side by side
 * @param bound a value that the quantile does not exceed
 */
export function convolvedQuantile(
  series: readonly (readonly Distribution[])[],
  bound: (upper: number) => number,
): WholeQuantile {
  let last: Grid | null = null;
  return (upper) => {
    const highest = bound(upper);
    if (highest === 0) return 0;
    // The grid of another percentile may do.
    const before = last === null ? null : quantileOn(last, upper);
    if (before !== null && before >= LOWEST * reachOf(last)) return before;
    // A hair above the bound, since a time there may be rounded up into the next cell.
    last = gridOf(series, highest * 1.001);
    for (let tries = 0; ; tries += 1) {
      const found = quantileOn(last, upper);
      const reach = reachOf(last);
      if (found === null) last = gridOf(series, reach * 1.1);
      else if (found >= LOWEST * reach || found === 0 || tries >= 40) return found;
      else last = gridOf(series, Math.max(found * 2, reach / 1000));
    }
  };
}

function gridOf(series: readonly (readonly Distribution[])[], reach: number): Grid {
  const width = reach / CELLS;
  let chances: Float64Array | null = null;
  for (const group of series) {
    const own = groupChances(group, width);
    chances = chances === null ? own : convolve(chances, own);
  }
  return { chances: chances ?? new Float64Array(CELLS), width };
}

/** Of the slowest in the group. */
function groupChances(group: readonly Distribution[], width: number): Float64Array {
  const chances = new Float64Array(CELLS);
  let below = 0;
  for (let cell = 0; cell < CELLS; cell += 1) {
    const edge = (cell + 0.5) * width;
    const upTo = group.reduce((product, { cdf }) => product * cdf(edge), 1);
    chances[cell] = Math.max(0, upTo - below);
    below = upTo;
  }
  return chances;
}

/** null when the grid ends before the quantile. */
function quantileOn({ chances, width }: Grid, upper: number): number | null {
  const wanted = 1 - upper;
  let upTo = 0;
  for (let cell = 0; cell < CELLS; cell += 1) {
    const here = chances[cell] ?? 0;
    if (upTo + here >= wanted) return Math.max(0, (cell - 0.5 + (here === 0 ? 0 : (wanted - upTo) / here)) * width);
    upTo += here;
  }
  return null;
}

function reachOf(grid: Grid | null): number {
  return (grid?.width ?? 0) * CELLS;
}
