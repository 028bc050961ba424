import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { errorRateFromAgreement } from './error-rate-from-agreement.ts';

test('agreement of .905 in two classes is an error of .05', () => {
  expect(relativeDifference(errorRateFromAgreement(0.905, 2) ?? 0, 0.05)).toBeLessThan(1e-12);
});

test('gives the error back from which the agreement came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 100 }), fc.double({ min: 0, max: 0.99, noNaN: true }), (classes, part) => {
      const error = (part * (classes - 1)) / classes;
      const agreement = (1 - error) ** 2 + error ** 2 / (classes - 1);
      expect(errorRateFromAgreement(agreement, classes)).toBeCloseTo(error, 6);
    }),
  );
});

test('less agreement than chance has no such error; chance itself is the largest', () => {
  expect(errorRateFromAgreement(0.49, 2)).toBeNull();
  expect(errorRateFromAgreement(0.5, 2)).toBe(0.5);
  expect(errorRateFromAgreement(1 / 3, 3)).toBeCloseTo(2 / 3, 6);
  expect(errorRateFromAgreement(1, 5)).toBe(0);
  expect(() => errorRateFromAgreement(1.1, 2)).toThrow(RangeError);
  expect(() => errorRateFromAgreement(0.9, 1)).toThrow(RangeError);
});
