import { describe, expect, it } from 'vitest';
import { followedAt, placeAt } from './grid-order.ts';

describe('followedAt', () => {
  const ids = ['a', 'b', 'c', 'd'];
  it.each([
    [0, 1, 'b'],
    [0, 3, 'd'],
    [3, 0, null],
    [3, 2, 'b'],
    [2, 1, 'a'],
    [1, 1, 'a'],
  ])('from %i to %i it follows %s', (from, to, after) => {
    expect(followedAt(ids, from, to)).toBe(after);
  });
});

describe('placeAt', () => {
  const middles = [10, 30, 50];
  it.each([
    [0, 5, 0],
    [0, 29, 0],
    [0, 31, 1],
    [0, 90, 2],
    [2, 5, 0],
    [2, 31, 2],
    [1, 9, 0],
    [1, 49, 1],
  ])('row %i let go at %i stands at %i', (from, y, to) => {
    expect(placeAt(middles, from, y)).toBe(to);
  });
});
