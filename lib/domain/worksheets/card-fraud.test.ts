import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import { labelAgreementContract } from '#lib/domain/calculators/label-agreement-contract.ts';
import { latencyBudgetContract } from '#lib/domain/calculators/latency-budget-contract.ts';
import { latencyBudget } from '#lib/domain/calculators/latency-budget.ts';
import { percentilesContract } from '#lib/domain/calculators/percentiles-contract.ts';
import { proportionIntervalContract } from '#lib/domain/calculators/proportion-interval-contract.ts';
import { proportionInterval } from '#lib/domain/calculators/proportion-interval.ts';
import { tableReader } from '#lib/domain/calculators/read-table.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { completeness } from './completeness.ts';
import { derive } from './derived.ts';
import { parseFile, writeFile } from './file.ts';
import { valueOf, type Answer } from './answers.ts';
import { readWorksheet } from './read-worksheet.ts';
import { danglingReferences } from './references.ts';

const folder = new URL('../../../examples/card-fraud/', import.meta.url);
const text = readFileSync(new URL('worksheet.yaml', folder), 'utf8');
const { draft, problems } = parseFile(text, 'yaml');
const worksheet = readWorksheet(draft);
const { business, dataflow, framing, imbalance, labels, operations, sampling, serving } = worksheet;

/** True when two numbers tell the same story: within two percent. */
function agrees(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 0.02 * Math.abs(b);
}

/** The value, or what makes every comparison fail. */
function known(answer: Answer<number> | undefined): number {
  return (answer && valueOf(answer)) ?? Number.NaN;
}

function metric(id: string) {
  return worksheet.metrics.items.find((item) => item.id === id);
}

function target(id: string): number {
  return known(metric(id)?.targetValue);
}

function split(id: string) {
  return sampling.splits.find((item) => item.id === id);
}

function component(id: string) {
  return dataflow.components.find((item) => item.id === id);
}

function connection(id: string) {
  return dataflow.edges.find((item) => item.id === id);
}

function evidence(id: string) {
  const found = draft.evidence?.find((item) => item.id === id);
  if (found === undefined) throw new Error(`no evidence ${id}`);
  return found;
}

/** What the calculator of the evidence says of the rows of a file beside the worksheet. */
function computedFrom(file: string, id: string): unknown {
  const { calculator: name, input, sha256 } = evidence(id);
  const calculator = calculatorById(name);
  const csv = readFileSync(new URL(file, folder), 'utf8');
  expect(createHash('sha256').update(csv).digest('hex')).toBe(sha256);
  const reader = tableReader(calculator.tables ?? [], {});
  reader.push(csv);
  const table = reader.end();
  expect(table.unused).toEqual([]);
  return runCalculator(calculator, input, { table }).output;
}

function rounded(value: number | null | undefined): number | undefined {
  return value === null || value === undefined ? undefined : Number(value.toFixed(6));
}

describe('the card fraud example', () => {
  it('is a worksheet file in its canonical form', () => {
    expect(problems).toEqual([]);
    expect(writeFile(draft, 'yaml')).toBe(text);
    const json = writeFile(draft, 'json');
    expect(writeFile(parseFile(json, 'json').draft, 'yaml')).toBe(text);
  });

  it('answers everything that is needed for launch', () => {
    const { perSection, open } = completeness(worksheet, 'launch');
    const gaps = Object.values(perSection).flatMap((section) => section.gaps);
    expect({ gaps, open }).toEqual({ gaps: [], open: 0 });
    expect(danglingReferences(worksheet)).toEqual([]);
    expect(JSON.stringify(worksheet)).not.toContain('"unreadable"');
  });

  it('rests its measured shares on evidence that gives the same again', () => {
    const shares = draft.evidence?.filter(({ calculator }) => calculator === 'proportion-interval') ?? [];
    expect(shares.map(({ id }) => id)).toEqual(['prevalence', 'rules-recall', 'rules-precision', 'rules-false-holds']);
    for (const { input, result } of shares) {
      const { estimate, wilson } = proportionInterval.compute(proportionIntervalContract.input.parse(input));
      expect(result?.['estimate']).toBeCloseTo(estimate ?? Number.NaN, 6);
      expect(result?.['wilson']).toEqual(wilson?.map(rounded));
    }
    const rules = framing.baselines.find(({ id }) => id === 'rules');
    for (const { metric: of, value } of rules?.values ?? []) {
      const id = value.state === 'answered' ? value.evidence : undefined;
      const found = draft.evidence?.find((item) => item.id === id);
      if (found === undefined) continue;
      const agree = agrees(valueOf(value), Number(found.result?.['estimate']));
      expect({ metric: valueOf(of), agree }).toEqual({ metric: valueOf(of), agree: true });
    }
  });

  it('rests the agreement of its reviewers on the labels beside it', () => {
    const found = labelAgreementContract.output.parse(computedFrom('review-labels.csv', 'label-agreement'));
    const { items, annotators, ratings, percentAgreement, krippendorffAlpha: alpha, alphaInterval } = found;
    expect(evidence('label-agreement').result).toEqual({
      items,
      annotators,
      ratings,
      percentAgreement: rounded(percentAgreement),
      krippendorffAlpha: rounded(alpha),
      alphaInterval: alphaInterval?.map(rounded),
    });
    const [stated] = labels.agreement;
    expect(known(stated?.value)).toBeCloseTo(alpha ?? Number.NaN, 3);
    expect(known(stated?.ciLo)).toBeCloseTo(alphaInterval?.[0] ?? Number.NaN, 3);
    expect(known(stated?.ciHi)).toBeCloseTo(alphaInterval?.[1] ?? Number.NaN, 3);
    expect([known(stated?.nItems), known(stated?.nRaters)]).toEqual([items, annotators]);
    expect(known(labels.overlapItems)).toBe(items);
    const expected = items * (annotators ?? Number.NaN);
    expect(known(stated?.missingPct)).toBeCloseTo((expected - ratings) / expected, 3);

    // They were drawn from what was held or disputed, so fraud is as frequent among them as there.
    const held = Number(evidence('rules-precision').input['n']);
    const caught = Number(evidence('rules-precision').input['successes']);
    const share = known(split('test')?.positives) / (held + known(split('test')?.positives) - caught);
    const fraud = found.perCategory?.find(({ category }) => category === 'fraud');
    expect(Math.abs((fraud?.ratings ?? Number.NaN) / ratings - share)).toBeLessThan(2 * Math.sqrt(0.25 / items));
  });

  it('rests its latency on the measured times beside it', () => {
    const found = percentilesContract.output.parse(computedFrom('score-times.csv', 'score-times'));
    const { n, mean } = found;
    const read = found.percentiles.map(({ value }) => value);
    expect(evidence('score-times').result).toEqual({ n, mean: Number(mean.toFixed(1)), percentiles: read });
    expect(known(serving.measurement.n)).toBe(n);
    expect(known(serving.meanMs)).toBeCloseTo(mean, 1);
    expect(found.percentiles.at(-1)?.interval[1]).toBeLessThan(known(serving.slo[0]?.ms));
  });

  it('has numbers that add up', () => {
    const share = known(imbalance.prevalenceProduction);
    const perDay = known(business.volumePerPeriod) * 86_400;
    const [recall, precision, falseHolds] = [target('recall'), target('precision'), target('false-holds')];
    const implied = (share * recall) / (share * recall + (1 - share) * falseHolds);
    expect(agrees(precision, implied)).toBe(true);
    const holdsADay = perDay * (share * recall + (1 - share) * falseHolds);
    expect(holdsADay).toBeLessThan(known(imbalance.maxReviewCapacityPerDay));
    expect(agrees(known(connection('queue-what-is-held')?.rate) * 86_400, holdsADay)).toBe(true);

    const missCost = known(imbalance.costMatrix.fn);
    const frauds = perDay * 365 * share;
    expect(Math.abs(frauds * (1 - recall) * missCost - target('fraud-loss'))).toBeLessThan(50_000);

    const benefit = derive(worksheet, 'expected-benefit').result;
    expect(benefit.state === 'value' && agrees(benefit.value, 700_000)).toBe(true);
    const threshold = derive(worksheet, 'cost-threshold').result;
    expect(threshold.state === 'value' && agrees(valueOf(imbalance.threshold), threshold.value)).toBe(true);
    const trained = 1 / (1 + known(imbalance.resampleRatio));
    expect(agrees(valueOf(imbalance.prevalenceTrain), trained)).toBe(true);
    expect(derive(worksheet, 'class-share-sum').result).toMatchObject({ value: 1 });
  });

  it('has splits that add up, each with the same share of fraud', () => {
    const sum = sampling.splits.reduce((cases, { size }) => cases + known(size), 0);
    expect(known(sampling.sampleSize)).toBe(sum);
    for (const { size, positives } of sampling.splits) {
      expect(agrees(known(positives) / known(size), known(imbalance.prevalenceProduction))).toBe(true);
    }
    expect(known(split('train')?.positives)).toBe(known(imbalance.minorityTrainCount));
    expect(known(split('test')?.positives)).toBe(known(imbalance.minorityTestCount));
    expect(agrees(known(split('test')?.size), known(business.volumePerPeriod) * 86_400 * 30)).toBe(true);
    expect(derive(worksheet, 'gap-by-dates').result).toMatchObject({ value: known(sampling.gap) });
    expect(derive(worksheet, 'truth-known-after').result).toMatchObject({ value: known(sampling.gap) });
    for (const { share, minCount } of sampling.criticalGroups) {
      expect(known(share) * known(split('test')?.size)).toBeGreaterThan(known(minCount));
    }
  });

  it('has label noise that follows from the share of disputes that were no fraud', () => {
    const share = known(imbalance.prevalenceProduction);
    const { overall, fpr, fnr } = labels.labelNoiseRate;
    expect(agrees(known(fpr) * (1 - share) + known(fnr) * share, known(overall))).toBe(true);
    const ceiling = derive(worksheet, 'label-recall-ceiling').result;
    const confirmed = /(\d+) % were fraud/.exec(valueOf(framing.proxyLink) ?? '');
    expect(ceiling.state === 'value' && agrees(ceiling.value, Number(confirmed?.[1]) / 100)).toBe(true);
  });

  it('scores in time, whichever steps are slow together', () => {
    const steps = ['scoring-service', 'feature-store', 'model-server'];
    const stages = steps.map((name) => ({
      name,
      distribution: { p50: known(component(name)?.latency.p50), p99: known(component(name)?.latency.p99) },
    }));
    const limit = known(serving.slo[0]?.ms);
    const budget = latencyBudget.compute(
      latencyBudgetContract.input.parse({ stages, slo: [{ percentile: 0.99, ms: limit }], samples: 10_000 }),
    );
    expect(budget.slo).toMatchObject([{ met: true, safe: true }]);
    const wait = known(connection('ask-for-a-score')?.timeout);
    expect(budget.sumOfPercentiles['p99']).toBeLessThan(wait);
    expect(wait + known(connection('ask-the-rules')?.timeout)).toBeLessThanOrEqual(known(serving.timeoutMs));
    const inner = known(connection('look-up-the-counts')?.timeout) + known(connection('run-the-model')?.timeout);
    expect(inner).toBeLessThanOrEqual(wait);
    expect(agrees(budget.mean, known(serving.meanMs))).toBe(true);
    const rules = framing.baselines.find(({ id }) => id === 'rules');
    expect(known(component('rules-engine')?.latency.p99)).toBe(known(rules?.latency));
    expect(known(metric('p99')?.rangeMax)).toBe(limit);
  });

  it('tells the load once, whatever asks for it', () => {
    expect(known(serving.expectedRps)).toBe(known(business.volumePerPeriod));
    for (const id of ['ask-for-a-score', 'ask-the-rules', 'look-up-the-counts', 'run-the-model']) {
      expect(known(connection(id)?.rate)).toBe(known(serving.expectedRps));
      expect(known(connection(id)?.peakRate)).toBe(known(serving.peakRps));
    }
    const left = derive(worksheet, 'serving-budget-left').result;
    expect(left.state === 'value' && left.value > 0).toBe(true);
    expect(known(operations.experiment.trafficPerDay)).toBe(known(business.volumePerPeriod) * 86_400);
  });
});
