import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const sampling = (fields: JsonObject) => ({ sampling: fields });
const shared = { groupKey: 'card', entitiesOverlap: true };
const train = { id: 'train', name: 'Training', role: 'train' };
const test = { id: 'test', name: 'Frozen month', role: 'test' };
const windowed = (gap: JsonObject[string]) => ({
  framing: { taskType: 'binary', horizon: '30 d' },
  labels: { labelType: 'natural-explicit', labelDelay: '5 d' },
  sampling: { splitMethod: 'time', gap },
});

export const splitExamples: Readonly<Record<string, RuleExamples>> = {
  'SMP-07': {
    passing: { ...sampling({ splitMethod: 'time' }), framing: { timeDependent: true } },
    failing: { ...sampling({ splitMethod: 'random' }), framing: { timeDependent: true } },
    notEvaluable: sampling({ splitMethod: 'random' }),
  },
  'SMP-08': {
    passing: sampling({ ...shared, entitiesOverlap: false }),
    failing: sampling({ ...shared, productionEntities: 'unseen' }),
    notEvaluable: sampling({ groupKey: 'card' }),
  },
  'SMP-12': {
    passing: sampling({ splits: [train, test] }),
    failing: sampling({ splits: [train] }),
    notEvaluable: sampling({ splits: [train, { id: 'other', name: 'Other' }] }),
  },
  'SMP-13': {
    passing: sampling({ dedupBeforeSplit: true, splitMethod: 'random' }),
    failing: sampling({ dedupBeforeSplit: false, splitMethod: 'random' }),
    notEvaluable: sampling({ dedupBeforeSplit: open, splitMethod: 'random' }),
  },
  'SMP-14': {
    passing: windowed('35 d'),
    failing: windowed('7 d'),
    notEvaluable: windowed(open),
    edge: { path: 'sampling.gap', passes: '35 d', fails: '34 d' },
  },
};
