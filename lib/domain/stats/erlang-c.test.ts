import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { erlangB } from './erlang-b.ts';
import { erlangC } from './erlang-c.ts';

test.each(referenceRows('erlang.csv'))('$servers servers, $offered_load_erlangs erlangs', (row) => {
  const [servers, load] = [numberIn(row, 'servers'), numberIn(row, 'offered_load_erlangs')];
  expect(relativeDifference(erlangC(erlangB(servers, load), servers, load), numberIn(row, 'erlang_C'))).toBeLessThan(
    5e-14,
  );
});

// README of pyworkforce: 14 positions, 10 erlangs
test('the waiting probability that pyworkforce prints', () => {
  expect(relativeDifference(erlangC(erlangB(14, 10), 14, 10), 0.1741319335950498)).toBeLessThan(1e-14);
});

test('one server: the chance to wait is the utilisation', () => {
  expect(erlangC(erlangB(1, 0.8), 1, 0.8)).toBeCloseTo(0.8, 15);
});

test('is not defined where the queue grows without end', () => {
  expect(() => erlangC(0.5, 2, 2)).toThrow(RangeError);
});
