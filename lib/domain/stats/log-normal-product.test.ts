import { expect, it } from 'vitest';
import { logNormalProduct } from './log-normal-product.ts';

it('multiplies medians and adds the squares of spreads', () => {
  // ln 20 = 2.9957 and ln 5 = 1.6094: √(8.9744 + 2.5903) = 3.4007.
  const product = logNormalProduct({ p50: 10, p99: 200 }, { p50: 3, p99: 15 });
  expect(product.p50).toBe(30);
  expect(product.p99 / 30).toBeCloseTo(Math.exp(3.40069), 3);
});

it('only scales by what never varies', () => {
  expect(logNormalProduct({ p50: 200, p99: 800 }, { p50: 10, p99: 10 }).p99).toBeCloseTo(8000, 9);
});
