import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';
import { wilsonSampleSize } from './wilson-sample-size.ts';

test('.95 ± .03 needs 215, where the plain normal interval would say 203', () => {
  expect(Math.ceil(wilsonSampleSize(0.95, 0.03, 0.95))).toBe(215);
});

test('the interval at that size has that half-width', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.0001, max: 0.49, noNaN: true }),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (proportion, halfWidth, confidence) => {
        const [lower, upper] = wilsonInterval(
          proportion,
          wilsonSampleSize(proportion, halfWidth, confidence),
          confidence,
        );
        expect(Math.abs((upper - lower) / 2 - halfWidth)).toBeLessThan(1e-9);
      },
    ),
  );
});

test('nonsense is refused', () => {
  expect(() => wilsonSampleSize(1.2, 0.1, 0.95)).toThrow(RangeError);
  expect(() => wilsonSampleSize(0.5, 0, 0.95)).toThrow(RangeError);
  expect(() => wilsonSampleSize(0.5, 0.5, 0.95)).toThrow(RangeError);
  expect(() => wilsonSampleSize(0.5, 0.1, 1)).toThrow(RangeError);
});
