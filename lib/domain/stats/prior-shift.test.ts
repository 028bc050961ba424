import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { shiftPrior } from './prior-shift.ts';

test.each(referenceRows('classification_label.csv').filter((row) => row['calc'] === 'prior_shift_elkan'))(
  'published: $inputs_json',
  (row) => {
    const { p = Number.NaN, b = Number.NaN, b2 = Number.NaN } = inputsIn(row);
    expect(relativeDifference(shiftPrior(p, b, b2), numberIn(row, 'expected'))).toBeLessThan(1e-12);
  },
);

test('there and back is where it was', () => {
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(share, share, share, (score, trained, now) => {
      expect(shiftPrior(score, trained, trained)).toBeCloseTo(score, 12);
      expect(shiftPrior(shiftPrior(score, trained, now), now, trained)).toBeCloseTo(score, 9);
    }),
  );
});

test('certain scores stay certain, and nonsense is refused', () => {
  expect(shiftPrior(0, 0.5, 0.01)).toBe(0);
  expect(shiftPrior(1, 0.5, 0.01)).toBe(1);
  expect(() => shiftPrior(1.2, 0.5, 0.01)).toThrow(RangeError);
  expect(() => shiftPrior(0.5, 0, 0.01)).toThrow(RangeError);
  expect(() => shiftPrior(0.5, 0.5, 2)).toThrow(RangeError);
});
