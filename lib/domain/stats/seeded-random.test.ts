import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom, splitMix64, xoshiro128 } from './seeded-random.ts';

// The first words of the authors' C program from the state 1, 2, 3, 4, as the tests of Rust's rand_xoshiro have them.
test('xoshiro128** gives the published words', () => {
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

// The first numbers of the authors' C program from the seed 1234567, as Rosetta Code prints them.
test('SplitMix64 gives the published numbers', () => {
  expect(splitMix64(1234567n).take(5).toArray()).toEqual([
    6457827717110365317n,
    3203168211198807973n,
    9817491932198370423n,
    4593380528125082431n,
    16408922859458223821n,
  ]);
});

test('a seed settles the numbers, which lie in [0, 1)', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (seed) => {
      const [first, again, other] = [seededRandom(seed), seededRandom(seed), seededRandom(seed === 0 ? 1 : seed - 1)];
      const numbers = Array.from({ length: 8 }, first);
      expect(Array.from({ length: 8 }, again)).toEqual(numbers);
      expect(Array.from({ length: 8 }, other)).not.toEqual(numbers);
      for (const number of numbers) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(1);
        expect(Number.isInteger(number * 2 ** 53)).toBe(true);
      }
    }),
  );
});

test('the numbers are uniform and neighbours are unrelated: each sum lies within four standard errors', () => {
  const n = 100_000;
  const random = seededRandom(1);
  const numbers = Array.from({ length: n }, random);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / n;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
  const product = numbers.reduce((sum, number, index) => sum + (number - 0.5) * ((numbers[index - 1] ?? 0.5) - 0.5), 0);
  expect(Math.abs(product / n)).toBeLessThan(4 * Math.sqrt(1 / 144 / n));
  const cells = Array.from({ length: 100 }, () => 0);
  for (const number of numbers) cells[Math.floor(number * 100)] = (cells[Math.floor(number * 100)] ?? 0) + 1;
  const chiSquare = cells.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0);
  // The chi-square of 99 degrees of freedom has mean 99 and variance 198.
  expect(Math.abs(chiSquare - 99)).toBeLessThan(4 * Math.sqrt(198));
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])('the seed %d is refused', (seed) => {
  expect(() => seededRandom(seed)).toThrow(RangeError);
});
