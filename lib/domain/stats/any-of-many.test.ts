import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { anyOf, anyOfMany, chanceOfEach } from './any-of-many.ts';

const rows = referenceRows('latency_throughput.csv').filter(({ calc }) => calc === 'tail_fanout');

// Dean and Barroso, The tail at scale (2013): "63 %", "almost one in five"
test.each(rows)('$inputs_json', (row) => {
  const { p_slow: slow = 0, fanout = 0 } = inputsIn(row);
  expect(relativeDifference(anyOfMany(slow, fanout), numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test('both rows were there', () => {
  expect(rows).toHaveLength(2);
});

test('keeps the digits of a tiny chance', () => {
  expect(relativeDifference(anyOfMany(1e-20, 1000), 1e-17)).toBeLessThan(1e-14);
});

test('the one is the inverse of the other', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 1e6 }), (any, n) => {
      expect(relativeDifference(anyOfMany(chanceOfEach(1 - any, n), n), any)).toBeLessThan(1e-6);
    }),
  );
});

test('of several the complement is the product of the complements', () => {
  expect(anyOf([0.1, 0.2, 0.3])).toBeCloseTo(1 - 0.9 * 0.8 * 0.7, 15);
  expect(anyOf([1e-18, 2e-18])).toBeCloseTo(3e-18, 30);
  expect(anyOf([0.4, 1])).toBe(1);
  expect(anyOf([])).toBe(0);
});

test('ends', () => {
  expect(anyOfMany(0.5, 0)).toBe(0);
  expect(anyOfMany(1, 0)).toBe(0);
  expect(anyOfMany(1, 3)).toBe(1);
  expect(anyOfMany(0, 3)).toBe(0);
});
