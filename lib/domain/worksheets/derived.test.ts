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

it('is shown beside fields that exist', () => {
  const empty = worksheet({});
  for (const derived of deriveAll(empty)) {
    expect(derived.beside.filter((path) => fieldAtPath(path) === undefined)).toEqual([]);
    expect(derived.result.state).toBe('waits');
  }
  expect(derivedBeside(empty, 'business.buildCost').map(({ id }) => id)).toEqual(['first-year-cost', 'payback-months']);
});
