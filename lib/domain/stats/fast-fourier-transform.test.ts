import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fastFourierTransform } from './fast-fourier-transform.ts';

const numbers = fc
  .integer({ min: 0, max: 6 })
  .chain((power) =>
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2 ** power, maxLength: 2 ** power }),
  );

test('is the sum that defines it', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const n = values.length;
      const [real, imaginary] = [Float64Array.from(values), Float64Array.from(values.toReversed())];
      fastFourierTransform(real, imaginary);
      for (let k = 0; k < n; k += 1) {
        let [re, im] = [0, 0];
        values.forEach((value, index) => {
          const [cosine, sine] = [Math.cos((-2 * Math.PI * k * index) / n), Math.sin((-2 * Math.PI * k * index) / n)];
          const other = values[n - 1 - index] ?? 0;
          re += value * cosine - other * sine;
          im += value * sine + other * cosine;
        });
        expect(Math.abs((real[k] ?? 0) - re)).toBeLessThan(1e-12);
        expect(Math.abs((imaginary[k] ?? 0) - im)).toBeLessThan(1e-12);
      }
    }),
  );
});

test('there and back multiplies by the length', () => {
  const [real, imaginary] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(0, 1, 0, -1)];
  fastFourierTransform(real, imaginary);
  fastFourierTransform(real, imaginary, true);
  [4, 8, 12, 16].forEach((value, index) => expect(real[index]).toBeCloseTo(value, 12));
  [0, 4, 0, -4].forEach((value, index) => expect(imaginary[index]).toBeCloseTo(value, 12));
});

test('other lengths are refused', () => {
  expect(() => fastFourierTransform(new Float64Array(3), new Float64Array(3))).toThrow(RangeError);
  expect(() => fastFourierTransform(new Float64Array(4), new Float64Array(2))).toThrow(RangeError);
  expect(() => fastFourierTransform(new Float64Array(0), new Float64Array(0))).toThrow(RangeError);
});
