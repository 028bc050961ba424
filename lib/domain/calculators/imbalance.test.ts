import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import type { ReferenceRow } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { imbalanceContract } from './imbalance-contract.ts';
import { imbalance } from './imbalance.ts';
import { calculatorById } from './all-calculators.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof imbalance.compute>;
const run = (input: object): Result => imbalance.compute(imbalanceContract.input.parse(input));
const rows = (...calcs: string[]): ReferenceRow[] => {
  const found = referenceRows('classification_label.csv').filter((row) => calcs.includes(row['calc'] ?? ''));
  if (new Set(found.map((row) => row['calc'])).size < calcs.length)
    throw new Error(`Rows missing for ${calcs.join(', ')}`);
  return found;
};

const readers: Record<string, (inputs: Readonly<Record<string, number>>) => number | null> = {
  ppv: ({ sens, spec, prev }) => run({ prevalence: prev, sensitivity: sens, specificity: spec }).ppv,
  precision_shift: ({ prec, prev_from, prev_to }) =>
    run({ prevalence: prev_to, precision: prec, measuredPrevalence: prev_from }).precisionAtPrevalence,
  cost_threshold: ({ c_fp, c_fn }) => run({ prevalence: 0.1, costs: { fp: c_fp, fn: c_fn } }).costThreshold,
  auprc_baseline: ({ prev }) => run({ prevalence: prev }).prAucBaseline,
  auprc_min: ({ prev }) => run({ prevalence: prev }).prAucMinimum,
  f1_all_positive: ({ prev }) => run({ prevalence: prev }).f1AllPositive,
  accuracy_majority: ({ prev }) => run({ prevalence: prev }).majorityAccuracy,
};

test.each(rows(...Object.keys(readers)))('$calc $inputs_json', (row) => {
  const actual = readers[row['calc'] ?? '']?.(inputsIn(row)) ?? Number.NaN;
  expect(relativeDifference(actual, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test('Wikipedia’s worked example also prints the NPV', () => {
  const { npv } = run({ prevalence: 30 / 2030, sensitivity: 2 / 3, specificity: 0.91 });
  expect(Math.abs((npv ?? 0) - 0.994535519)).toBeLessThan(5e-10);
});

test('the identities between what goes in and what comes out', () => {
  const unit = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  fc.assert(
    fc.property(unit, unit, unit, (prevalence, sensitivity, specificity) => {
      const here = run({
        prevalence,
        sensitivity,
        specificity,
        volume: 1000,
        reviewCapacity: 10,
        costs: { fp: 1, fn: 1 },
      });
      const there = run({ prevalence: 0.3, precision: here.ppv ?? 0, measuredPrevalence: prevalence, sensitivity });
      // Precision carried to another prevalence is the PPV there, and gives the specificity back.
      expect(there.precisionAtPrevalence).toBeCloseTo(run({ prevalence: 0.3, sensitivity, specificity }).ppv ?? 0, 9);
      expect(there.specificity).toBeCloseTo(specificity, 9);
      expect((here.alerts ?? 0) * (here.ppv ?? 0)).toBeCloseTo(1000 * prevalence * sensitivity, 6);
      expect(here.expectedCostOfVolume).toBeCloseTo(
        1000 * (prevalence * (1 - sensitivity) + (1 - prevalence) * (1 - specificity)),
        6,
      );
      expect(here.reviewLoad).toBeCloseTo((here.alerts ?? 0) / 10, 9);
    }),
  );
});

test('at the threshold flagging and not flagging cost the same', () => {
  const cost = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(cost, cost, cost, cost, (tp, fp, fn, tn) => {
      const t = run({ prevalence: 0.1, costs: { tp, fp, fn, tn } }).costThreshold;
      if (fp <= tn || fn <= tp) expect(t).toBeNull();
      else
        expect(Math.abs((t ?? 0) * tp + (1 - (t ?? 0)) * fp - ((t ?? 0) * fn + (1 - (t ?? 0)) * tn))).toBeLessThan(
          1e-9,
        );
    }),
  );
});

test.each<[string, object, keyof Result, string]>([
  ['no positives', { prevalence: 0 }, 'prAucMinimum', 'no precision-recall curve'],
  ['nothing flagged', { prevalence: 0.1, sensitivity: 0, specificity: 1 }, 'ppv', 'nothing is ever flagged'],
  ['everything flagged', { prevalence: 0.1, sensitivity: 1, specificity: 0 }, 'npv', 'everything is flagged'],
  [
    'a miss costs no more than a hit',
    { prevalence: 0.1, costs: { fp: 1, fn: 1, tp: 2 } },
    'costThreshold',
    'No threshold is cost-optimal',
  ],
  [
    'nobody reviews',
    { prevalence: 0.1, sensitivity: 0.5, specificity: 0.5, volume: 10, reviewCapacity: 0 },
    'reviewLoad',
    'nobody can review',
  ],
  [
    'one class when measured',
    { prevalence: 0.1, precision: 1, measuredPrevalence: 1 },
    'precisionAtPrevalence',
    'one class was absent',
  ],
  [
    'precision measured without positives',
    { prevalence: 0.01, precision: 0.9, measuredPrevalence: 0 },
    'precisionAtPrevalence',
    'one class was absent',
  ],
  [
    'alerts from a precision measured without positives',
    { prevalence: 0.01, sensitivity: 0.9, precision: 0.9, measuredPrevalence: 0, volume: 100 },
    'alerts',
    'need sensitivity and specificity',
  ],
  [
    'rates that cannot both hold',
    { prevalence: 0.5, sensitivity: 1, precision: 0.1 },
    'specificity',
    'cannot both hold',
  ],
])('%s: null with the reason', (_, input, key, reason) => {
  const result = run(input);
  expect(result[key]).toBeNull();
  expect(result.notes.join(' ')).toContain(reason);
});

test('bad input names the nested key', () => {
  expect(() => runCalculator(calculatorById(imbalance.id), { prevalence: 0.1, costs: { fp: 'one', fn: 2 } })).toThrow(
    'costs.fp must be a number.',
  );
  expect(() =>
    runCalculator(calculatorById(imbalance.id), { prevalence: 0.1, costs: { fp: 1, fn: 2, nt: 0 } }),
  ).toThrow('costs.nt is not an input of imbalance. Did you mean tn?');
  expect(() => runCalculator(calculatorById(imbalance.id), { prevalence: 1.5 })).toThrow(
    'prevalence must be from 0 to 1.',
  );
});
