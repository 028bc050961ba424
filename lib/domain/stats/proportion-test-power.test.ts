import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import type { ReferenceRow } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { detectableProportion } from './detectable-proportion.ts';
import { proportionTestPower } from './proportion-test-power.ts';
import { proportionTestSampleSize } from './proportion-test-sample-size.ts';
import { arcsineEffect } from './proportion-test.ts';
import type { ProportionTest } from './proportion-test.ts';

const R_DEFAULT: Omit<ProportionTest, 'baseline' | 'changed'> = {
  ratio: 1,
  alpha: 0.05,
  sides: 2,
  method: 'pooled',
  design: 'two-sample',
  bothTails: false,
};

const rowsOf = (...methods: string[]): ReferenceRow[] => {
  const rows = referenceRows('power_sample_size.csv').filter((row) => methods.includes(row['method'] ?? ''));
  if (rows.length === 0) throw new Error(`No reference rows for ${methods.join(', ')}`);
  return rows;
};

const input = (row: ReferenceRow, name: string, otherwise?: number): number => {
  const value = inputsIn(row)[name] ?? otherwise;
  if (value === undefined) throw new Error(`No ${name} in ${JSON.stringify(row)}`);
  return value;
};

test.each(rowsOf('power.prop.test', 'power.prop.test strict', 'pooled z'))('$method $inputs_json', (row) => {
  const shared = { ...R_DEFAULT, bothTails: row['method'] === 'power.prop.test strict', baseline: input(row, 'p1') };
  const power = (): number => input(row, 'power');
  const changed = (): number => input(row, 'p2');
  const results: Record<string, () => number | null> = {
    power: () => proportionTestPower({ ...shared, changed: changed() }, input(row, 'n')),
    n_per_group: () => proportionTestSampleSize({ ...shared, changed: changed() }, power()),
    p2: () => detectableProportion(shared, input(row, 'n'), power(), 'up'),
  };
  const actual = results[row['output'] ?? '']?.();
  // The table prints twelve digits.
  expect(relativeDifference(actual ?? Number.NaN, numberIn(row, 'expected'))).toBeLessThan(1e-9);
});

test.each(rowsOf('evan_miller'))('$method $inputs_json', (row) => {
  const baseline = input(row, 'baseline');
  const changed = baseline + input(row, 'abs_delta');
  const n = proportionTestSampleSize({ ...R_DEFAULT, method: 'evan-miller', baseline, changed }, input(row, 'power'));
  expect(relativeDifference(n, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test.each(rowsOf('pwr.2p.test', 'pwr.2p2n.test', 'pwr.p.test'))('$method $inputs_json', (row) => {
  // Cohen's examples give h; any pair of proportions with that h has the same power.
  const changed = Math.sin(Math.asin(Math.sqrt(0.4)) + input(row, 'h') / 2) ** 2;
  const n = input(row, 'n', input(row, 'n1', 0));
  const arcsine: ProportionTest = {
    ...R_DEFAULT,
    method: 'arcsine',
    design: row['method'] === 'pwr.p.test' ? 'one-sample' : 'two-sample',
    sides: (row['inputs_json'] ?? '').includes('greater') ? 1 : 2,
    bothTails: true,
    ratio: input(row, 'n2', n) / n,
    baseline: 0.4,
    changed,
  };
  expect(relativeDifference(proportionTestPower(arcsine, n), numberIn(row, 'expected'))).toBeLessThan(1e-9);
});

test.each(rowsOf('effect_size_h'))('$method $inputs_json', (row) => {
  const h = arcsineEffect(input(row, 'p1'), input(row, 'p2'));
  expect(relativeDifference(h, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

const anyTest = fc.record({
  baseline: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  changed: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  ratio: fc.double({ min: 0.1, max: 10, noNaN: true }),
  alpha: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  sides: fc.constantFrom(1 as const, 2 as const),
  method: fc.constantFrom('pooled' as const, 'evan-miller' as const, 'arcsine' as const),
  design: fc.constantFrom('two-sample' as const, 'one-sample' as const),
  bothTails: fc.boolean(),
});

test('the size that is asked for has the power that was asked for', () => {
  fc.assert(
    fc.property(anyTest, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (proportionTest, power) => {
      fc.pre(Math.abs(proportionTest.baseline - proportionTest.changed) > 1e-3);
      const n = proportionTestSampleSize(proportionTest, power);
      // Where chance alone already reaches the power (alpha of .2 and a far larger spread with the effect) no one is needed.
      if (n === 0) expect(proportionTestPower(proportionTest, 0)).toBeGreaterThanOrEqual(power - 1e-12);
      else expect(Math.abs(proportionTestPower(proportionTest, n) - power)).toBeLessThan(1e-9);
      expect(proportionTestPower(proportionTest, n * 1.1)).toBeGreaterThanOrEqual(power - 1e-12);
    }),
  );
});

test('the detectable proportion has the power, and none is named where none is far enough', () => {
  fc.assert(
    fc.property(
      anyTest,
      fc.integer({ min: 5, max: 100_000 }),
      fc.constantFrom('up' as const, 'down' as const),
      (proportionTest, n, direction) => {
        const changed = detectableProportion(proportionTest, n, 0.8, direction);
        if (changed === null) return;
        expect(Math.abs(proportionTestPower({ ...proportionTest, changed }, n) - 0.8)).toBeLessThan(1e-6);
        expect(direction === 'up' ? changed > proportionTest.baseline : changed < proportionTest.baseline).toBe(true);
      },
    ),
  );
  expect(detectableProportion({ ...R_DEFAULT, baseline: 0.99 }, 10, 0.9, 'up')).toBeNull();
});
