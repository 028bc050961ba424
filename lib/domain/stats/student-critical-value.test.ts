import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal-quantile.ts';
import { studentCriticalValue } from './student-critical-value.ts';

// R 4.2: options(digits = 10); qt((1 + c) / 2, df)
test.each([
  [0.95, 1, 12.70620474],
  [0.95, 11, 2.20098516],
  [0.99, 5, 4.032142984],
  [0.95, 99, 1.984216952],
  [0.9, 2, 2.91998558],
])('confidence %d, %d degrees of freedom', (confidence, degrees, expected) => {
  expect(relativeDifference(studentCriticalValue(confidence, degrees), expected)).toBeLessThan(5e-10);
});

test('closed forms: the tangent at one degree of freedom, the normal at many', () => {
  expect(relativeDifference(studentCriticalValue(0.999, 1), Math.tan((Math.PI * 0.999) / 2))).toBeLessThan(1e-11);
  expect(relativeDifference(studentCriticalValue(0.95, 1e10), normalQuantile(0.975))).toBeLessThan(1e-9);
});

test('holds the share that was asked for', () => {
  const confidence = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
  fc.assert(
    fc.property(confidence, fc.double({ min: 0.5, max: 1000, noNaN: true }), (level, degrees) => {
      const t = studentCriticalValue(level, degrees);
      const { lower: outside } = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
      expect(relativeDifference(outside, 1 - level)).toBeLessThan(1e-9);
    }),
  );
});

test('nonsense is refused', () => {
  expect(() => studentCriticalValue(1, 5)).toThrow(RangeError);
  expect(() => studentCriticalValue(0.9, 0)).toThrow(RangeError);
});
