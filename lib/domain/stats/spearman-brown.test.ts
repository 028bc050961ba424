import { expect, it } from 'vitest';
import { spearmanBrown } from './spearman-brown.ts';

it.each([
  [0.5, 1, 0.5],
  [0.5, 2, 2 / 3],
  // Doubling a test of reliability .6 gives .75, tripling it .818 (textbook values).
  [0.6, 2, 0.75],
  [0.6, 3, 0.8181818181818182],
  [0, 5, 0],
  [1, 3, 1],
])('labels of reliability %f, %i together: %f', (reliability, ratings, expected) => {
  expect(spearmanBrown(reliability, ratings)).toBeCloseTo(expected, 14);
});

it('refuses what is no reliability and no number of ratings', () => {
  expect(() => spearmanBrown(1.1, 2)).toThrow(RangeError);
  expect(() => spearmanBrown(-0.5, 3)).toThrow(RangeError);
  expect(() => spearmanBrown(0.5, 0)).toThrow(RangeError);
});
