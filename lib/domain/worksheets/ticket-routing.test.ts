import { describe, expect, it } from 'vitest';
import { sampleSizeProportionsContract } from '#lib/domain/calculators/sample-size-proportions-contract.ts';
import { sampleSizeProportions } from '#lib/domain/calculators/sample-size-proportions.ts';
import { agrees, evidenceAdrift, objectionsTo, readExample, rowsOf, sumOf } from '#test/example-worksheet.ts';
import { valueOf } from './answers.ts';
import { derive } from './derived.ts';

const example = readExample('ticket-routing');
const { draft, worksheet, tables } = example;
const evidence = new Map(draft.evidence?.map((piece) => [piece.id, piece]));
const { framing, metrics, sampling, labels, imbalance, operations } = worksheet;

const number = (answer: Parameters<typeof valueOf<number>>[0] | undefined): number =>
  (answer && valueOf(answer)) ?? Number.NaN;
const metric = (id: string) => metrics.items.find((item) => item.id === id);
const target = (id: string): number => number(metric(id)?.targetValue);
const baseline = (id: string, of: string): number =>
  number(framing.baselines.find((item) => item.id === id)?.values.find((entry) => valueOf(entry.metric) === of)?.value);

/** What the abstain policy says that people and wrong queues cost. */
const [readByPerson, wrongQueue, wrongAtDesk] = [0.9, 6, 0.15];
const leftToDesk = readByPerson + wrongAtDesk * wrongQueue;
const aYear = 365 * 86_400 * number(worksheet.business.volumePerPeriod);

describe('the ticket routing example', () => {
  it('is canonical, complete and without contradictions', () => {
    expect(objectionsTo(example)).toEqual([]);
  });

  it('rests its measured numbers on evidence that gives the same again', () => {
    expect(evidenceAdrift(example)).toEqual([]);
    expect([...evidence.keys()]).toContain('agreement');
  });

  it('counts what the desk did with the tickets of the test month', () => {
    const audit = rowsOf(tables.get('triage-audit.csv'));
    const all = sumOf(audit, 'tickets');
    const right = sumOf(audit, 'tickets', (row) => row['belongs_to'] === row['first_sent_to']);
    const test = sampling.splits.find(({ id }) => id === 'test');
    expect(all).toBe(number(test?.size));
    expect(evidence.get('desk-right')?.input).toEqual({ n: all, successes: right });
    expect(evidence.get('desk-wrong')?.input).toEqual({ n: all, successes: all - right });
    for (const { id, expectedShare } of framing.classes) {
      const own = sumOf(audit, 'tickets', (row) => row['belongs_to'] === id);
      expect([id, own / all]).toEqual([id, number(expectedShare)]);
    }
    const reports = audit.filter((row) => row['belongs_to'] === 'security');
    const found = sumOf(reports, 'tickets', (row) => row['first_sent_to'] === 'security');
    expect(evidence.get('desk-security-recall')?.input).toEqual({ n: sumOf(reports, 'tickets'), successes: found });
    expect(evidence.get('security-share')?.input).toEqual({ n: all, successes: number(test?.positives) });
    expect(number(imbalance.minorityTestCount)).toBe(sumOf(reports, 'tickets'));
  });

  it('has costs that add up', () => {
    const deskCost = readByPerson + wrongQueue * (1 - baseline('triage-desk', 'routed-right'));
    expect(agrees(baseline('triage-desk', 'expected-cost'), deskCost)).toBe(true);
    const commonest = Math.max(...framing.classes.map(({ expectedShare }) => number(expectedShare)));
    expect(agrees(baseline('commonest', 'expected-cost'), (1 - commonest) * wrongQueue)).toBe(true);
    expect(baseline('commonest', 'routed-right')).toBe(commonest);
    for (const id of ['triage-desk', 'keyword-rules', 'linear-model']) {
      const yearly = aYear * baseline(id, 'expected-cost');
      expect([id, agrees(baseline(id, 'routing-cost'), yearly)]).toEqual([id, true]);
    }
    const [share, right] = [target('routed-share'), target('routed-right')];
    const mixed = share * (1 - right) * wrongQueue + (1 - share) * leftToDesk;
    expect(agrees(target('expected-cost'), mixed)).toBe(true);
    expect(agrees(target('routing-cost'), aYear * target('expected-cost'))).toBe(true);
    expect(agrees(-number(worksheet.business.valuePerAbstain), leftToDesk)).toBe(true);

    const gain = baseline('triage-desk', 'expected-cost') - target('expected-cost');
    expect(agrees(number(worksheet.business.gainPerCase), gain)).toBe(true);
    const benefit = derive(worksheet, 'expected-benefit').result;
    const saved = baseline('triage-desk', 'routing-cost') - target('routing-cost');
    expect(benefit.state === 'value' && agrees(benefit.value, saved)).toBe(true);
    expect(share * (1 - right) + (1 - share) * wrongAtDesk).toBeLessThan(target('wrong-queue'));
  });

  it('sets both thresholds by what mistakes cost', () => {
    const threshold = (id: string) => number(imbalance.segmentThresholds.find((item) => item.id === id)?.value);
    const least = derive(worksheet, 'cost-threshold').result;
    expect(least.state === 'value' && agrees(threshold('security-incidents'), least.value)).toBe(true);
    expect(agrees(threshold('all-queues'), 1 - leftToDesk / wrongQueue)).toBe(true);
    const perDay = aYear / 365;
    expect(perDay * (1 - target('routed-share'))).toBeLessThan(number(imbalance.maxReviewCapacityPerDay));
  });

  it('labels as many tickets as it says, and splits them so', () => {
    const size = (of: readonly string[]) =>
      sampling.splits.filter(({ id }) => of.includes(id)).reduce((sum, split) => sum + number(split.size), 0);
    const [once, twice] = [size(['train', 'validation', 'calibration']), size(['test'])];
    expect(once + twice).toBe(number(sampling.sampleSize));
    expect(agrees(number(labels.annotationsPerItem), (once + 2 * twice) / (once + twice))).toBe(true);
    expect(number(labels.overlapItems)).toBe(twice + number(labels.agreement[0]?.nItems));
    for (const { share, minCount, id } of sampling.criticalGroups) {
      expect([id, number(share) * twice > number(minCount)]).toEqual([id, true]);
    }
    expect(derive(worksheet, 'class-share-sum').result).toMatchObject({ value: 1 });
  });

  it('runs the experiment for long enough', () => {
    const { experiment } = operations;
    const { nPerGroup } = sampleSizeProportions.compute(
      sampleSizeProportionsContract.input.parse({
        baseline: number(metric('wrong-queue')?.baselineValue),
        effect: -number(experiment.mde),
        alpha: number(experiment.alpha),
        power: number(experiment.power),
      }),
    );
    const days = number(experiment.maxDays) - number(framing.waitBeforeOutcome) / 86_400_000;
    const perGroup = (number(experiment.uniqueUnitsPerDay) * number(experiment.allocation) * days) / 2;
    expect(perGroup).toBeGreaterThan(nPerGroup ?? Infinity);
    expect(number(experiment.maxDays) % 7).toBe(0);
  });
});
