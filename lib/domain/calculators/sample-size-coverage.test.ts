import { expect, test } from 'vitest';
import { binomialProbability } from '../stats/binomial-probability.ts';
import { normalQuantile } from '../stats/normal-quantile.ts';
import { sampleSizeProportionsContract } from './sample-size-proportions-contract.ts';
import { sampleSizeProportions } from './sample-size-proportions.ts';

/** Exact chance that the pooled z test of two groups of n rejects: every pair of counts, weighted. No simulation noise. */
function rejectionRate(n: number, first: number, second: number, alpha: number): number {
  const critical = -normalQuantile(alpha / 2);
  const chances = (p: number): number[] => Array.from({ length: n + 1 }, (_, k) => binomialProbability(k, n - k, p));
  const [ofFirst, ofSecond] = [chances(first), chances(second)];
  let rate = 0;
  ofFirst.forEach((chance, a) => {
    ofSecond.forEach((other, b) => {
      const pooled = (a + b) / (2 * n);
      const standardError = Math.sqrt((pooled * (1 - pooled) * 2) / n);
      if (standardError > 0 && Math.abs(a - b) / n > critical * standardError) rate += chance * other;
    });
  });
  return rate;
}

test.each([
  [0.5, 0.25, 0.9],
  [0.2, 0.1, 0.8],
  [0.1, 0.08, 0.8],
])(
  'from %d by %d: the size that is named has the power and the false alarms that are claimed',
  (baseline, effect, power) => {
    const { nPerGroup } = sampleSizeProportions.compute(
      sampleSizeProportionsContract.input.parse({ baseline, effect, power }),
    );
    const n = nPerGroup ?? 0;
    expect(Math.abs(rejectionRate(n, baseline, baseline + effect, 0.05) - power)).toBeLessThan(0.015);
    expect(Math.abs(rejectionRate(n, baseline, baseline, 0.05) - 0.05)).toBeLessThan(0.01);
  },
);
