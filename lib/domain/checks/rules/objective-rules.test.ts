import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { messagesOf } from '#test/check-drafts.ts';
import { metrics } from '../examples/example-drafts.ts';

const items: JsonObject[] = [
  { id: 'a', name: 'Clicks', kind: 'maximise', metric: 'clicks' },
  { id: 'b', name: 'Quality', kind: 'maximise', metric: 'quality' },
];
const judged = metrics(
  { id: 'clicks', role: 'primary', direction: 'up' },
  { id: 'quality', role: 'guardrail', direction: 'up' },
);
const weights = (...alphas: readonly string[]): JsonObject => ({
  weights: alphas.map((alpha, index) => ({ id: `w${index}`, objective: ['a', 'b'][index] ?? 'c', alpha })),
});
const said = (rule: string, objectives: JsonObject, more = {}): string[] =>
  messagesOf(rule, { objectives: { items, ...objectives }, ...judged, ...more });

test('an objective without a weight is a gap, unless it is a limit', () => {
  const combined = { combination: 'weighted-score', ...weights('1') };
  expect(said('OBJ-02', combined)).toEqual(['No weight is stated for ‘Quality’.']);
  const limit = [items[0] ?? {}, { ...items[1], kind: 'constrain' }];
  expect(said('OBJ-02', { ...combined, items: limit })).toEqual([]);
  expect(said('OBJ-02', { combination: 'weighted-loss' })).toEqual(['No weight is stated for ‘Clicks’ and ‘Quality’.']);
});

test('weights that are all 0, or add up to something else than they are to', () => {
  expect(said('OBJ-02', { combination: 'weighted-score', ...weights('0', '0') })).toEqual([
    'Every weight is 0, so nothing is optimised.',
  ]);
  const summed = { combination: 'weighted-loss', weightSum: 'one' };
  expect(said('OBJ-02', { ...summed, ...weights('0.7', '0.5') })).toEqual([
    'The weights are to add up to 1, and they add up to 1.2.',
  ]);
  expect(said('OBJ-02', { ...summed, ...weights('0.667', '0.333') })).toEqual([]);
  expect(said('OBJ-02', { ...summed, weightSum: 'free', ...weights('3', '1') })).toEqual([]);
});

test('probabilities that are not calibrated are weighted with a warning', () => {
  const scores = [false, true].map((scoreCalibrated, index) => ({
    ...items[index],
    scoreScale: 'probability',
    scoreCalibrated,
  }));
  expect(said('OBJ-03', { combination: 'weighted-score', items: scores })).toEqual([
    'Probabilities are weighted, and that of ‘Clicks’ is not calibrated: each training shifts the balance.',
  ]);
  const ranks = items.map((item) => ({ ...item, scoreScale: 'rank' }));
  expect(said('OBJ-03', { combination: 'weighted-score', items: ranks })).toEqual([]);
});

test('a conflict is settled by somebody', () => {
  const conflicts = [{ id: 'c', a: 'a', b: 'b' }];
  expect(said('OBJ-05', { combination: 'constrained', conflicts })).toEqual([
    '‘Clicks’ and ‘Quality’ are in conflict, and nothing says how it is settled.',
  ]);
});

test('a weighed guardrail that is limited as well, or by a rule after the model, is kept', () => {
  const combined = { combination: 'weighted-score', ...weights('0.7', '0.3') };
  expect(said('OBJ-05', combined)).toHaveLength(1);
  const floor = { id: 'c', name: 'Quality floor', kind: 'constrain', metric: 'quality' };
  expect(said('OBJ-05', { ...combined, items: [...items, floor] })).toEqual([]);
  const filtersOutsideModel = [{ id: 'spam', rule: 'Spam is never shown' }];
  expect(said('OBJ-05', { ...combined, filtersOutsideModel })).toEqual([]);
});

test('weights within a loss may be kept with the settings of the training', () => {
  const artifacts = { items: [{ id: 'h', kind: 'hyperparameters' }] };
  expect(said('OBJ-06', { combination: 'weighted-loss' }, { artifacts })).toEqual([]);
  expect(said('OBJ-06', { combination: 'weighted-score' }, { artifacts })).toHaveLength(1);
});

test('weights within a loss that stand still need no second thought', () => {
  const still = { id: 'w0', changeFrequency: { notApplicable: 'fixed' } };
  expect(said('OBJ-01', { combination: 'weighted-loss', retrainTime: '2 d', weights: [still] })).toEqual([]);
});
