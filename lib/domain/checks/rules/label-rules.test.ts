import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import type { DraftWorksheet } from '../../worksheets/draft.ts';
import { readWorksheet } from '../../worksheets/read-worksheet.ts';
import { runChecks } from '../run-checks.ts';

type Drafted = DraftWorksheet['sections'];

function check(sections: Drafted, evidence: DraftWorksheet['evidence'] = []): ReturnType<typeof runChecks> {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections, evidence });
  return runChecks(worksheet, { today: '2027-01-15', mode: 'draft' });
}

const found = (sections: Drafted): string[] =>
  check(sections).findings.map(({ rule, severity }) => `${rule} ${severity}`);
const gapsOf = (sections: Drafted): string[] => check(sections).gaps.map(({ rule }) => rule);
const messagesOf = (sections: Drafted): string[] => check(sections).findings.map(({ message }) => message);

const hand = (fields: JsonObject): Drafted => ({ labels: { labelType: 'hand', ...fields } });
const kappa = (coefficient: string, value: string, fields: JsonObject = {}): JsonObject => ({
  id: coefficient,
  coefficient,
  value,
  ...fields,
});
const low = kappa('krippendorff', '0.58', { ciLo: '0.52', ciHi: '0.64' });

test('agreement is judged by the ends of its interval', () => {
  const measured = (ciLo: string, ciHi: string): string[] =>
    found(hand({ agreement: [kappa('krippendorff', '0.7', { ciLo, ciHi })] }));
  expect(measured('0.62', '0.666')).toEqual(['LBL-02 error']);
  expect(measured('0.62', '0.667')).toEqual(['LBL-02 warning']);
  expect(measured('0.79', '0.9')).toEqual(['LBL-02 warning']);
  expect(measured('0.8', '0.9')).toEqual([]);
  expect(found(hand({ agreement: [kappa('fleiss', '0.5')] }))).toEqual(['LBL-02 warning']);
  expect(found(hand({ agreement: [kappa('gwet-ac1', '0.5'), kappa('percent', '60 %')] }))).toEqual([]);
});

test('low agreement does no harm where labels are kept, or taken together', () => {
  expect(found(hand({ agreement: [low] }))).toEqual(['LBL-02 error']);
  expect(found(hand({ agreement: [low], aggregation: 'soft-labels' }))).toEqual(['LBL-02 info']);
  expect(found(hand({ agreement: [low], multiplicityPolicy: 'keep' }))).toEqual(['LBL-02 info']);
  // 3 × 0.58 / (1 + 2 × 0.58) = 0.806, and of two labels 0.734.
  const taken = (annotationsPerItem: number): Drafted =>
    hand({ agreement: [low], aggregation: 'dawid-skene', annotationsPerItem });
  expect(messagesOf(taken(3))).toEqual([
    'Krippendorff’s alpha is at most 0.64, below the customary floor of 0.667; 3 labels an item together reach 0.806.',
  ]);
  expect(found(taken(2))).toEqual(['LBL-02 error', 'LBL-18 warning']);
});

test('a rare label makes kappa low whatever raters do', () => {
  const rare = [kappa('percent', '95 %'), kappa('cohen', '0.1', { ciLo: '0', ciHi: '0.2', nRaters: 2 })];
  expect(found(hand({ agreement: rare }))).toEqual(['LBL-05 warning', 'LBL-02 info']);
  const elsewhere = rare.map((item) => (item['id'] === 'percent' ? { ...item, dataset: 'pilot' } : item));
  expect(found({ ...hand({ agreement: elsewhere }), sampling: { splits: [{ id: 'pilot', name: 'Pilot' }] } })).toEqual([
    'LBL-02 error',
  ]);
});

test('coefficients fit their scale', () => {
  const on = (scale: string, coefficient: string): string[] =>
    found(hand({ scale, agreement: [kappa(coefficient, '0.9', { nRaters: 2 })] }));
  expect(on('nominal', 'icc')).toEqual(['LBL-04 error']);
  expect(on('ordinal', 'icc')).toEqual([]);
  expect(on('ordinal', 'cohen')).toEqual(['LBL-04 warning']);
  expect(on('ordinal', 'krippendorff')).toEqual([]);
  expect(on('nominal', 'fleiss')).toEqual([]);
  expect(gapsOf(hand({ scale: 'span', agreement: [kappa('percent', '0.9')] }))).not.toContain('LBL-03');
});

test('a wide interval is a finding, and an interval that is not given is waited for', () => {
  const alpha = { nItems: 200, ciLo: '0.81', ciHi: '0.99' };
  expect(found(hand({ agreement: [kappa('krippendorff', '0.9', alpha)] }))).toEqual([]);
  const wide = { ...alpha, ciLo: '0.81', ciHi: '1.0', value: '0.9' };
  expect(found(hand({ agreement: [kappa('gwet-ac1', '0.9', { ...wide, ciLo: '0.79' })] }))).toEqual(['LBL-06 warning']);
  const waiting = check(hand({ agreement: [kappa('gwet-ac1', '0.9', { nItems: 200 })] })).waiting;
  expect(waiting.find(({ rule }) => rule === 'LBL-06')?.missing).toEqual([
    'labels.agreement.gwet-ac1.ciLo',
    'labels.agreement.gwet-ac1.ciHi',
  ]);
});

test('a stated coefficient is held to its evidence', () => {
  const evidence = [
    { id: 'e', calculator: 'label-agreement', input: {}, result: { weightedKappa: { linear: 0.71, quadratic: 0.83 } } },
  ];
  const stated = (value: string): readonly string[] =>
    check(hand({ agreement: [{ id: 'k', coefficient: 'weighted-kappa', value: { value, evidence: 'e' } }] }), evidence)
      .findings.filter(({ rule }) => rule === 'LBL-16')
      .map(({ severity, message }) => `${severity}: ${message}`);
  expect(stated('0.83')).toEqual([]);
  expect(stated('0.71')).toEqual([]);
  expect(stated('0.72')).toEqual(['warning: Weighted kappa is stated as 0.72, and its evidence gives 0.71.']);
  expect(stated('0.79')).toEqual([
    'error: Weighted kappa is stated as 0.79, and its evidence gives 0.83, on the other side of 0.8.',
  ]);
  const other = [{ id: 'e', calculator: 'imbalance', input: {}, result: { weightedKappa: { linear: 0.1 } } }];
  expect(
    check(
      hand({ agreement: [{ id: 'k', coefficient: 'weighted-kappa', value: { value: '0.9', evidence: 'e' } }] }),
      other,
    ).findings,
  ).toEqual([]);
});

test('hand labels need some overlap, other labels none', () => {
  const once = { annotationsPerItem: 1, overlapItems: 0, goldItems: 0 };
  expect(found(hand(once))).toEqual(['LBL-01 error']);
  expect(found(hand({ ...once, annotationsPerItem: 1.2 }))).toEqual([]);
  expect(found({ labels: { ...once, labelType: 'natural-explicit' } })).toEqual([]);
});

test('three who choose among many classes can tie', () => {
  const three = hand({ aggregation: 'majority', annotationsPerItem: 3 });
  expect(gapsOf(three)).not.toContain('LBL-08');
  expect(gapsOf({ ...three, framing: { taskType: 'multiclass' } })).toContain('LBL-08');
  expect(gapsOf(hand({ aggregation: 'soft-labels', annotationsPerItem: 2 }))).not.toContain('LBL-08');
});

test('error rates below one in a hundred are not told apart', () => {
  const votes = (errorRates: readonly string[], aggregation: string): string[] =>
    found(
      hand({ aggregation, annotators: errorRates.map((errorRate, id) => ({ id: `a${id}`, name: 'A', errorRate })) }),
    );
  expect(votes(['0 %', '1.5 %'], 'majority')).toEqual([]);
  expect(votes(['0 %', '3 %'], 'majority')).toEqual(['LBL-09 warning']);
  expect(votes(['2 %', '12 %'], 'dawid-skene')).toEqual([]);
});

test('what is kept in full is no gap in what becomes of disagreement', () => {
  const disagreed = { agreement: [kappa('percent', '70 %')] };
  expect(gapsOf(hand(disagreed))).toContain('LBL-15');
  expect(gapsOf(hand({ ...disagreed, aggregation: 'keep-all' }))).not.toContain('LBL-15');
});

test('labels of a chosen pool are judged by its share of positives', () => {
  const noise = (imbalance: JsonObject): Drafted => ({
    framing: { taskType: 'binary' },
    imbalance: { prevalenceProduction: '1 %', ...imbalance },
    ...hand({ labelNoiseRate: { fpr: '2 %', fnr: '10 %' } }),
  });
  expect(found(noise({}))).toEqual(['LBL-10 error']);
  expect(found(noise({ prevalenceTrain: '20 %' }))).toEqual([]);
  // What is left out after it was labelled takes no wrong label along.
  expect(found(noise({ prevalenceTrain: '20 %', response: ['metric-choice', 'undersample'] }))).toEqual([
    'LBL-10 error',
  ]);
  expect(found({ ...noise({}), framing: { taskType: 'multiclass' } })).toEqual([]);
});

test('drift tells before labels do', () => {
  const watched = (
    monitors: readonly JsonObject[],
    labels: JsonObject = { labelType: 'derived', labelDelay: '5 d' },
  ): string[] => found({ framing: { horizon: '30 d', waitBeforeOutcome: '90 d' }, labels, operations: { monitors } });
  const quality = { id: 'q', what: 'quality', window: '7 d' };
  expect(watched([quality])).toEqual(['LBL-11 warning']);
  expect(watched([{ ...quality, window: '40 d' }])).toEqual([]);
  expect(watched([{ ...quality, window: '40 d' }], { labelType: 'derived' })).toEqual(['LBL-11 warning']);
  expect(watched([quality, { id: 'd', what: 'output-drift' }])).toEqual([]);
  expect(watched([quality], { labelType: 'none' })).toEqual([]);
});

test('a window needs somebody who chose it', () => {
  const clicks = { labels: { labelType: 'natural-implicit' } };
  const gaps = check({ ...clicks, framing: { horizon: '30 min' } }).gaps.filter(({ rule }) => rule === 'LBL-12');
  expect(gaps.map(({ message, paths }) => [message, paths])).toEqual([
    ['Within 30\u202fmin nothing means ‘no’, and nobody is named who chose that window.', ['labels.whoChoseWindow']],
  ]);
  expect(gapsOf({ labels: { labelType: 'natural-explicit' } })).not.toContain('LBL-12');
});

test('a version with each label tells two guidelines apart', () => {
  const splits = [{ id: 'train', role: 'train', from: '2026-01-01', to: '2026-12-31' }];
  const changed = (lineageFields: string[]): string[] =>
    found({ ...hand({ guidelineChangedAt: '2026-06-01', lineageFields }), sampling: { splits } });
  expect(changed(['annotator-id', 'guideline-version'])).toEqual([]);
  expect(changed(['annotator-id'])).toEqual(['LBL-14 warning']);
});

test('rules label too, and have no favourite side', () => {
  const llmJudge = { validatedOnN: 40, agreementWithHuman: '0.6', humanHumanAgreement: '0.9' };
  expect(found({ labels: { labelType: 'programmatic', llmJudge } })).toEqual(['LBL-13 warning']);
  expect(found({ labels: { labelType: 'llm', llmJudge: { ...llmJudge, positionRandomised: false } } })).toEqual([
    'LBL-13 warning',
    'LBL-17 warning',
    'LBL-17 warning',
  ]);
  expect(gapsOf(hand({ lineageFields: ['timestamp'] }))).toContain('LBL-07');
  expect(gapsOf({ labels: { labelType: 'derived', lineageFields: ['timestamp'] } })).not.toContain('LBL-07');
});
