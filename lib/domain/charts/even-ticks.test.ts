import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenTicks } from './even-ticks.ts';

test.each([
  [129, 5, [0, 50, 100]],
  [100, 5, [0, 20, 40, 60, 80, 100]],
  [0.3, 3, [0, 0.1, 0.2, 0.3]],
  [7, 4, [0, 2, 4, 6]],
  [0, 4, [0]],
])('up to %d in at most %d steps', (most, count, ticks) => {
  expect(evenTicks(most, count)).toEqual(ticks);
});

test('never more than allowed, and never beyond the end', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), fc.integer({ min: 3, max: 8 }), (most, count) => {
      const ticks = evenTicks(most, count);
      expect(ticks.length - 1).toBeLessThanOrEqual(count);
      expect(ticks.at(-1)).toBeLessThanOrEqual(most * (1 + 1e-9));
      expect(ticks.length).toBeGreaterThan(1);
    }),
  );
});
