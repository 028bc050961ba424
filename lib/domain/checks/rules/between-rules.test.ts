import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import type { DraftWorksheet } from '../../worksheets/draft.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { sampleSizeProportions } from '../../calculators/sample-size-proportions.ts';
import { metrics, primary } from '../examples/example-drafts.ts';
import { runChecks } from '../run-checks.ts';

type Drafted = DraftWorksheet['sections'];

function check(sections: Drafted): ReturnType<typeof runChecks> {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections });
  return runChecks(worksheet, { today: '2027-01-15', mode: 'draft' });
}

const foundBy = (rule: string, sections: Drafted): string[] =>
  check(sections)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`);
const gapsOf = (sections: Drafted): string[] => check(sections).gaps.map(({ rule }) => rule);

const noisy = (labels: JsonObject, metric: JsonObject, framing: JsonObject = { taskType: 'binary' }): Drafted => ({
  framing,
  imbalance: { prevalenceProduction: '1 %' },
  labels: { labelType: 'hand', labelNoiseRate: { overall: '5 %', fpr: '1 %', fnr: '10 %' }, ...labels },
  ...metrics(primary({ measuredWhere: 'offline-test', ...metric })),
});

test('a ceiling is an error only where it was measured for the labels of the test', () => {
  const accuracy = { formula: 'accuracy', targetValue: '0.97' };
  const gold = { noiseEvidence: 'measured-on-gold', testLabelProcess: 'same' };
  const said = 'A model that is always right would score 0.95 on labels that are wrong this often';
  expect(foundBy('MET-03', noisy(gold, accuracy))).toEqual([`error: ${said}, and the target of Accuracy is 0.97.`]);
  expect(foundBy('MET-03', noisy({ ...gold, noiseEvidence: 'guess' }, accuracy))).toEqual([
    `warning: ${said}, and the target of Accuracy is 0.97.`,
  ]);
  expect(foundBy('MET-03', noisy({ ...gold, testLabelProcess: 'expert' }, accuracy))).toEqual([]);
  expect(foundBy('MET-03', noisy(gold, { ...accuracy, measuredWhere: 'online-ab' }))).toEqual([]);
});

test('recall is limited by false positive labels, precision by false negative ones', () => {
  // 0.01 × 0.9 / (0.01 × 0.9 + 0.99 × 0.01) = 0.476; 1 − 0.1.
  expect(foundBy('MET-03', noisy({}, { formula: 'recall', targetValue: '0.48' }))).toHaveLength(1);
  expect(foundBy('MET-03', noisy({}, { formula: 'recall', targetValue: '0.47' }))).toEqual([]);
  expect(foundBy('MET-03', noisy({}, { formula: 'precision', targetValue: '0.91' }))).toHaveLength(1);
  expect(foundBy('MET-03', noisy({}, { formula: 'precision', targetValue: '0.9' }))).toEqual([]);
  const several = { taskType: 'multiclass' };
  expect(foundBy('MET-03', noisy({}, { formula: 'recall', targetValue: '0.9' }, several))).toEqual([]);
  expect(foundBy('MET-03', noisy({}, { formula: 'accuracy', targetValue: '0.97' }, several))).toHaveLength(1);
});

test('recall is limited by the labels of the test, whatever the share of positives in production', () => {
  const labelNoiseRate = { fpr: '1 %', fnr: '1 %' };
  const even = (targetValue: string): Drafted => ({
    ...noisy({ labelNoiseRate }, { formula: 'recall', targetValue }),
    imbalance: { prevalenceProduction: '1 %', prevalenceTest: '50 %' },
  });
  // 0.5 × 0.99 / (0.5 × 0.99 + 0.5 × 0.01) = 0.99; at 1 % it would be 0.5.
  expect(foundBy('MET-03', even('0.9'))).toEqual([]);
  expect(foundBy('MET-03', even('0.995'))).toHaveLength(1);
});

const conversion = {
  id: 'm',
  name: 'Conversion',
  kind: 'business',
  role: 'primary',
  direction: 'up',
  baselineValue: '3 %',
};
const experiment = {
  metric: 'm',
  variants: 2,
  allocation: '50 %',
  uniqueUnitsPerDay: 4000,
  maxDays: 14,
  mde: '0.5 %',
  alpha: '5 %',
  power: '80 %',
};
const trialOf = (fields: JsonObject, metric: JsonObject = conversion, rollout: string[] = ['ab']): Drafted => ({
  framing: { taskType: 'binary', waitBeforeOutcome: '10 d' },
  operations: { rollout, experiment: { ...experiment, ...fields } },
  ...metrics(metric),
});
const trial = (...given: Parameters<typeof trialOf>): string[] => foundBy('MET-12', trialOf(...given));

test('an experiment takes the days that the calculator says', () => {
  const given = { ...sampleSizeProportions.example, baseline: 0.03, effect: 0.005, alpha: 0.05, power: 0.8 };
  const { nPerGroup } = sampleSizeProportions.compute(given);
  expect(nPerGroup).toBe(19_743);
  expect(trial({})).toEqual([
    'error: To see an effect of 0.5\u202f% on Conversion takes 19,743 a group, 20 days at this traffic; the experiment runs 14 days at most.',
  ]);
  expect(trial({ maxDays: 20 })).toEqual([]);
  expect(trial({ maxDays: 20, variants: 3 })).toHaveLength(1);
  expect(trial({ maxDays: 20, allocation: '45 %' })).toHaveLength(1);
});

test('Bonferroni asks for more, and what the experiment leaves open the metric says', () => {
  const several = { maxDays: 20, metricsTested: 3 };
  expect(trial({ ...several, correction: 'bonferroni' })).toHaveLength(1);
  expect(trial({ ...several, correction: 'holm' })).toEqual([]);
  const { mde, alpha, power, ...bare } = experiment;
  const own = { ...conversion, minimumDetectableEffect: mde, alpha, power };
  const of = (metric: JsonObject) => ({ operations: { rollout: ['ab'], experiment: bare }, ...metrics(metric) });
  expect(foundBy('MET-12', of(own))).toHaveLength(1);
  const waiting = check(of({ ...own, power: { unknown: {} } })).waiting.find(({ rule }) => rule === 'MET-12');
  expect(waiting?.missing).toEqual(['operations.experiment.power']);
});

test('only shares are counted, and only labels are waited for', () => {
  expect(trial({ metricSd: 12 })).toEqual([]);
  expect(trial({ mde: '€2' }, { ...conversion, baselineValue: '€40' })).toEqual([]);
  expect(trial({}, conversion, ['interleaving'])).toEqual([]);
  expect(trial({ mde: '20 %' }, { ...conversion, effectKind: 'relative' })).toEqual([]);
  const accuracy = { ...conversion, kind: 'model', formula: 'accuracy' };
  expect(trial({ maxDays: 20 }, accuracy)[0]).toMatch(
    /20 days at this traffic and 10 days until the outcomes are known/,
  );
  expect(trial({ maxDays: 30 }, accuracy)).toEqual([]);
});

test('recall is measured on positives, false alarms on negatives, and precision on neither', () => {
  const of = (formula: string, fields: JsonObject = {}, prevalenceProduction: JsonObject | string = '10 %') => ({
    ...trialOf(fields, { ...conversion, kind: 'model', formula }),
    imbalance: { prevalenceProduction },
  });
  // 2 · 19,743 / (4,000 · 50 % · 10 %) = 197.4; of the negatives, 90 %, 21.9.
  expect(foundBy('MET-12', of('recall', { maxDays: 30 }))).toEqual([
    'error: To see an effect of 0.5\u202f% on Conversion takes 19,743 positives a group, 198 days at this traffic and 10 days until the outcomes are known; the experiment runs 30 days at most.',
  ]);
  expect(foundBy('MET-12', of('recall', { maxDays: 208 }))).toEqual([]);
  expect(foundBy('MET-12', of('fpr', { maxDays: 31 }))).toHaveLength(1);
  expect(foundBy('MET-12', of('fpr', { maxDays: 32 }))).toEqual([]);
  expect(foundBy('MET-12', of('precision'))).toEqual([]);
  const waiting = check(of('recall', {}, { unknown: {} })).waiting.find(({ rule }) => rule === 'MET-12');
  expect(waiting?.missing).toEqual(['imbalance.prevalenceProduction']);
});

test('whole weeks are proposed where the experiment runs whole weeks', () => {
  const proposed = (wholeWeeks: boolean) =>
    check(trialOf({ wholeWeeks })).findings.find(({ rule }) => rule === 'MET-12')?.remedy;
  expect(proposed(false)).toMatchObject({ label: 'Run 20 days', value: 20 });
  expect(proposed(true)).toMatchObject({ label: 'Run 21 days', value: 21 });
});

test('a bounded gap between groups is a target as well', () => {
  const groups = ['a', 'b'].map((id) => ({ id, name: id }));
  const sliced = primary({ slices: [{ id: 's', group: 'a', minValue: '0.5' }] });
  const sections = { sampling: { criticalGroups: groups }, ...metrics(sliced) };
  expect(gapsOf(sections)).toContain('MET-19');
  expect(gapsOf({ ...sections, risk: { fairnessGroups: [{ id: 'f', group: 'b', tolerance: '2 %' }] } })).not.toContain(
    'MET-19',
  );
});

test('drift needs no metric of the worksheet', () => {
  const watching = (what: string): Drafted => ({ operations: { monitors: [{ id: 'm', what }] } });
  expect(gapsOf(watching('quality'))).toContain('XRF-03');
  expect(gapsOf(watching('input-drift'))).not.toContain('XRF-03');
});

test('people are no baseline that answers, and another fallback is one', () => {
  const served = (kind: string, risk: JsonObject = {}): string[] =>
    foundBy('XRF-04', { framing: { baselines: [{ id: 'b', name: 'B', kind }] }, serving: { fallback: 'none' }, risk });
  expect(served('simple-model')).toEqual([
    'info: Nothing answers when there is no prediction, and the baseline ‘B’ could.',
  ]);
  expect(served('human')).toEqual([]);
  expect(served('heuristic', { failureModes: [{ id: 'f', mode: 'Down', fallback: 'b' }] })).toEqual([]);
});

test('a person with the last word is no contradiction', () => {
  const oversight = (decisionMaker: string): string[] =>
    foundBy('XRF-07', { framing: { decisionMaker }, risk: { humanOversight: 'final-decision' } });
  expect(oversight('human-final')).toEqual([]);
  expect(oversight('automated')).toHaveLength(1);
});

test('positives of the test are the minority, or what they leave of it', () => {
  const tested = (positives: number, minorityTestCount: number, taskType = 'binary'): string[] =>
    foundBy('XRF-02', {
      framing: { taskType },
      sampling: { splits: [{ id: 'test', name: 'Test', role: 'test', size: 1000, positives }] },
      imbalance: { minorityTestCount },
    });
  expect(tested(100, 100)).toEqual([]);
  expect(tested(100, 120)).toEqual([
    'warning: The test has 100 positives by its split, and 120 minority examples by the imbalance section.',
  ]);
  expect(tested(900, 100)).toEqual([]);
  expect(tested(900, 900)).toHaveLength(1);
  expect(tested(100, 120, 'multiclass')).toEqual([]);
});

test('what reaches the only model server is what is served', () => {
  const served = (peakRate: string, edge: JsonObject = {}, components: readonly JsonObject[] = []): string[] =>
    foundBy('XRF-02', {
      serving: { predictionMode: 'online', peakRps: '200 rps' },
      dataflow: {
        components: [{ id: 'model', name: 'Model', kind: 'model-server' }, ...components],
        edges: [{ id: 'e', purpose: 'Ask', to: 'model', mode: 'rpc', peakRate, ...edge }],
      },
    });
  expect(served('200 rps')).toEqual([]);
  expect(served('12,000 a minute')).toEqual([]);
  expect(served('300 rps')).toHaveLength(1);
  expect(served('100 rps', { fanout: 2 })).toEqual([]);
  expect(served('400 rps', { cacheHit: '50 %' })).toEqual([]);
  expect(served('300 rps', { mode: 'queue' })).toEqual([]);
  expect(served('300 rps', {}, [{ id: 'ranker', name: 'Ranker', kind: 'model-server' }])).toEqual([]);
});
