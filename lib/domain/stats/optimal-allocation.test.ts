import { expect, it } from 'vitest';
import { optimalAllocation, stratifiedVariance } from './optimal-allocation.ts';

const strata = [
  { weight: 0.5, sd: 1 },
  { weight: 0.5, sd: 3 },
];

it('draws in proportion to share and deviation', () => {
  expect(optimalAllocation(strata, 40)).toEqual([10, 30]);
  // Cochran's formula (5.25): a case that costs four times as much is drawn half as often.
  const dear = optimalAllocation(
    [
      { weight: 0.5, sd: 1 },
      { weight: 0.5, sd: 1, cost: 4 },
    ],
    60,
  );
  expect(dear[0]).toBeCloseTo(20, 12);
  expect(dear[1]).toBeCloseTo(10, 12);
});

it('has the smallest variance of all allocations of the same size', () => {
  // (0.5·1 + 0.5·3)² / 40, and 0.25·1/20 + 0.25·9/20 for halves.
  expect(stratifiedVariance(strata, [10, 30])).toBeCloseTo(0.1, 14);
  expect(stratifiedVariance(strata, [20, 20])).toBeCloseTo(0.125, 14);
  for (let first = 1; first < 40; first += 1) {
    expect(stratifiedVariance(strata, [first, 40 - first])).toBeGreaterThanOrEqual(0.1 - 1e-12);
  }
});

it('weighs by sizes as by shares, and leaves a stratum that does not vary out', () => {
  const sizes = [
    { weight: 500, sd: 1 },
    { weight: 500, sd: 3 },
    { weight: 0, sd: 0 },
  ];
  expect(stratifiedVariance(sizes, [10, 30, 0])).toBeCloseTo(0.1, 14);
  expect(() => optimalAllocation([{ weight: 1, sd: 0 }], 10)).toThrow(RangeError);
});
