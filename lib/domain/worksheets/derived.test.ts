import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { derive, deriveAll, derivedBeside, type DerivedId } from './derived.ts';
import { fieldAtPath } from './paths.ts';
import { readWorksheet } from './read-worksheet.ts';

function worksheet(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

function result(id: DerivedId, sections: Record<string, JsonObject>) {
  return derive(worksheet(sections), id).result;
}

const business = {
  currency: 'EUR',
  volumePerPeriod: '40,000 a day',
  gainPerCase: '~0.05',
  buildCost: '300k',
  runCostPerMonth: '15k',
};
const binary = {
  taskType: 'binary',
  classes: [{ id: 'fraud', name: 'Fraud', isPositive: true, expectedShare: '~0.3 %' }],
};

describe('money', () => {
  it('multiplies cases a year by the gain per case', () => {
    expect(result('expected-benefit', { business })).toEqual({
      state: 'value',
      value: 730_000,
      shown: '€730,000',
      working: '14,600,000 × €0.05',
      leansOnGuess: true,
    });
  });

  it('pays back after building divided by what is left each month', () => {
    expect(result('payback-months', { business })).toMatchObject({
      state: 'value',
      value: 300_000 / (730_000 / 12 - 15_000),
    });
    expect(result('first-year-cost', { business })).toMatchObject({ value: 480_000, leansOnGuess: false });
  });

  it('never pays back when running costs as much as it brings', () => {
    expect(result('payback-months', { business: { ...business, runCostPerMonth: '€1M' } }).state).toBe('undefined');
  });

  it('waits for what is blank, not known or not readable', () => {
    const partly = { ...business, gainPerCase: { unknown: {} }, buildCost: { unreadable: 'lots' } };
    expect(result('payback-months', { business: partly })).toEqual({
      state: 'waits',
      missing: ['business.gainPerCase', 'business.buildCost'],
    });
  });
});

describe('shares', () => {
  it('adds shares without floating noise', () => {
    const classes = ['0.1 %', '0.2 %', '99.7 %'].map((expectedShare, index) => ({ id: `c${index}`, expectedShare }));
    expect(result('class-share-sum', { framing: { taskType: 'multiclass', classes } })).toMatchObject({ value: 1 });
    expect(result('majority-accuracy', { framing: { taskType: 'multiclass', classes } })).toMatchObject({
      value: 0.997,
    });
    expect(result('class-share-sum', { framing: { taskType: 'multilabel', classes } }).state).toBe('undefined');
    expect(result('class-share-sum', {})).toEqual({ state: 'waits', missing: ['framing.classes'] });
  });

  it('takes the measured share of positives before the expected one', () => {
    expect(result('prevalence', { framing: binary })).toMatchObject({ value: 0.003, leansOnGuess: true });
    const both = { framing: binary, imbalance: { prevalenceProduction: '0.2 %' } };
    expect(result('prevalence', both)).toMatchObject({ value: 0.002, leansOnGuess: false });
    expect(result('majority-accuracy', both)).toMatchObject({ value: 0.998 });
    expect(result('prevalence', {})).toEqual({ state: 'waits', missing: ['imbalance.prevalenceProduction'] });
  });
});

it('finds the threshold of least cost, where there is one', () => {
  const costs = { tp: '€5', fp: '€5', fn: '€80', tn: 0 };
  expect(result('cost-threshold', { imbalance: { costMatrix: costs } })).toMatchObject({
    value: 0.0625,
    working: '5 ÷ (5 + 75)',
  });
  expect(result('cost-threshold', { imbalance: { costMatrix: { ...costs, fn: 1 } } }).state).toBe('undefined');
});

describe('samples and splits', () => {
  const splits = [
    { id: 'train', role: 'train', size: 510_300, from: '2025-08-01', to: '2026-05-31' },
    { id: 'later', role: 'validation', size: 40_000, from: '2026-06-01', to: '2026-06-02' },
    { id: 'test', role: 'test', size: 1_200_000, from: '2026-09-01', to: '2026-09-30' },
  ];

  it('counts weighted cases by what they are worth', () => {
    expect(result('effective-sample-size', { sampling: { sampleSize: 4000, sampledWeightsCv: 2 } })).toMatchObject({
      value: 800,
      working: '4,000 ÷ (1 + 2²)',
    });
  });

  it('expects the rarest group in the smallest test', () => {
    const criticalGroups = [
      { id: 'new', share: '6 %' },
      { id: 'large', share: '~0.5 %' },
    ];
    expect(result('rarest-group-in-test', { sampling: { splits, criticalGroups } })).toMatchObject({
      value: 6000,
      working: '1,200,000 × 0.5\u202f%',
      leansOnGuess: true,
    });
    const two = [...splits, { id: 'call', role: 'test', size: 600 }];
    expect(result('rarest-group-in-test', { sampling: { splits: two, criticalGroups } })).toMatchObject({ value: 3 });
    expect(result('rarest-group-in-test', { sampling: { splits } })).toEqual({
      state: 'waits',
      missing: ['sampling.criticalGroups'],
    });
    expect(result('rarest-group-in-test', {})).toMatchObject({
      missing: ['sampling.splits', 'sampling.criticalGroups'],
    });
  });

  it('finds the days between training and test', () => {
    expect(result('gap-by-dates', { sampling: { splits } })).toMatchObject({
      value: 92 * 86_400_000,
      shown: '92\u202fd',
      working: '2026-09-01 − 2026-05-31 − 1 day',
    });
    const touching = splits.map((split) => (split.id === 'test' ? { ...split, from: '2026-06-01' } : split));
    expect(result('gap-by-dates', { sampling: { splits: touching } })).toMatchObject({ value: 0 });
    const within = splits.map((split) => (split.id === 'test' ? { ...split, from: '2026-05-31' } : split));
    expect(result('gap-by-dates', { sampling: { splits: within } }).state).toBe('undefined');
    const undated = splits.map((split) => (split.id === 'test' ? { ...split, from: { unknown: {} } } : split));
    expect(result('gap-by-dates', { sampling: { splits: undated } })).toEqual({
      state: 'waits',
      missing: ['sampling.splits.test.from'],
    });
  });
});

describe('what labels allow', () => {
  const labelNoiseRate = { overall: '~4.1 %', fpr: '1 %', fnr: '1 %' };
  const rare = { imbalance: { prevalenceProduction: '1 %' } };

  it('is a ceiling for accuracy, recall and precision', () => {
    expect(result('label-accuracy-ceiling', { labels: { labelNoiseRate } })).toMatchObject({
      value: 0.959,
      shown: '95.9\u202f%',
      leansOnGuess: true,
    });
    const few = { labels: { labelNoiseRate: { overall: '0.024 %' } } };
    expect(result('label-accuracy-ceiling', few)).toMatchObject({ shown: '99.976\u202f%' });
    // Of the positive labels half are false: 1 % × 99 % against 99 % × 1 %.
    expect(result('label-recall-ceiling', { ...rare, labels: { labelNoiseRate } })).toMatchObject({
      value: 0.5,
      working: '1\u202f% × 99\u202f% ÷ (1\u202f% × 99\u202f% + 99\u202f% × 1\u202f%)',
    });
    // A test with as many of either kind has hardly any false ones among its positive labels.
    const even = { imbalance: { prevalenceProduction: '1 %', prevalenceTest: '50 %' }, labels: { labelNoiseRate } };
    expect(result('label-recall-ceiling', even)).toMatchObject({ value: 0.99 });
    expect(result('label-precision-ceiling', { labels: { labelNoiseRate } })).toMatchObject({ value: 0.99 });
  });

  it('is not known where there is nothing to compare, or the test is labelled otherwise', () => {
    const expert = { labels: { labelNoiseRate, testLabelProcess: 'expert' } };
    expect(result('label-accuracy-ceiling', expert).state).toBe('undefined');
    expect(result('label-accuracy-ceiling', { labels: { ...expert.labels, testLabelProcess: 'same' } }).state).toBe(
      'value',
    );
    const numbers = { framing: { taskType: 'regression' }, labels: { labelNoiseRate } };
    expect(result('label-accuracy-ceiling', numbers).state).toBe('undefined');
    const never = { ...rare, labels: { labelNoiseRate: { fpr: '0 %', fnr: '100 %' } } };
    expect(result('label-recall-ceiling', never).state).toBe('undefined');
    expect(result('label-recall-ceiling', { labels: { labelNoiseRate } })).toEqual({
      state: 'waits',
      missing: ['imbalance.prevalenceProduction'],
    });
  });

  it('is late by the window and by the labelling', () => {
    const late = { framing: { horizon: '90 d' }, labels: { labelDelay: '~2 d' } };
    expect(result('truth-known-after', late)).toMatchObject({
      value: 92 * 86_400_000,
      working: '90\u202fd + 2\u202fd',
      leansOnGuess: true,
    });
  });
});

it('is shown beside fields that exist', () => {
  const empty = worksheet({});
  for (const derived of deriveAll(empty)) {
    expect(derived.beside.filter((path) => fieldAtPath(path) === undefined)).toEqual([]);
    expect(derived.result.state).toBe('waits');
  }
  expect(derivedBeside(empty, 'business.buildCost').map(({ id }) => id)).toEqual(['first-year-cost', 'payback-months']);
});
