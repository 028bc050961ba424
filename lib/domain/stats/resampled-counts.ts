import { binomialDraw } from './binomial-draw.ts';

/** Up to so many draws they are made one by one: a draw costs less than a binomial number. */
const DRAWN_SINGLY = 20_000;

/**
 * How often each kind comes up when as many are drawn, with replacement, as there are: one resample of a bootstrap.
 *
 * @param counts of each kind, whole numbers of 0 or more
 * @param random uniform numbers in [0, 1)
 * @returns a function that draws anew at each call, into the same array
 *
 * Complexity: O(total) a resample up to twenty thousand, above that O(Σ √count).
 * Source: Efron 1979; a multinomial draw is one binomial draw a kind, of what the kinds before it have left.
 */
export function resampledCounts(counts: readonly number[], random: () => number): () => Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const drawn = new Float64Array(counts.length);
  if (total <= DRAWN_SINGLY) {
    const kinds = counts.flatMap((count, kind) => Array.from({ length: count }, () => kind));
    return () => {
      drawn.fill(0);
      for (let draw = 0; draw < total; draw += 1) {
        const kind = kinds[Math.floor(random() * total)] ?? 0;
        drawn[kind] = (drawn[kind] ?? 0) + 1;
      }
      return drawn;
    };
  }
  return () => {
    let left = total;
    let kindsLeft = total;
    for (const [kind, count] of counts.entries()) {
      const here = count === 0 ? 0 : binomialDraw(left, Math.min(1, count / kindsLeft), random());
      drawn[kind] = here;
      left -= here;
      kindsLeft -= count;
    }
    return drawn;
  };
}
