import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { erlangB } from './erlang-b.ts';

test.each(referenceRows('erlang.csv'))('$servers servers, $offered_load_erlangs erlangs', (row) => {
  const blocked = erlangB(numberIn(row, 'servers'), numberIn(row, 'offered_load_erlangs'));
  // The table carries fifteen digits.
  expect(relativeDifference(blocked, numberIn(row, 'erlang_B'))).toBeLessThan(5e-15);
});

test('is the share of the last term in the cut-off exponential series', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 50, noNaN: true }), (servers, load) => {
      let term = 1;
      let sum = 1;
      for (let k = 1; k <= servers; k += 1) {
        term *= load / k;
        sum += term;
      }
      expect(relativeDifference(erlangB(servers, load), term / sum)).toBeLessThan(1e-12);
    }),
  );
});

test('ends and nonsense', () => {
  expect(erlangB(0, 3)).toBe(1);
  expect(erlangB(3, 0)).toBe(0);
  expect(() => erlangB(1.5, 1)).toThrow(RangeError);
  expect(() => erlangB(1, -1)).toThrow(RangeError);
  expect(() => erlangB(1, Infinity)).toThrow(RangeError);
});
