import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proportionIntervalContract } from '#lib/domain/calculators/proportion-interval-contract.ts';
import { proportionInterval } from '#lib/domain/calculators/proportion-interval.ts';
import { completeness } from './completeness.ts';
import { derive } from './derived.ts';
import { parseFile, writeFile } from './file.ts';
import { valueOf } from './answers.ts';
import { readWorksheet } from './read-worksheet.ts';
import { danglingReferences } from './references.ts';

const text = readFileSync(new URL('../../../examples/card-fraud/worksheet.yaml', import.meta.url), 'utf8');
const { draft, problems } = parseFile(text, 'yaml');
const worksheet = readWorksheet(draft);

/** True when two numbers tell the same story: within two percent. */
function agrees(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= 0.02 * Math.abs(b);
}

function metric(id: string) {
  return worksheet.metrics.items.find((item) => item.id === id);
}

function target(id: string): number {
  const answer = metric(id)?.targetValue;
  return (answer && valueOf(answer)) ?? Number.NaN;
}

describe('the card fraud example', () => {
  it('is a worksheet file in its canonical form', () => {
    expect(problems).toEqual([]);
    expect(writeFile(draft, 'yaml')).toBe(text);
    const json = writeFile(draft, 'json');
    expect(writeFile(parseFile(json, 'json').draft, 'yaml')).toBe(text);
  });

  it('answers everything that framing and design need of the sections that it fills', () => {
    const { perSection, open } = completeness(worksheet, 'design');
    const gaps = Object.keys(draft.sections).flatMap((section) => perSection[section]?.gaps ?? [section]);
    expect({ gaps, open }).toEqual({ gaps: [], open: 0 });
    expect(danglingReferences(worksheet)).toEqual([]);
    expect(JSON.stringify(worksheet)).not.toContain('"unreadable"');
  });

  it('rests its measured numbers on evidence that gives the same again', () => {
    expect(draft.evidence?.map(({ id }) => id)).toEqual([
      'prevalence',
      'rules-recall',
      'rules-precision',
      'rules-false-holds',
    ]);
    for (const evidence of draft.evidence ?? []) {
      const { estimate, wilson } = proportionInterval.compute(proportionIntervalContract.input.parse(evidence.input));
      expect(evidence.result?.['estimate']).toBeCloseTo(estimate ?? Number.NaN, 6);
      expect(evidence.result?.['wilson']).toEqual(wilson?.map((bound: number) => Number(bound.toFixed(6))));
    }
    const rules = worksheet.framing.baselines.find(({ id }) => id === 'rules');
    for (const { metric: of, value } of rules?.values ?? []) {
      const evidence = value.state === 'answered' ? value.evidence : undefined;
      const found = draft.evidence?.find(({ id }) => id === evidence);
      if (found === undefined) continue;
      const agree = agrees(valueOf(value), Number(found.result?.['estimate']));
      expect({ metric: valueOf(of), agree }).toEqual({ metric: valueOf(of), agree: true });
    }
  });

  it('has numbers that add up', () => {
    const share = valueOf(worksheet.imbalance.prevalenceProduction) ?? Number.NaN;
    const perDay = (valueOf(worksheet.business.volumePerPeriod) ?? Number.NaN) * 86_400;
    const [recall, precision, falseHolds] = [target('recall'), target('precision'), target('false-holds')];
    const implied = (share * recall) / (share * recall + (1 - share) * falseHolds);
    expect(agrees(precision, implied)).toBe(true);
    const holdsADay = perDay * (share * recall + (1 - share) * falseHolds);
    expect(holdsADay).toBeLessThan(valueOf(worksheet.imbalance.maxReviewCapacityPerDay) ?? 0);

    const missCost = valueOf(worksheet.imbalance.costMatrix.fn) ?? Number.NaN;
    const frauds = perDay * 365 * share;
    expect(Math.abs(frauds * (1 - recall) * missCost - target('fraud-loss'))).toBeLessThan(50_000);

    const benefit = derive(worksheet, 'expected-benefit').result;
    expect(benefit.state === 'value' && agrees(benefit.value, 700_000)).toBe(true);
    const threshold = derive(worksheet, 'cost-threshold').result;
    expect(threshold.state === 'value' && agrees(valueOf(worksheet.imbalance.threshold), threshold.value)).toBe(true);
    const trained = 1 / (1 + (valueOf(worksheet.imbalance.resampleRatio) ?? Number.NaN));
    expect(agrees(valueOf(worksheet.imbalance.prevalenceTrain), trained)).toBe(true);
    expect(derive(worksheet, 'class-share-sum').result).toMatchObject({ value: 1 });
  });
});
