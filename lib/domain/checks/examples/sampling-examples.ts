import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const sampling = (fields: JsonObject) => ({ sampling: fields });
const test = (fields: JsonObject): JsonObject => ({ id: 'test', name: 'Frozen month', role: 'test', ...fields });
const drawn = (method: string) => sampling({ method, splits: [test({})] });
const island = { id: 'island', name: 'Islanders', share: '1 %' };
const groups = (size: number, group: JsonObject) =>
  sampling({
    method: 'simple-random',
    splitMethod: 'random',
    criticalGroups: [group],
    splits: [test({ size })],
  });
const weights = (fields: JsonObject) => sampling({ method: 'weighted', ...fields });
const strata = (small: number, large: number) =>
  sampling({
    method: 'stratified',
    strata: [
      { id: 'small', name: 'Small orders', share: '50 %', sd: 1, nAlloc: small },
      { id: 'large', name: 'Large orders', share: '50 %', sd: 5, nAlloc: large },
    ],
  });

export const samplingExamples: Readonly<Record<string, RuleExamples>> = {
  'SMP-01': {
    passing: drawn('simple-random'),
    failing: drawn('convenience'),
    notEvaluable: sampling({ splits: [test({})] }),
  },
  'SMP-02': {
    passing: groups(1000, island),
    failing: groups(100, island),
    notEvaluable: groups(100, { ...island, share: open }),
    edge: { path: 'sampling.splits.test.size', passes: 299, fails: 298 },
  },
  'SMP-03': {
    passing: groups(5000, { ...island, minCount: 30 }),
    failing: groups(3000, { ...island, minCount: 30 }),
    notEvaluable: groups(3000, island),
    edge: { path: 'sampling.splits.test.size', passes: 3949, fails: 3948 },
  },
  'SMP-04': {
    passing: weights({ weightsStored: true, weightsUsedInEval: true }),
    failing: weights({ weightsStored: false, weightsUsedInEval: true }),
    notEvaluable: weights({ weightsStored: true }),
  },
  'SMP-05': {
    passing: sampling({ method: 'importance', proposalCoversTarget: true }),
    failing: sampling({ method: 'importance', proposalCoversTarget: false }),
    notEvaluable: sampling({ method: 'importance' }),
  },
  'SMP-06': {
    passing: weights({ sampledWeightsCv: 0.8, sampleSize: 10000 }),
    failing: weights({ sampledWeightsCv: 4, sampleSize: 10000 }),
    notEvaluable: weights({ sampleSize: 10000 }),
    edge: { path: 'sampling.sampledWeightsCv', passes: 3, fails: 3.01 },
  },
  'SMP-17': {
    passing: strata(20, 80),
    failing: strata(50, 50),
    notEvaluable: sampling({ method: 'stratified', strata: [{ id: 'small', name: 'Small orders', sd: 1 }] }),
    edge: { path: 'sampling.strata.small.nAlloc', passes: 35, fails: 36 },
  },
};
