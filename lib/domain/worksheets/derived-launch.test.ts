import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { derive, type DerivedId } from './derived.ts';
import { readWorksheet } from './read-worksheet.ts';
import { weighedFailures } from './weighed-failures.ts';

function worksheet(sections: Record<string, JsonObject>) {
  return readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
}

function result(id: DerivedId, sections: Record<string, JsonObject>) {
  return derive(worksheet(sections), id).result;
}

describe('an experiment', () => {
  it('has as many units in a group as come in its days', () => {
    const experiment = { uniqueUnitsPerDay: 16_001, allocation: '50 %', maxDays: '~7', variants: 2 };
    // 16,001 × 0.5 × 7 ÷ 2 = 28,001.75, and nobody is a quarter.
    expect(result('experiment-units', { operations: { experiment } })).toMatchObject({
      value: 28_001,
      leansOnGuess: true,
    });
  });

  it('finds something in nothing more often, the more metrics may decide', () => {
    const experiment = { alpha: '5 %', metricsTested: 10 };
    const found = result('experiment-false-finding', { operations: { experiment } });
    expect(found).toMatchObject({ state: 'value', shown: '40.1\u202f%' });
    expect(found.state === 'value' ? found.value : 0).toBeCloseTo(1 - 0.95 ** 10, 12);
    const one = { ...experiment, metricsTested: 1 };
    expect(result('experiment-false-finding', { operations: { experiment: one } }).state).toBe('undefined');
    const corrected = { ...experiment, correction: 'holm' };
    expect(result('experiment-false-finding', { operations: { experiment: corrected } }).state).toBe('undefined');
  });

  it('takes the level of the metric that decides, where it has none of its own', () => {
    const metrics = { items: [{ id: 'loss', alpha: '10 %' }] };
    const experiment = { metric: 'loss', metricsTested: 2 };
    expect(result('experiment-false-finding', { metrics, operations: { experiment } })).toMatchObject({
      shown: '19\u202f%',
    });
    const own = { ...experiment, alpha: '1 %' };
    expect(result('experiment-false-finding', { metrics, operations: { experiment: own } })).toMatchObject({
      shown: '1.99\u202f%',
    });
    expect(result('experiment-false-finding', { operations: { experiment } })).toEqual({
      state: 'waits',
      missing: ['operations.experiment.alpha'],
    });
  });
});

describe('failure modes', () => {
  const failureModes: JsonObject[] = [
    { id: 'a', mode: 'A', severity: 2, likelihood: 3 },
    { id: 'b', mode: 'B', severity: 5, likelihood: '~2' },
    { id: 'c', mode: 'C', severity: 3, likelihood: 2 },
    { id: 'd', mode: 'D', severity: 5 },
  ];

  it('are ordered by severity × likelihood, equals as they were written', () => {
    expect(weighedFailures(worksheet({ risk: { failureModes } })).map(({ id, weight }) => [id, weight])).toEqual([
      ['b', 10],
      ['a', 6],
      ['c', 6],
    ]);
  });

  it('show the gravest one', () => {
    expect(result('gravest-failure', { risk: { failureModes } })).toEqual({
      state: 'value',
      value: 10,
      shown: '10: B',
      working: '5 × 2',
      leansOnGuess: true,
    });
    expect(result('gravest-failure', { risk: { failureModes: [{ id: 'd', severity: 5 }] } })).toEqual({
      state: 'waits',
      missing: ['risk.failureModes'],
    });
  });
});
