import { describe, expect, it } from 'vitest';
import { sampleSizeProportionsContract } from '#lib/domain/calculators/sample-size-proportions-contract.ts';
import { sampleSizeProportions } from '#lib/domain/calculators/sample-size-proportions.ts';
import { agrees, evidenceAdrift, objectionsTo, readExample, rowsOf } from '#test/example-worksheet.ts';
import { valueOf } from './answers.ts';
import { derive } from './derived.ts';

const example = readExample('hospital-bills');
const { draft, worksheet, tables } = example;
const { business, framing, metrics, sampling, operations } = worksheet;

const number = (answer: Parameters<typeof valueOf<number>>[0] | undefined): number =>
  (answer && valueOf(answer)) ?? Number.NaN;
const metric = (id: string) => metrics.items.find((item) => item.id === id);
const baseline = (id: string, of: string): number =>
  number(framing.baselines.find((item) => item.id === id)?.values.find((entry) => valueOf(entry.metric) === of)?.value);

const DAY = 86_400_000;
const QUANTILE = 0.95;

/** The stays of the test, each with its bill and with what two of the baselines quote. */
const stays = rowsOf(tables.get('bills.csv')).map((row) => ({
  age: row['age'],
  intensiveCare: row['intensive_care'],
  bill: Number(row['bill']),
  quotes: { margin: Number(row['quote_today']), 'linear-quantile': Number(row['quote_linear']) },
}));
type Stay = (typeof stays)[number];
type Quote = (stay: Stay) => number;

const groups: Readonly<Record<string, (stay: Stay) => boolean>> = {
  'intensive-care': (stay) => stay.intensiveCare === 'y',
  'seventy-five': (stay) => stay.age === '75+',
  children: (stay) => stay.age === 'child',
};

function coveredShare(quote: Quote, of: readonly Stay[] = stays): number {
  return of.filter((stay) => stay.bill <= quote(stay)).length / of.length;
}

function pinballLoss(quote: Quote): number {
  const losses = stays.map((stay) => {
    const above = stay.bill - quote(stay);
    return above >= 0 ? QUANTILE * above : (QUANTILE - 1) * above;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** The value that so large a part of the others does not exceed. */
function quantileOf(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1] ?? Number.NaN;
}

describe('the hospital bill example', () => {
  it('is canonical, complete and without contradictions', () => {
    expect(objectionsTo(example)).toEqual([]);
  });

  it('rests its measured numbers on evidence that gives the same again', () => {
    expect(evidenceAdrift(example)).toEqual([]);
  });

  it('counts the stays that each way of quoting covers', () => {
    const test = sampling.splits.find(({ id }) => id === 'test');
    expect(stays.length).toBe(number(test?.size));
    const counted = (share: number) => ({ n: stays.length, successes: Math.round(share * stays.length) });
    const inputs = Object.fromEntries(draft.evidence?.map(({ id, input }) => [id, input]) ?? []);
    for (const [name, id] of [
      ['today', 'margin'],
      ['linear', 'linear-quantile'],
    ] as const) {
      const share = coveredShare((stay) => stay.quotes[id]);
      expect([name, inputs[`${name}-covered`]]).toEqual([name, counted(share)]);
      expect([name, inputs[`${name}-above`]]).toEqual([name, counted(1 - share)]);
      expect(baseline(id, 'covered') + baseline(id, 'above-quote')).toBeCloseTo(1, 9);
    }
    for (const [id, isIn] of Object.entries(groups)) {
      const own = stays.filter(isIn).length;
      expect([id, inputs[`${id}-share`]]).toEqual([id, { n: stays.length, successes: own }]);
      expect(own).toBeGreaterThan(number(sampling.criticalGroups.find((group) => group.id === id)?.minCount));
    }
  });

  it('has the losses and widths of its baselines from the same stays', () => {
    const everybody = quantileOf(
      stays.map(({ bill }) => bill),
      QUANTILE,
    );
    expect(valueOf(framing.baselines[0]?.description ?? { state: 'blank' })).toContain(
      `€${everybody.toLocaleString('en')}`,
    );
    expect(baseline('constant', 'pinball')).toBe(Math.round(pinballLoss(() => everybody)));
    for (const id of ['margin', 'linear-quantile'] as const) {
      expect([id, baseline(id, 'pinball')]).toEqual([id, Math.round(pinballLoss((stay) => stay.quotes[id]))]);
      const ratios = stays.map(({ bill, quotes }) => quotes[id] / bill);
      expect([id, agrees(baseline(id, 'width'), quantileOf(ratios, 0.5), 0.005)]).toEqual([id, true]);
    }
    const linear: Quote = (stay) => stay.quotes['linear-quantile'];
    const least = Math.min(...Object.values(groups).map((isIn) => coveredShare(linear, stays.filter(isIn))));
    expect(agrees(number(metric('coverage-gap')?.baselineValue), coveredShare(linear) - least)).toBe(true);
    expect(number(metric('pinball')?.targetValue)).toBeLessThan(baseline('linear-quantile', 'pinball'));
  });

  it('is worth what bills above their quote cost', () => {
    const aYear = 365 * 86_400 * number(business.volumePerPeriod);
    const cost = 210;
    const [now, then] = [baseline('margin', 'above-quote'), number(metric('above-quote')?.targetValue)];
    expect(agrees(number(business.currentProcessCost), aYear * now * cost)).toBe(true);
    expect(agrees(number(business.gainPerCase), (now - then) * cost)).toBe(true);
    expect(then).toBeCloseTo(1 - QUANTILE, 9);
    const benefit = derive(worksheet, 'expected-benefit').result;
    expect(benefit.state === 'value' && agrees(benefit.value, aYear * (now - then) * cost)).toBe(true);
    expect(number(worksheet.serving.expectedRps)).toBeCloseTo(number(business.volumePerPeriod), 12);
  });

  it('splits so that no bill of the training is still open when the test begins', () => {
    const known = number(framing.horizon) + number(worksheet.labels.labelDelay);
    const [train, validation, test] = ['train', 'validation', 'test'].map((id) =>
      sampling.splits.find((split) => split.id === id),
    );
    const day = (answer: Parameters<typeof valueOf<string>>[0] | undefined): number =>
      Date.parse((answer && valueOf(answer)) ?? '');
    expect(day(validation?.from) - day(train?.to)).toBeGreaterThan(known);
    expect(day(test?.from) - day(validation?.to)).toBeGreaterThan(known);
    expect(agrees(number(train?.size), (26_000 / 365) * ((day(train?.to) - day(train?.from)) / DAY + 1))).toBe(true);
    expect(number(test?.size)).toBeCloseTo((26_000 / 365) * ((day(test?.to) - day(test?.from)) / DAY + 1), 6);
    const sizes = sampling.splits.reduce((sum, { size }) => sum + number(size), 0);
    expect(sizes).toBe(number(sampling.sampleSize));
  });

  it('runs the experiment for long enough, the bills that are still open left out', () => {
    const { experiment } = operations;
    const { nPerGroup } = sampleSizeProportions.compute(
      sampleSizeProportionsContract.input.parse({
        baseline: number(metric('above-quote')?.baselineValue),
        effect: -number(experiment.mde),
        alpha: number(experiment.alpha),
        power: number(experiment.power),
      }),
    );
    const open = (number(framing.waitBeforeOutcome) + number(worksheet.labels.labelDelay)) / DAY;
    const days = number(experiment.maxDays) - open;
    const perGroup = (number(experiment.uniqueUnitsPerDay) * number(experiment.allocation) * days) / 2;
    expect(perGroup).toBeGreaterThan(nPerGroup ?? Infinity);
    expect(number(experiment.maxDays) % 7).toBe(0);
  });

  it('states a basis, a condition and an end for all health data', () => {
    const health = worksheet.data.sources.filter(({ pii }) => valueOf(pii) === 'special-category');
    expect(health.map(({ id }) => id)).toEqual(['referrals', 'bills']);
    const snapshot = worksheet.artifacts.items.find(({ kind }) => valueOf(kind) === 'data-snapshot');
    for (const { lawfulBasis, specialCondition, deletionPath, retention } of health) {
      expect([lawfulBasis, specialCondition, deletionPath].map(({ state }) => state)).not.toContain('blank');
      expect(number(snapshot?.retention)).toBeLessThan(number(retention));
    }
    expect(valueOf(framing.decisionMaker)).toBe('human-final');
    expect(valueOf(worksheet.risk.humanOversight)).toBe('final-decision');
  });
});
