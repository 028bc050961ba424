import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, type ReferenceRow, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { calculatorById } from './all-calculators.ts';
import { labelNoiseContract } from './label-noise-contract.ts';
import { labelNoise } from './label-noise.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof labelNoise.compute>;
const run = (input: object): Result => labelNoise.compute(labelNoiseContract.input.parse(input));

const readers: Record<string, (inputs: Readonly<Record<string, number>>) => number | null> = {
  label_noise_ceiling: ({ e }) => run({ errorRate: e }).accuracyCeiling,
  label_noise_observed: ({ true_acc, e, K }) =>
    run({ trueAccuracy: true_acc, errorRate: e, classes: K }).observedAccuracy,
  error_from_agreement_binary: ({ po }) => run({ pairAgreement: po }).impliedErrorRate,
  majority_vote_error: ({ m, e }) => run({ annotatorsPerItem: m, annotatorErrorRate: e }).majorityVoteError,
  label_ppv: ({ prev, label_fpr, label_fnr }) =>
    run({ prevalence: prev, falsePositiveRate: label_fpr, falseNegativeRate: label_fnr }).labelPpv,
};

const rows: ReferenceRow[] = referenceRows('classification_label.csv').filter((row) => (row['calc'] ?? '') in readers);

test('every formula has its published rows', () => {
  expect(new Set(rows.map((row) => row['calc']))).toEqual(new Set(Object.keys(readers)));
});

test.each(rows)('$calc $inputs_json', (row) => {
  const actual = readers[row['calc'] ?? '']?.(inputsIn(row)) ?? Number.NaN;
  expect(relativeDifference(actual, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test('with an even number of annotators ties count half: 4 who err .1 of the time are as good as 3', () => {
  expect(run({ annotatorsPerItem: 4, annotatorErrorRate: 0.1 }).majorityVoteError).toBeCloseTo(0.028, 12);
});

test('the error rate of an annotator is that which the agreement implies, unless it is given', () => {
  expect(run({ pairAgreement: 0.905, annotatorsPerItem: 1 }).majorityVoteError).toBeCloseTo(0.05, 12);
  expect(run({ pairAgreement: 0.905, annotatorsPerItem: 1, annotatorErrorRate: 0.2 }).majorityVoteError).toBeCloseTo(
    0.2,
    12,
  );
});

test('a model that is always right scores the ceiling, and one that guesses gains nothing from the labels', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, share, fc.integer({ min: 2, max: 50 }), (fpr, fnr, prevalence, classes) => {
      const rates = { falsePositiveRate: fpr, falseNegativeRate: fnr, prevalence };
      const binary = run({ ...rates, trueAccuracy: 1 });
      expect(binary.observedAccuracy).toBeCloseTo(binary.accuracyCeiling ?? -1, 12);
      expect(binary.errorRate).toBeCloseTo(prevalence * fnr + (1 - prevalence) * fpr, 12);
      const guess = run({ errorRate: fpr, classes, trueAccuracy: 1 / classes });
      expect(guess.observedAccuracy).toBeCloseTo(1 / classes, 12);
      for (const value of Object.values(binary))
        if (typeof value === 'number') expect(value).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

test.each<[string, object, keyof Result, string]>([
  ['no error rate', { trueAccuracy: 0.9 }, 'observedAccuracy', 'observedAccuracy is not defined'],
  ['half of the rates', { falsePositiveRate: 0.1, prevalence: 0.1 }, 'labelPpv', 'labelPpv is not defined: it needs'],
  [
    'nothing is positive',
    { falsePositiveRate: 0, falseNegativeRate: 1, prevalence: 0.1 },
    'labelPpv',
    'nothing is ever',
  ],
  ['less agreement than chance', { pairAgreement: 0.4 }, 'impliedErrorRate', '2 classes agree 50\u202f% of the time'],
  ['no rate of an annotator', { annotatorsPerItem: 3 }, 'majorityVoteError', 'it needs annotatorErrorRate'],
])('%s: null with the reason', (_, input, key, reason) => {
  const result = run(input);
  expect(result[key]).toBeNull();
  expect(result.notes.join(' ')).toContain(reason);
});

test('labels that are worse than chance are said to be', () => {
  expect(run({ errorRate: 0.6 }).notes.join(' ')).toContain('a worse model can score higher');
  expect(run({ errorRate: 0.6, classes: 3 }).notes).toEqual([]);
});

test.each<[object, string, string]>([
  [{}, 'errorRate', 'is missing.'],
  [{ classes: 3 }, 'errorRate', 'is missing.'],
  [
    { errorRate: 0.1, falsePositiveRate: 0.1, falseNegativeRate: 0.1, prevalence: 0.1 },
    'errorRate',
    'follows from them',
  ],
  [{ falsePositiveRate: 0.1, classes: 3 }, 'falsePositiveRate', 'needs 2 classes, and there are 3.'],
  [{ errorRate: 5 }, 'errorRate', 'must be from 0 to 1'],
  [{ annotatorsPerItem: 2.5 }, 'annotatorsPerItem', 'must be a whole number'],
])('%j is refused at %s', (input, path, message) => {
  const attempt = () => runCalculator(calculatorById(labelNoise.id), input);
  expect(attempt).toThrow(expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ path }) }));
  expect(attempt).toThrow(message);
});

test('says in words what it found', () => {
  const { interpretation } = runCalculator(calculatorById(labelNoise.id), labelNoise.example);
  expect(interpretation).toEqual([
    'With 5\u202f% of the labels wrong, a model that is always right scores an accuracy of 95\u202f%.',
    'A model that is right 90\u202f% of the time scores 86\u202f%.',
    'Two annotators who agree 90.5\u202f% of the time are each wrong 5\u202f% of the time.',
    'The majority of 3 is wrong 0.725\u202f% of the time.',
  ]);
  const rates = { prevalence: 0.01, falsePositiveRate: 0.01, falseNegativeRate: 0.01 };
  expect(runCalculator(calculatorById(labelNoise.id), rates).interpretation).toContain(
    'Of the positive labels 50\u202f% are right.',
  );
});
