import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import type { DraftWorksheet } from '../../worksheets/draft.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { metrics, primary } from '../examples/example-drafts.ts';
import { runChecks } from '../run-checks.ts';

type Drafted = DraftWorksheet['sections'];

function check(sections: Drafted): ReturnType<typeof runChecks> {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections });
  return runChecks(worksheet, { today: '2027-01-15', mode: 'draft' });
}

const messagesOf = (sections: Drafted): string[] =>
  check(sections).findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`);
const found = (sections: Drafted): string[] =>
  check(sections).findings.map(({ rule, severity }) => `${rule} ${severity}`);
const waitingFor = (rule: string, sections: Drafted): readonly string[] | undefined =>
  check(sections).waiting.find((each) => each.rule === rule)?.missing;

const sampled = (fields: JsonObject, framing: JsonObject = {}): Drafted => ({ framing, sampling: fields });
const split = (id: string, fields: JsonObject = {}): JsonObject => ({ id, name: id, role: id, ...fields });

test('picked cases beside a test that was drawn by chance are a challenge', () => {
  const picked = { id: 'hard', name: 'Hard cases', role: 'test', method: 'judgment' };
  expect(found(sampled({ method: 'simple-random', splits: [split('test'), picked] }))).toEqual([]);
  expect(found(sampled({ method: 'simple-random', splits: [picked] }))).toEqual(['SMP-01 error']);
  // What training learns from may be picked.
  const even = split('test', { method: 'simple-random' });
  expect(found(sampled({ method: 'active-learning', splits: [split('train'), even] }))).toEqual([]);
});

const rare = { id: 'rare', name: 'Rare', share: '1 %', minCount: 10 };
const grouped = (fields: JsonObject): Drafted =>
  sampled({
    method: 'simple-random',
    splitMethod: 'random',
    criticalGroups: [rare],
    splits: [split('test', { size: 100 })],
    ...fields,
  });

test('a missing group is an error in the test alone, and strata do not miss it', () => {
  const splits = [split('validation', { size: 100 }), split('test', { size: 2000 })];
  expect(found(grouped({ splits }))).toEqual(['SMP-02 warning']);
  expect(found(grouped({ method: 'stratified' }))).toEqual([]);
  expect(found(grouped({ splitMethod: 'stratified-random', splits: [split('test', { size: 1000 })] }))).toEqual([]);
  expect(found(grouped({ splitMethod: 'stratified-random' }))).toEqual(['SMP-03 warning']);
});

test('without replacement a large part of a small population misses less', () => {
  const of = (populationSize: number): string[] =>
    found(
      grouped({ populationSize, criticalGroups: [{ ...rare, minCount: 1 }], splits: [split('test', { size: 250 })] }),
    );
  expect(of(1_000_000)).toEqual(['SMP-02 error', 'SMP-03 warning']);
  // Four of 400 are in the group, and all are in the other 150 with a chance of 2 %.
  expect(of(400)).toEqual(['SMP-03 warning']);
});

test('several groups are missed more easily than one', () => {
  const one = { id: 'one', name: 'One', share: '1 %' };
  const splits = [split('test', { size: 320 })];
  expect(found(grouped({ criticalGroups: [one], splits }))).toEqual([]);
  expect(messagesOf(grouped({ criticalGroups: [one, { ...one, id: 'two', name: 'Two' }], splits }))).toEqual([
    'SMP-02 error ‘test’ misses one of the critical groups altogether with a chance of 7.86\u202f%.',
  ]);
});

test('weights of training matter neither to an even test nor to an even sample', () => {
  const unused = { weightsStored: true, weightsUsedInEval: false };
  expect(found(sampled({ method: 'weighted', ...unused }))).toEqual(['SMP-04 error']);
  const even = [split('test', { method: 'all' })];
  expect(found(sampled({ method: 'weighted', ...unused, splits: even }))).toEqual([]);
  expect(found(sampled({ method: 'stratified', ...unused }))).toEqual([]);
});

test('who needs cases of every group does not draw for the mean', () => {
  const strata = [
    { id: 'a', name: 'A', share: '50 %', sd: 1, nAlloc: 50 },
    { id: 'b', name: 'B', share: '50 %', sd: 9, nAlloc: 50 },
  ];
  expect(found(sampled({ method: 'stratified', strata }))).toEqual(['SMP-17 info']);
  expect(found(sampled({ method: 'stratified', strata, criticalGroups: [rare] }))).toEqual([]);
  const small = strata.map((stratum) => ({ ...stratum, size: 60 }));
  expect(found(sampled({ method: 'stratified', strata: small }))).toEqual([]);
  const dear = strata.map((stratum) => ({ ...stratum, cost: stratum.id === 'b' ? '81' : '1' }));
  expect(found(sampled({ method: 'stratified', strata: dear }))).toEqual([]);
});

test('a random split is fine where time does not matter, and new entities are a test of their own', () => {
  const cut = (splitMethod: string, framing: JsonObject): string[] => found(sampled({ splitMethod }, framing));
  expect(cut('random', { timeDependent: false, horizon: '30 d' })).toEqual([]);
  expect(cut('random', { horizon: '30 d' })).toEqual(['SMP-07 error']);
  expect(cut('random', { taskType: 'forecasting', timeDependent: false })).toEqual(['SMP-07 error']);
  expect(cut('group', { timeDependent: true })).toEqual(['SMP-07 warning']);
  expect(cut('group-time', { timeDependent: true })).toEqual([]);
  expect(cut('predefined', { timeDependent: true })).toEqual([]);
  expect(found(sampled({ splitMethod: 'random', timeColumn: 'created' }))).toEqual(['SMP-07 warning']);
});

test('entities may stand on both sides where production meets the same ones', () => {
  const both = { groupKey: 'card', entitiesOverlap: true };
  expect(found(sampled({ ...both, productionEntities: 'known' }))).toEqual([]);
  expect(found(sampled({ ...both, productionEntities: 'mixed' }))).toEqual(['SMP-08 warning']);
  expect(found(sampled(both))).toEqual(['SMP-08 warning']);
  expect(found(sampled({ ...both, productionEntities: 'known', splitMethod: 'group' }))).toEqual(['SMP-08 error']);
});

test('a backtest holds out without a test split, and some tasks hold nothing out', () => {
  const backtest = metrics(primary({ formula: 'mae', measuredWhere: 'offline-backtest' }));
  const gapsOf = (sections: Drafted): string[] => check(sections).gaps.map(({ rule }) => rule);
  const trained = { splits: [split('train')] };
  expect(gapsOf({ ...sampled(trained, { taskType: 'forecasting' }), ...backtest })).not.toContain('SMP-12');
  expect(gapsOf({ ...sampled(trained, { taskType: 'regression' }), ...backtest })).toContain('SMP-12');
  expect(gapsOf(sampled(trained, { taskType: 'clustering' }))).not.toContain('SMP-12');
  const days = { from: '2027-01-01', to: '2027-01-31' };
  const twins = [split('validation', days), split('test', days)];
  expect(found(sampled({ splitMethod: 'time', splits: twins }))).toEqual(['SMP-12 error']);
  expect(found(sampled({ splitMethod: 'random', splits: twins }, { timeDependent: false }))).toEqual([]);
});

test('what comes again later comes again in production', () => {
  expect(found(sampled({ dedupBeforeSplit: false, splitMethod: 'time' }))).toEqual([]);
});

const binary = { taskType: 'binary', horizon: '30 d' };
const reported = { labels: { labelType: 'natural-explicit', labelDelay: '5 d' } };

test('a gap follows from dates, which leave up to a day open', () => {
  const dated = (from: string, framing: JsonObject = binary): Drafted => ({
    ...sampled(
      { splitMethod: 'time', splits: [split('train', { to: '2027-03-31' }), split('test', { from })] },
      framing,
    ),
    ...reported,
  });
  expect(found(dated('2027-04-08'))).toEqual(['SMP-14 error']);
  expect(found(dated('2027-05-02'))).toEqual(['SMP-14 warning']);
  expect(found(dated('2027-05-06'))).toEqual([]);
  expect(found(dated('2027-03-01'))).toEqual(['SMP-14 error']);
  expect(found(dated('2027-04-01', { ...binary, horizon: '30 min' }))).toEqual(['SMP-14 warning']);
  // A forecast made on the last day of training is about the days of the test.
  expect(found(dated('2027-04-01', { ...binary, taskType: 'forecasting' }))).toEqual([]);
  expect(check(dated('2027-04-08')).findings[0]?.remedy?.path).toBeUndefined();
});

test('a gap that is typed is taken at its word, also for a window of less than a day', () => {
  const typed = (gap: string): Drafted => ({
    ...sampled({ splitMethod: 'time', gap }, { ...binary, horizon: '12 h' }),
    labels: { labelType: 'natural-explicit', labelDelay: '0 h' },
  });
  expect(found(typed('0 h'))).toEqual(['SMP-14 error']);
  expect(found(typed('12 h'))).toEqual([]);
});

test('a gap that nobody stated is waited for, also where several trainings roll on', () => {
  const rolling = ['a', 'b'].map((id) => ({ id, name: id, role: 'train', to: '2027-05-31' }));
  const splits = [...rolling, split('test', { from: '2027-04-01' })];
  const sections = { ...sampled({ splitMethod: 'time', splits }, binary), ...reported };
  expect(found(sections)).toEqual([]);
  expect(waitingFor('SMP-14', sections)).toEqual(['sampling.gap']);
});

test('a test that differs is worth a word, and less of one where it says how', () => {
  const differs = { testMatchesProduction: false };
  expect(found(sampled(differs))).toEqual(['SMP-16 warning']);
  expect(found(sampled({ ...differs, testMatchesProductionWhy: 'No night shifts' }))).toEqual(['SMP-16 info']);
});

test('resampling is seen wherever it is said, and once', () => {
  const resampled = sampled({ splits: [split('test', { resampled: true })] }, { taskType: 'binary' });
  expect(messagesOf(resampled)).toEqual([
    'SMP-10 error It is evaluated on ‘test’, resampled, which no longer has the shares of production.',
  ]);
  expect(found({ ...resampled, imbalance: { evaluatedOnResampled: true } })).toEqual(['SMP-10 error']);
  expect(found(sampled({ splits: [split('train', { resampled: true })] }, { taskType: 'binary' }))).toEqual([]);
});

test('choices made on the test are one finding, and only the usual ones are waited for', () => {
  const splits = [split('validation'), split('test')];
  const chosen = { thresholdChosenOn: 'test', hyperparametersChosenOn: 'test', earlyStoppedOn: 'validation' };
  expect(messagesOf(sampled({ splits, ...chosen }, { taskType: 'binary' }))).toEqual([
    'SMP-18 error ‘test’ is the test, and the threshold and hyperparameters are chosen on it.',
  ]);
  const sound = { splits, thresholdChosenOn: 'validation', hyperparametersChosenOn: 'validation' };
  expect(check(sampled(sound, { taskType: 'binary' })).passed).toContain('SMP-18');
});

test('looks are counted on the cases that a metric is about', () => {
  const test200 = split('test', { size: 100_000, positives: 200, reusedTimes: 10 });
  const metric = { measuredWhere: 'offline-test', baselineValue: '0.80', targetValue: '0.85' };
  const worn = (formula: string, fields: JsonObject = {}): string[] =>
    found({
      ...sampled({ splits: [test200] }, { taskType: 'binary' }),
      ...metrics(primary({ formula, ...metric, ...fields })),
    });
  expect(worn('recall')).toEqual(['SMP-15 warning']);
  expect(worn('accuracy')).toEqual([]);
  expect(worn('recall', { measuredWhere: 'online-ab' })).toEqual([]);
});

test('an experiment decides what a log cannot', () => {
  const logged = {
    framing: { taskType: 'recommendation' },
    labels: { labelType: 'natural-implicit' },
    sampling: { loggedPolicy: 'none' },
  };
  const offline = primary({ formula: 'ndcg-at-k', measuredWhere: 'offline-test' });
  const online = { id: 'ctr', kind: 'business', role: 'primary', measuredWhere: 'online-ab' };
  expect(found({ ...logged, ...metrics(offline) })).toEqual(['SMP-19 error']);
  expect(found({ ...logged, ...metrics(offline, online) })).toEqual(['SMP-19 warning']);
  expect(found({ ...logged, labels: { labelType: 'hand' }, ...metrics(offline) })).toEqual([]);
});
