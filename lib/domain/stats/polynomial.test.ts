import { expect, test } from 'vitest';
import { polynomial } from './polynomial.ts';

test('highest power first', () => {
  expect(polynomial([2, -3, 5], 4)).toBe(2 * 16 - 3 * 4 + 5);
  expect(polynomial([], 4)).toBe(0);
});
