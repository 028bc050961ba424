import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { DraftWorksheet, Waiver } from '../worksheets/draft.ts';
import { parseFile } from '../worksheets/file.ts';
import { readWorksheet } from '../worksheets/read-worksheet.ts';
import { rules } from './all-rules.ts';
import { defaultProfile } from './profile.ts';
import type { CheckReport } from './report.ts';
import { runChecks, withOwnKeys, type CheckOptions } from './run-checks.ts';
import { waiverFor } from './waivers.ts';

const accuracy = {
  framing: { taskType: 'binary' },
  imbalance: { prevalenceProduction: '~0.2 %' },
  metrics: { items: [{ id: 'm1', name: 'Accuracy', kind: 'model', role: 'primary', formula: 'accuracy' }] },
};

function check(
  sections: DraftWorksheet['sections'],
  more: Partial<DraftWorksheet> = {},
  options: Partial<CheckOptions> = {},
): CheckReport {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections, ...more });
  return runChecks(worksheet, { today: '2027-01-15', mode: 'draft', ...options });
}

const idsOf = (findings: readonly { rule: string }[]): string[] => findings.map(({ rule }) => rule);

test('a new worksheet has gaps and no findings', () => {
  const report = check({});
  expect(report.findings).toEqual([]);
  expect(report.passed).toEqual([]);
  expect(idsOf(report.gaps)).toContain('BIZ-03');
  expect(report.waiting.length).toBeGreaterThan(20);
  expect(report.waiting[0]?.missing.length).toBe(1);
});

test('every rule ends up in exactly one place or among the findings', () => {
  const report = check(accuracy);
  const told = [
    ...report.passed,
    ...report.notApplicable,
    ...idsOf(report.waiting),
    ...idsOf(report.findings),
    ...idsOf(report.gaps),
  ];
  expect(new Set(told)).toEqual(new Set(rules.map(({ id }) => id)));
  for (const id of report.passed) expect(idsOf(report.findings)).not.toContain(id);
});

test('a finding carries its ends, its numbers, its formula and the calculator, filled in', () => {
  const finding = check(accuracy).findings.find(({ rule }) => rule === 'MET-01');
  expect(finding).toMatchObject({
    key: 'MET-01:metrics.items.m1.formula',
    severity: 'error',
    kind: 'contradiction',
    ends: [
      { path: 'metrics.items.m1.formula', label: 'Accuracy · Formula', shown: 'Accuracy', basis: 'stated' },
      { path: 'imbalance.prevalenceProduction', shown: '0.2\u202f%', basis: 'guess' },
    ],
    leansOnGuess: true,
    calculator: { id: 'imbalance', input: { prevalence: 0.002 } },
  });
  expect(finding?.message).toBe(
    'Accuracy is the primary metric, and at 0.2\u202f% positives always answering with the majority scores 99.8\u202f%, if your guess of 0.2\u202f% holds.',
  );
});

test('gaps are counted while drafting and are findings in full, stage by stage', () => {
  const drafted = {
    framing: { taskType: 'binary' },
    imbalance: { thresholdPolicy: 'cost-optimal' },
    metrics: accuracy.metrics,
  };
  expect(idsOf(check(drafted).gaps)).toEqual(expect.arrayContaining(['BIZ-03', 'MET-15']));
  const framing = check(drafted, {}, { mode: 'full', stage: 'framing' });
  expect(idsOf(framing.findings)).toContain('BIZ-03');
  expect(idsOf(framing.gaps)).toEqual(expect.arrayContaining(['MET-15', 'VER-01']));
  expect(idsOf(check(drafted, {}, { mode: 'full', stage: 'design' }).gaps)).not.toContain('MET-15');
  const whole = check(drafted, {}, { mode: 'full' });
  expect(idsOf(whole.findings)).toContain('MET-15');
  expect(whole.gaps).toEqual([]);
});

test('errors come first', () => {
  const severities = check(accuracy, {}, { mode: 'full' }).findings.map(({ severity }) => severity);
  expect(severities).toEqual(
    severities.toSorted((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)),
  );
});

const waiver: Waiver = { check: 'MET-01', path: 'metrics.items.m1', reason: 'Only for the pilot', by: 'Lead' };
const waived = (given: Partial<Waiver>, sections: DraftWorksheet['sections'] = accuracy): CheckReport =>
  check(sections, { waivers: [{ ...waiver, ...given }] });

test('a waiver for the item covers its fields, and says who and why', () => {
  const report = waived({});
  expect(idsOf(report.findings)).not.toContain('MET-01');
  expect(report.waived).toMatchObject([
    {
      rule: 'MET-01',
      waiver: { state: 'accepted', path: 'metrics.items.m1', reason: 'Only for the pilot', by: 'Lead' },
    },
  ]);
});

test('a waiver for another rule or place covers nothing', () => {
  expect(idsOf(waived({ check: 'MET-06' }).findings)).toContain('MET-01');
  expect(idsOf(waived({ path: 'metrics.items.m' }).findings)).toContain('MET-01');
});

test('a waiver is good until the end of its last day', () => {
  expect(waived({ expires: '2027-01-15' }).waived).toHaveLength(1);
  const after = waived({ expires: '2027-01-14' });
  expect(after.waived).toEqual([]);
  expect(after.findings.find(({ rule }) => rule === 'MET-01')?.waiver?.state).toBe('expired');
});

test('a waiver ends when a value that it was about changes', () => {
  const valueHash = check(accuracy).findings.find(({ rule }) => rule === 'MET-01')?.valueHash ?? '';
  expect(waived({ valueHash }).waived).toHaveLength(1);
  const changed = waived({ valueHash }, { ...accuracy, imbalance: { prevalenceProduction: '0.1 %' } });
  expect(changed.findings.find(({ rule }) => rule === 'MET-01')?.waiver?.state).toBe('value-changed');
});

test('a waiver outlives another way to write the same number, and no other number that looks alike', () => {
  const { valueHash } = check(accuracy).findings.find(({ rule }) => rule === 'MET-01') ?? {};
  const written = (prevalenceProduction: string) =>
    waived({ valueHash }, { ...accuracy, imbalance: { prevalenceProduction } });
  expect(written('~0.20%').waived).toHaveLength(1);
  expect(written('~0.201 %').waived).toEqual([]);
});

test('the bounds of the file hold, and those of the workspace before them', () => {
  const profile: JsonObject = { 'MET-01.rare': 0.001 };
  expect(idsOf(check(accuracy, { profile }).findings)).not.toContain('MET-01');
  expect(check(accuracy, { profile }).profile['MET-01.rare']).toBe(0.001);
  expect(idsOf(check(accuracy, { profile }, { profile: defaultProfile }).findings)).toContain('MET-01');
});

test('what could not be read, and what is no longer asked, reaches no rule', () => {
  const unreadable = { ...accuracy, imbalance: { prevalenceProduction: { unreadable: 'rare' } } };
  expect(idsOf(check(unreadable).waiting)).toContain('MET-01');
  const ranking = { ...accuracy, framing: { taskType: 'ranking' } };
  expect(check(ranking).notApplicable).toContain('MET-01');
});

test('text in any script goes through unharmed', () => {
  const name = '‮صحّة 精度 🎯 <script>';
  const items = [{ ...accuracy.metrics.items[0], name }];
  const report = check({ ...accuracy, metrics: { items } });
  expect(report.findings.find(({ rule }) => rule === 'MET-01')?.ends[0]?.label).toBe(`${name} · Formula`);
});

test('the same input gives the same bytes', () => {
  expect(JSON.stringify(check(accuracy))).toBe(JSON.stringify(check(structuredClone(accuracy))));
});

test('the good example, which goes as far as the design, has no error and no warning', () => {
  const file = parseFile(
    readFileSync(new URL('../../../examples/card-fraud/worksheet.yaml', import.meta.url), 'utf8'),
    'yaml',
  );
  expect(file.problems).toEqual([]);
  const report = runChecks(readWorksheet(file.draft), { today: '2027-01-15', mode: 'full', stage: 'design' });
  expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(report.passed.length).toBeGreaterThan(30);
});

test('of many references that dangle the first twenty are looked for, so that the work is bounded', () => {
  const items = Array.from({ length: 30 }, (_, at) => ({
    id: `metric-${at}`,
    kind: 'model',
    role: 'primary',
    drives: `metrics-${at}`,
  }));
  const dangling = check({ metrics: { items } }).findings.filter(({ rule }) => rule === 'XRF-01');
  expect(dangling.map(({ remedy }) => remedy?.value)).toEqual(items.map(({ id }, at) => (at < 20 ? id : undefined)));
});

test('what one rule finds twice about the same end has two keys, and the waiver of one is not that of the other', () => {
  const twice = [
    { key: 'IMB-10:capacity', rule: 'IMB-10', paths: ['capacity', 'm1'], valueHash: 'one' },
    { key: 'IMB-10:capacity', rule: 'IMB-10', paths: ['capacity', 'm2'], valueHash: 'two' },
  ];
  const [first, second] = withOwnKeys(twice);
  expect([first?.key, second?.key]).toEqual(['IMB-10:capacity', 'IMB-10:capacity+m2']);
  const waivers = [{ check: 'IMB-10', path: 'capacity', reason: 'Pilot', by: 'Lead', valueHash: 'one' }];
  const states = twice.map((each) => waiverFor(each, waivers, { siblings: twice, today: '2027-01-15' })?.state);
  expect(states).toEqual(['accepted', undefined]);
});
