import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import type { DraftWorksheet } from '../../worksheets/draft.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { costs, metrics, open, primary } from './example-drafts.ts';
import type { CheckReport } from '../report.ts';
import { runChecks } from '../run-checks.ts';

/** A contradiction that is none costs the trust in all the others: these worksheets are sound. */

function check(sections: DraftWorksheet['sections']): CheckReport {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections });
  return runChecks(worksheet, { today: '2027-01-15', mode: 'draft' });
}

const messagesOf = (sections: DraftWorksheet['sections']): string[] =>
  check(sections).findings.map(({ rule, message }) => `${rule} ${message}`);

const rareFraud = (prevalence: string): DraftWorksheet['sections'] => ({
  framing: { taskType: 'binary' },
  imbalance: { prevalenceProduction: prevalence },
});
const never: JsonObject = {
  id: 'never',
  name: 'Never flag',
  kind: 'constant',
  values: [
    { id: 'v1', metric: 'fpr', value: '0 %' },
    { id: 'v2', metric: 'latency', value: '1 ms' },
    { id: 'v3', metric: 'gap', value: '0 %' },
  ],
};
const guardrail = (id: string, fields: JsonObject): JsonObject => ({
  id,
  name: id,
  kind: 'model',
  role: 'guardrail',
  direction: 'down',
  ...fields,
});

test('a baseline that wins on a guardrail does not meet the target', () => {
  const sections = {
    framing: { taskType: 'binary', baselines: [never] },
    ...metrics(
      guardrail('fpr', { formula: 'fpr', targetValue: '0.5 %' }),
      guardrail('latency', { kind: 'system', targetValue: '80 ms' }),
      guardrail('gap', { kind: 'fairness', role: 'secondary', formula: 'recall', targetValue: '2 %' }),
    ),
  };
  expect(messagesOf(sections)).toEqual([]);
});

test('a guardrail may leave room beyond the present value', () => {
  const latency = guardrail('latency', { kind: 'system', baselineValue: '40 ms', targetValue: '80 ms' });
  expect(messagesOf(metrics(latency))).toEqual([]);
});

test('a gap between groups is no target of its formula', () => {
  const gap = guardrail('gap', { kind: 'fairness', measuredWhere: 'offline-test', minimumAcceptable: '5 %' });
  const ratio = { ...gap, id: 'ratio', direction: 'in-range', formula: 'recall', rangeMin: '0.8', rangeMax: '1.25' };
  const sections = {
    ...rareFraud('10 %'),
    ...metrics(
      { ...gap, formula: 'accuracy', targetValue: '2 %' },
      { ...gap, id: 'g2', formula: 'pr-auc', targetValue: '3 %' },
      { ...gap, id: 'g3', formula: 'f-beta', beta: 1, targetValue: '1 %' },
      { ...ratio, minimumAcceptable: { notApplicable: 'a range' } },
    ),
  };
  expect(messagesOf(sections)).toEqual([]);
});

test('several classes have no single share of positives', () => {
  const classes = ['a', 'b', 'c'].map((id) => ({ id, name: id, expectedShare: id === 'a' ? '34 %' : '33 %' }));
  const sections = {
    framing: { taskType: 'multiclass', classes },
    imbalance: { prevalenceProduction: '1 %', prevalenceTest: '50 %', minorityTestCount: 40 },
    ...metrics(
      primary({ formula: 'accuracy', targetValue: '60 %', measuredWhere: 'offline-test' }),
      { id: 'f1', kind: 'model', role: 'secondary', formula: 'f-beta', beta: 1, targetValue: '0.5' },
      { id: 'auc', kind: 'model', role: 'secondary', formula: 'roc-auc', targetValue: '0.8' },
    ),
  };
  expect(messagesOf(sections).filter((message) => !message.startsWith('MET-13 '))).toEqual([]);
});

test('a percentage without its sign is one finding, not three', () => {
  const sections = {
    framing: { taskType: 'binary' },
    business: { volumePerPeriod: '100,000/day' },
    imbalance: { prevalenceProduction: '0.2 %', prevalenceTest: '50 %', maxReviewCapacityPerDay: 1000 },
    ...metrics(primary({ formula: 'recall', direction: 'down', targetValue: '90', baselineValue: '0.8' }), {
      id: 'precision',
      kind: 'model',
      role: 'secondary',
      formula: 'precision',
      measuredWhere: 'offline-test',
      targetValue: '0.5',
    }),
  };
  const about90 = check(sections).findings.filter(({ paths }) => paths.includes('metrics.items.m1.targetValue'));
  expect(about90.map(({ rule, remedy }) => [rule, remedy?.label])).toEqual([['MET-10', 'Use 90 %']]);
});

test('values in different units are not compared', () => {
  const latency = { id: 'm1', name: 'Wait', kind: 'business', role: 'primary', direction: 'down' };
  const sections = {
    ...metrics({ ...latency, baselineValue: '80 ms', targetValue: '60', minimumAcceptable: '70 ms' }),
    framing: { baselines: [{ id: 'b', kind: 'heuristic', values: [{ id: 'v', metric: 'm1', value: '10 ms' }] }] },
  };
  expect(check(sections).findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
    ['MET-10', 'warning', 'The target of Wait is 60 and it stands at 80\u202fms: give both the same unit.'],
  ]);
});

test('a retrieval stage may be measured deeper than what people see', () => {
  const stage = { kind: 'model', role: 'secondary', formula: 'recall-at-k', k: 500 };
  const framing = { taskType: 'recommendation', itemsShown: 10 };
  const seen = { id: 'seen', kind: 'model', role: 'primary', formula: 'ndcg-at-k', k: 10 };
  expect(messagesOf({ framing, ...metrics({ ...stage, id: 'stage' }, seen) })).toEqual([]);
  expect(messagesOf({ framing, ...metrics({ ...stage, id: 'stage' }) })).toEqual([
    'MET-17 Recall at k is measured at 500, and people see 10.',
  ]);
});

test.each([
  ['recommendation', 'rmse', 'squared-error'],
  ['recommendation', 'roc-auc', 'reconstruction'],
  ['ranking', 'roc-auc', 'squared-error'],
  ['generation', 'recall-at-k', 'next-token'],
  ['extraction', 'ndcg-at-k', 'next-token'],
  ['multiclass', 'accuracy', 'next-token'],
  ['binary', 'roc-auc', 'contrastive'],
  ['anomaly', 'pr-auc', 'squared-error'],
  ['survival', 'roc-auc', 'partial-likelihood'],
  ['forecasting', 'expected-cost', 'pinball'],
])('%s is judged by %s and trained with %s', (taskType, formula, loss) => {
  expect(messagesOf({ framing: { taskType, loss }, ...metrics(primary({ formula })) })).toEqual([]);
});

test('the quantile at 50 % is the median', () => {
  const framing = { taskType: 'regression', loss: 'absolute-error' };
  expect(messagesOf({ framing, ...metrics(primary({ formula: 'pinball', quantile: '50 %' })) })).toEqual([]);
  expect(messagesOf({ framing, ...metrics(primary({ formula: 'pinball', quantile: '90 %' })) })).toHaveLength(1);
  const quantileLoss = { ...framing, loss: 'pinball' };
  expect(messagesOf({ framing: quantileLoss, ...metrics(primary({ formula: 'mae' })) })).toEqual([]);
});

test('a list of classes that is still being written contradicts nothing', () => {
  const fraud = { id: 'fraud', name: 'Fraud', isPositive: true, expectedShare: '0.2 %' };
  const report = check({ framing: { taskType: 'binary', classes: [fraud] } });
  expect(report.findings).toEqual([]);
  expect(report.gaps.map(({ message }) => message)).toContain('A yes-or-no task has two classes, and one is listed.');
  const both = check({ framing: { taskType: 'binary', classes: [{ ...fraud, isPositive: open }, { id: 'other' }] } });
  expect(both.waiting.find(({ rule }) => rule === 'FRM-01')?.missing).toContain('framing.classes.fraud.isPositive');
});

test('where positives are the majority the minority examples are the negatives', () => {
  const recall = primary({
    formula: 'recall',
    measuredWhere: 'offline-test',
    direction: 'up',
    baselineValue: '0.8',
    targetValue: '0.9',
    toleranceHalfWidth: '0.05',
  });
  const imbalance = { prevalenceProduction: '95 %', prevalenceTest: '95 %', minorityTestCount: 50 };
  expect(messagesOf({ framing: { taskType: 'binary' }, imbalance, ...metrics(recall) })).toEqual([]);
});

test('a reference that is not asked for does not dangle', () => {
  const framing = { taskType: 'regression' };
  const left = { id: 'm1', kind: 'system', role: 'primary', drives: 'lost' };
  expect(messagesOf({ framing, imbalance: { minorityClass: 'lost' }, ...metrics(left) })).toEqual([]);
});

test('no milestone that measures waits for one', () => {
  const milestones = [{ id: 'a', date: '2027-09-01', measures: false }];
  const report = check({ business: { deadline: '2027-06-01' }, overview: { milestones } });
  expect(report.waiting.find(({ rule }) => rule === 'XRF-06')?.missing).toEqual(['overview.milestones']);
  const maybe: JsonObject[] = [{ id: 'a', date: '2027-09-01', measures: true }, { id: 'b' }];
  expect(messagesOf({ business: { deadline: '2027-06-01' }, overview: { milestones: maybe } })).toEqual([]);
});

test.each(['Boost conversion from 2 % to 3 %', 'Automate 40 % of invoice matching', 'Doubling sign-ups by May 2027'])(
  '%s has a verb',
  (objective) => {
    expect(messagesOf({ business: { objective } })).toEqual([]);
  },
);

const messageOf = (rule: string, sections: DraftWorksheet['sections']): string[] =>
  check(sections)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
const yesNo = (imbalance: JsonObject): DraftWorksheet['sections'] => ({ framing: { taskType: 'binary' }, imbalance });

test('one sentence for one cause, and one thing in the singular', () => {
  expect(messageOf('IMB-09', yesNo({ costMatrix: { tp: 20, fp: -1, fn: -20, tn: 0 } }))).toEqual([
    'Both mistakes cost no more than the right answers they replace: a cost is positive, a gain negative.',
  ]);
  expect(messageOf('IMB-06', yesNo({ minorityTrainCount: 1 }))).toEqual([
    'Training has 1 minority example, too few to learn from; collect 100 or more, or frame it as anomaly detection.',
  ]);
  const mixed = {
    ...yesNo({ response: ['smote'] }),
    framing: { taskType: 'binary', modality: ['tabular', 'text', 'image'] },
  };
  expect(messageOf('IMB-05', mixed)).toEqual([
    'SMOTE draws new cases between two old ones, which means nothing for text and images.',
  ]);
});

test('a score means nothing where one class is absent', () => {
  const trained = {
    prevalenceTrain: '10 %',
    response: ['threshold'],
    recalibration: 'none',
    thresholdPolicy: 'cost-optimal',
  };
  expect(messageOf('IMB-04', yesNo({ ...trained, prevalenceProduction: '100 %' }))[0]).toMatch(
    /nothing corrects them\.$/,
  );
  expect(messageOf('IMB-04', yesNo({ ...trained, prevalenceProduction: '1 %' }))[0]).toMatch(/a score of 0\.5 means/);
});

test('the threshold of least cost is worked out at the share of positives, if anybody knows it', () => {
  const fixed = { costMatrix: costs, threshold: 0.5, thresholdPolicy: 'fixed', response: ['metric-choice'] };
  const linked = (imbalance: JsonObject) =>
    check(yesNo({ ...fixed, ...imbalance })).findings.find(({ rule }) => rule === 'IMB-02')?.calculator;
  expect(linked({ prevalenceProduction: '0.2 %' })?.input).toMatchObject({ prevalence: 0.002 });
  expect(messageOf('IMB-02', yesNo(fixed))).toHaveLength(1);
  expect(linked({})).toBeUndefined();
});

test('what weights make of a score is no matter of shares', () => {
  const weighted = { response: ['class-weights'], recalibration: 'none', thresholdPolicy: 'cost-optimal' };
  for (const prevalenceTrain of ['10 %', '1.05 %']) {
    const [message] = messageOf('IMB-04', yesNo({ ...weighted, prevalenceTrain, prevalenceProduction: '1 %' }));
    expect(message).toMatch(/nothing corrects them\.$/);
  }
});

test('an open question waits and is no gap', () => {
  const waitingFor = (rule: string, sections: DraftWorksheet['sections']): readonly string[] | undefined => {
    const report = check(sections);
    expect(report.gaps.map((found) => found.rule)).not.toContain(rule);
    return report.waiting.find((each) => each.rule === rule)?.missing;
  };
  const forecasting = { taskType: 'forecasting', horizon: '7 d' };
  const backtest = metrics(primary({ formula: 'mae', measuredWhere: 'offline-backtest' }));
  expect(waitingFor('FRM-14', { framing: { ...forecasting, baselines: open }, ...backtest })).toEqual([
    'framing.baselines',
  ]);
  expect(waitingFor('FRM-14', { framing: { ...forecasting, baselines: [{ id: 'b' }] }, ...backtest })).toEqual([
    'framing.baselines.b.kind',
  ]);
  const recall = metrics(primary({ formula: 'recall' }));
  expect(waitingFor('MET-15', { ...yesNo({ thresholdPolicy: open }), ...recall })).toEqual([
    'imbalance.thresholdPolicy',
  ]);
});

test('nothing waits for an answer that would not change the outcome', () => {
  const classes = [{ id: 'a' }, { id: 'b' }];
  const report = check({ framing: { taskType: 'binary', decisionMaker: 'human-final', classes } });
  expect(report.passed).toContain('FRM-08');
  expect(report.notApplicable).toContain('FRM-09');
});
