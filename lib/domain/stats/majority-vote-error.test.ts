import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { majorityVoteError } from './majority-vote-error.ts';

test.each([
  [3, 0.1, 0.028],
  [5, 0.2, 0.05792],
  [4, 0.1, 0.028],
  [1, 0.3, 0.3],
  [2, 0.3, 0.3],
])('%d annotators who err %d of the time: %d', (annotators, errorRate, expected) => {
  expect(relativeDifference(majorityVoteError(annotators, errorRate), expected)).toBeLessThan(1e-12);
});

test('an even annotator more adds nothing, and classes can be swapped', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }), (pairs, errorRate) => {
      const odd = majorityVoteError(2 * pairs - 1, errorRate);
      expect(majorityVoteError(2 * pairs, errorRate)).toBeCloseTo(odd, 10);
      expect(majorityVoteError(2 * pairs, 1 - errorRate)).toBeCloseTo(1 - odd, 10);
    }),
  );
});

test('nonsense is refused', () => {
  expect(() => majorityVoteError(0, 0.1)).toThrow(RangeError);
  expect(() => majorityVoteError(2.5, 0.1)).toThrow(RangeError);
  expect(() => majorityVoteError(3, 1.1)).toThrow(RangeError);
});
