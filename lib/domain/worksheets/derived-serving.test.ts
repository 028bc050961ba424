import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { derive, type DerivedId } from './derived.ts';
import { readWorksheet } from './read-worksheet.ts';

function result(id: DerivedId, sections: Record<string, JsonObject>) {
  const derived = derive(readWorksheet({ format: 'plumbline/v1', title: 'T', sections }), id).result;
  // Numbers and their units are joined by a narrow space, which no one can tell from another in a test.
  return derived.state === 'value'
    ? {
        ...derived,
        shown: derived.shown.replaceAll(/[\u00a0\u202f]/g, ' '),
        working: derived.working.replaceAll(/[\u00a0\u202f]/g, ' '),
      }
    : derived;
}

const business = { currency: 'EUR', volumePerPeriod: '40,000 a day' };

describe('load', () => {
  it('spreads the cases of a day over its seconds', () => {
    expect(result('mean-load', { business })).toEqual({
      state: 'value',
      value: 40_000 / 86_400,
      shown: '0.463 per second',
      working: '40,000 ÷ 86,400',
      leansOnGuess: false,
    });
  });

  it('compares the peak with what is expected', () => {
    const serving = { peakRps: '~6 per second', expectedRps: '0.5 per second' };
    expect(result('peak-ratio', { serving })).toMatchObject({ value: 12, shown: '12 times', leansOnGuess: true });
    expect(result('peak-ratio', { serving: { ...serving, expectedRps: '0 per second' } }).state).toBe('undefined');
  });

  it('finds the rate of a run from its size and its time', () => {
    const serving = { batchVolume: 40_000, batchWindow: '4 h' };
    expect(result('batch-rate-needed', { serving })).toMatchObject({
      value: 40_000 / 14_400,
      shown: '2.78 per second',
      working: '40,000 ÷ 4 h',
    });
    expect(result('batch-rate-needed', { serving: { ...serving, batchWindow: '0 h' } }).state).toBe('undefined');
  });
});

describe('capacity', () => {
  it('counts requests in progress by Little’s law', () => {
    // 120 a second for a quarter of a second each are 30 at once.
    expect(result('requests-at-once', { serving: { peakRps: '120 rps', meanMs: '250 ms' } })).toMatchObject({
      value: 30,
      working: '120 per second × 250 ms',
    });
  });

  it('shares the peak among the replicas, and among those left', () => {
    const serving = { peakRps: '900 rps', replicas: 3 };
    expect(result('peak-per-replica', { serving })).toMatchObject({ value: 300, working: '900 per second ÷ 3' });
    expect(result('peak-per-replica-left', { serving })).toMatchObject({ value: 450, shown: '450 per second' });
    expect(result('peak-per-replica-left', { serving: { ...serving, replicas: 1 } }).state).toBe('undefined');
    expect(result('peak-per-replica', { serving: { ...serving, replicas: 1 } })).toMatchObject({ value: 900 });
  });

  it('bounds a replica by its largest batch', () => {
    // 16 requests take 16 × 1.5 + 8 = 32 ms.
    const batch = { enabled: true, maxSize: 16, serviceAlphaMs: '1.5 ms', serviceTau0Ms: '8 ms' };
    expect(result('batch-capacity', { serving: { batch } })).toMatchObject({
      value: 500,
      working: '16 ÷ (16 × 1.5 ms + 8 ms)',
    });
  });
});

describe('availability', () => {
  it.each([
    ['99 %', '7.3 h a month'],
    ['99.9 %', '43.8 min a month'],
    ['99.99 %', '4.38 min a month'],
    ['100 %', '0 ms a month'],
  ])('%s leaves %s', (availabilitySlo, shown) => {
    expect(result('error-budget', { serving: { availabilitySlo } })).toMatchObject({ shown });
  });
});

describe('cost', () => {
  const serving = { expectedRps: '0.5 per second', costPer1kPredictions: '€0.40', budgetPerMonth: '€500' };

  it('prices a month of predictions, and takes it off the budget', () => {
    // 730 hours of 1,800 predictions.
    expect(result('serving-cost-month', { business, serving })).toMatchObject({
      value: 525.6,
      working: '1,310,000 ÷ 1,000 × €0.4',
    });
    expect(result('serving-budget-left', { business, serving })).toMatchObject({ value: -25.6 });
  });

  it('counts every case where there is no load by the second', () => {
    const batch = { ...serving, predictionMode: 'batch' };
    const month = (40_000 * 365) / 12;
    const { value } = { value: 0, ...result('serving-cost-month', { business, serving: batch }) };
    expect(value).toBeCloseTo((month / 1000) * 0.4, 6);
  });

  it('waits for the load, the price and the budget', () => {
    expect(result('serving-budget-left', {})).toEqual({
      state: 'waits',
      missing: ['serving.budgetPerMonth', 'serving.expectedRps', 'serving.costPer1kPredictions'],
    });
    const guessed = { ...serving, expectedRps: '~0.5 per second' };
    expect(result('serving-budget-left', { business, serving: guessed })).toMatchObject({ leansOnGuess: true });
  });
});

describe('tokens', () => {
  const generation = {
    inputTokensP50: 1800,
    outputTokensP50: 250,
    timeToFirstTokenP50: '400 ms',
    timePerOutputTokenP50: '18 ms',
    priceIn: '€2.50',
    priceOut: '€10',
  };
  const serving = { peakRps: '6 per second', expectedRps: '0.5 per second', generation };

  it('add up at the peak', () => {
    expect(result('tokens-per-minute', { serving })).toMatchObject({
      value: 738_000,
      shown: '738,000 a minute',
      working: '6 per second × 60 × (1,800 + 250)',
    });
  });

  it('add up at their mean length, which long requests pull above the usual one', () => {
    // σ = ln 4 / 2.326 = 0.5959, so the mean is e^(σ² / 2) = 1.1943 times p50.
    const long = { ...generation, inputTokensP99: 7200, outputTokensP99: '~1000' };
    const skewed = { ...serving, generation: long };
    expect(result('answer-cost', { business, serving: skewed })).toMatchObject({
      value: expect.closeTo(7 * 1.1943, 3),
      leansOnGuess: true,
    });
    expect(result('tokens-per-minute', { serving: skewed })).toMatchObject({
      value: expect.closeTo(738_000 * 1.1943, -2),
      working: '6 per second × 60 × (2,150 + 299)',
    });
    const partly = { ...serving, generation: { ...generation, outputTokensP99: 1000 } };
    expect(result('answer-cost', { business, serving: partly })).toMatchObject({
      value: expect.closeTo(4.5 + 2.5 * 1.1943, 3),
    });
  });

  it('say which length they are about', () => {
    const formula = (more: object) => {
      const read = readWorksheet({
        format: 'plumbline/v1',
        title: 'Example',
        sections: { serving: { ...serving, generation: { ...generation, ...more } } },
      });
      return derive(read, 'answer-cost').formula;
    };
    expect(formula({ outputTokensP99: 1000 })).toMatch(
      /, at the usual length, a lower bound, where p99 is not stated$/,
    );
    expect(formula({ inputTokensP99: 7200, outputTokensP99: 1000 })).toMatch(/, at the mean length of a log-normal/);
  });

  it('take their time one after another', () => {
    expect(result('answer-time', { serving })).toMatchObject({ value: 4900, shown: '4.9 s' });
  });

  it('cost what their prices say, less what a cache answers', () => {
    expect(result('answer-cost', { business, serving })).toMatchObject({ value: 7, shown: '€7' });
    expect(result('generation-cost-month', { business, serving })).toMatchObject({ value: 9198 });
    const cached = { ...serving, generation: { ...generation, cacheHitPct: '~20 %' } };
    expect(result('generation-cost-month', { business, serving: cached })).toMatchObject({
      value: 7358.4,
      working: '1,310,000 × (1 − 20 %) ÷ 1,000 × €7',
      leansOnGuess: true,
    });
  });
});
