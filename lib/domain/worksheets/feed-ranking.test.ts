import { describe, expect, it } from 'vitest';
import { sampleSizeProportionsContract } from '#lib/domain/calculators/sample-size-proportions-contract.ts';
import { sampleSizeProportions } from '#lib/domain/calculators/sample-size-proportions.ts';
import { agrees, evidenceAdrift, objectionsTo, readExample, rowsOf, sumOf } from '#test/example-worksheet.ts';
import { valueOf } from './answers.ts';
import { derive, derivedBeside } from './derived.ts';

const example = readExample('feed-ranking');
const { draft, worksheet, tables } = example;
const { business, framing, metrics, objectives, sampling, serving, operations } = worksheet;

const number = (answer: Parameters<typeof valueOf<number>>[0] | undefined): number =>
  (answer && valueOf(answer)) ?? Number.NaN;
const metric = (id: string) => metrics.items.find((item) => item.id === id);
const target = (id: string): number => number(metric(id)?.targetValue);
const baseline = (id: string, of: string): number =>
  number(framing.baselines.find((item) => item.id === id)?.values.find((entry) => valueOf(entry.metric) === of)?.value);
const inputs = new Map(draft.evidence?.map(({ id, input }) => [id, input]));

const DAY = 86_400_000;
const aDay = 86_400 * number(business.volumePerPeriod);

describe('the feed ranking example', () => {
  it('is canonical, complete and without contradictions', () => {
    expect(objectionsTo(example)).toEqual([]);
  });

  it('rests its measured numbers on evidence that gives the same again', () => {
    expect(evidenceAdrift(example)).toEqual([]);
    expect([...inputs.keys()]).toEqual(['read-today', 'worth-today', 'interleaving', 'panel']);
  });

  it('counts what was read of today’s order and of the explored one', () => {
    const rows = rowsOf(tables.get('exploration.csv'));
    const of = (policy: string, column: string) => sumOf(rows, column, (row) => row['policy'] === policy);
    expect(inputs.get('read-today')).toEqual({ n: of('today', 'shown'), successes: of('today', 'read') });
    expect(inputs.get('worth-today')).toEqual({ n: of('today', 'answered'), successes: of('today', 'worth_it') });

    const explored = rows.filter((row) => row['policy'] === 'explored');
    const readAt = (position: string) => sumOf(explored, 'read', (row) => row['position'] === position);
    expect(explored.length).toBe(number(framing.itemsShown));
    expect((readAt('1') / readAt('10')).toFixed(1)).toBe('2.9');
    expect(worksheet.data.sources.map(({ knownBiases }) => valueOf(knownBiases)).join(' ')).toContain('2.9 times');
    // One request in fifty is explored, and its stories are read less.
    const [today, random] = ['today', 'explored'].map((policy) => of(policy, 'read') / of(policy, 'shown'));
    const cost = (1 - (random ?? 0) / (today ?? 0)) / 50;
    expect(cost.toFixed(3)).toBe('0.006');
    expect(JSON.stringify(draft.decisions)).toContain('0.6 % of the reads');
  });

  it('counts the sessions that interleaving decided', () => {
    const days = rowsOf(tables.get('interleaving.csv'));
    const [won, lost, tied] = ['won_by_new', 'won_by_today', 'tied'].map((column) => sumOf(days, column));
    expect(days.length % 7).toBe(0);
    expect((won ?? 0) + (lost ?? 0) + (tied ?? 0)).toBe(sumOf(days, 'sessions'));
    expect(inputs.get('interleaving')).toEqual({ n: (won ?? 0) + (lost ?? 0), successes: won });
    expect(target('interleaving')).toBeGreaterThan(baseline('linear-scores', 'interleaving'));
  });

  it('has scores that are probabilities, so that a weight keeps its meaning', () => {
    const bins = rowsOf(tables.get('calibration.csv'));
    const errors = ['read', 'worth'].map((score) => {
      const own = bins.filter((row) => row['score'] === score);
      expect(own.length).toBe(number(metric('calibration')?.bins));
      const apart = own.reduce(
        (sum, row) => sum + Math.abs(Number(row['happened']) - Number(row['cases']) * Number(row['mean_score'])),
        0,
      );
      return apart / sumOf(own, 'cases');
    });
    expect(agrees(baseline('linear-scores', 'calibration'), Math.max(...errors))).toBe(true);
    const test = sampling.splits.find(({ id }) => id === 'test');
    const shown = sumOf(bins, 'cases', (row) => row['score'] === 'read');
    expect(shown).toBe(number(test?.size) * number(framing.itemsShown));

    const weighed = objectives.items.filter(({ kind }) => valueOf(kind) === 'maximise');
    expect(weighed.map(({ id }) => id)).toEqual(objectives.weights.map(({ objective }) => valueOf(objective)));
    for (const { scoreScale, scoreCalibrated } of weighed) {
      expect([valueOf(scoreScale), valueOf(scoreCalibrated)]).toEqual(['probability', true]);
    }
    expect(derivedBeside(worksheet, 'objectives.weights').map(({ result }) => result)).toMatchObject([{ value: 1 }]);
    for (const { id, alpha, min, max } of objectives.weights) {
      expect([id, number(alpha) >= number(min) && number(alpha) <= number(max)]).toEqual([id, true]);
    }
    // Either weight can take what the other one leaves.
    const [one, other] = objectives.weights;
    expect(number(one?.min) + number(other?.max)).toBeCloseTo(1, 12);
    expect(number(one?.max) + number(other?.min)).toBeCloseTo(1, 12);
  });

  it('is worth what returning readers bring', () => {
    const [readers, perWeek, weeks] = [5_200_000, 0.28, 365 / 7];
    const more = (target('weekly-return') - baseline('newest', 'weekly-return')) * readers;
    expect(valueOf(business.problemStatement)).toContain('5.2 million readers');
    expect(valueOf(business.currentProcess)).toContain('€0.28');
    const benefit = derive(worksheet, 'expected-benefit').result;
    expect(benefit.state === 'value' && agrees(benefit.value, more * perWeek * weeks)).toBe(true);
    const impact = worksheet.risk.stakeholderImpacts[0]?.benefit ?? { state: 'blank' };
    expect(valueOf(impact)).toContain(`${Math.round(more).toLocaleString('en')} more returning readers`);
    for (const id of ['read-share', 'worth-share']) {
      expect([id, target(id) > baseline('newest', id)]).toEqual([id, true]);
    }
  });

  it('serves what it expects, within its time and its budget', () => {
    expect(number(serving.expectedRps) * 86_400).toBeCloseTo(aDay, 3);
    const monthly = (aDay * (365 / 12) * number(serving.costPer1kPredictions)) / 1000;
    expect(monthly).toBeLessThan(number(serving.budgetPerMonth));
    expect(monthly).toBeLessThan(number(business.runCostPerMonth));
    const onPath = worksheet.dataflow.components.filter(({ onOnlinePath }) => valueOf(onOnlinePath) === true);
    const means = onPath.map(({ latency }) => valueOf(latency.mean) ?? 0).reduce((sum, ms) => sum + ms, 0);
    expect(means).toBe(number(serving.meanMs));
    const p99s = onPath.map(({ latency }) => valueOf(latency.p99) ?? 0).reduce((sum, ms) => sum + ms, 0);
    expect(p99s).toBeLessThan(number(serving.slo[0]?.ms));
    expect(number(metric('p99')?.rangeMax)).toBe(number(serving.slo[0]?.ms));
  });

  it('tests on a random order, on days of their own', () => {
    expect(valueOf(sampling.loggedPolicy)).toBe('exploration');
    const [test, train] = ['test', 'train'].map((id) => sampling.splits.find((split) => split.id === id));
    const day = (answer: Parameters<typeof valueOf<string>>[0] | undefined): number =>
      Date.parse((answer && valueOf(answer)) ?? '');
    const days = (day(test?.to) - day(test?.from)) / DAY + 1;
    expect(days % 7).toBe(0);
    // Explored requests of the four readers in ten who are not in the training.
    expect(number(test?.size)).toBeLessThan((aDay / 50) * days * 0.4);
    expect((day(train?.to) - day(train?.from)) / DAY + 1).toBe(number(operations.trainingWindow) / DAY);
    const edges = sampling.splits.slice(1).map((split, index) => day(split.from) - day(sampling.splits[index]?.to));
    expect(Math.min(...edges)).toBeGreaterThan(number(framing.horizon) + number(worksheet.labels.labelDelay));
    expect(sampling.splits.reduce((sum, { size }) => sum + number(size), 0)).toBe(number(sampling.sampleSize));
    for (const { id, share, minCount } of sampling.criticalGroups) {
      expect([id, number(share) * number(test?.size) > number(minCount)]).toEqual([id, true]);
    }
  });

  it('runs the experiment for long enough', () => {
    const { experiment } = operations;
    const { nPerGroup } = sampleSizeProportions.compute(
      sampleSizeProportionsContract.input.parse({
        baseline: baseline('newest', 'weekly-return'),
        effect: number(experiment.mde),
        alpha: number(experiment.alpha),
        power: number(experiment.power),
      }),
    );
    const days = number(experiment.maxDays) - number(framing.waitBeforeOutcome) / DAY;
    const perGroup = (number(experiment.uniqueUnitsPerDay) * number(experiment.allocation) * days) / 2;
    expect(perGroup).toBeGreaterThan(nPerGroup ?? Infinity);
    expect(number(experiment.maxDays) % 7).toBe(0);
  });
});
