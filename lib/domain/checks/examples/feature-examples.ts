import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const data = (source: JsonObject, feature?: JsonObject) => ({
  data: {
    sources: [{ id: 'clicks', name: 'Clicks', ...source }],
    ...(feature === undefined
      ? {}
      : { features: [{ id: 'count', name: 'Clicks in an hour', source: 'clicks', ...feature }] }),
  },
});
const served: JsonObject = { usedFor: ['serve-feature'], updateCadence: '1 h', publishDelay: '15 min' };
const joined = (pointInTimeCorrect: JsonObject | boolean) => ({
  ...data({ usedFor: ['train'], pointInTimeCorrect }),
  framing: { timeDependent: true },
});

export const featureExamples: Readonly<Record<string, RuleExamples>> = {
  'FRM-04': {
    passing: data({}, { availableAt: '-1 h' }),
    failing: data({}, { availableAt: '2 h' }),
    notEvaluable: data({}, {}),
    edge: { path: 'data.features.count.availableAt', passes: '0 s', fails: '1 s' },
  },
  'SRC-03': {
    passing: data({ ...served, freshnessNeeded: '2 h' }),
    failing: data({ ...served, freshnessNeeded: '30 min' }),
    notEvaluable: data({ usedFor: ['serve-feature'], updateCadence: '1 h', freshnessNeeded: '30 min' }),
    edge: { path: 'data.sources.clicks.freshnessNeeded', passes: '75 min', fails: '74 min' },
  },
  'SRC-04': {
    passing: data({ availableAtServing: true }, {}),
    failing: data({ availableAtServing: false }, { computed: 'on-demand' }),
    notEvaluable: data({ usedFor: ['serve-feature'] }, {}),
  },
  'SRC-05': {
    passing: data({}, {}),
    failing: { data: { features: [{ id: 'count', name: 'Clicks in an hour' }] } },
    notEvaluable: data({}, { source: open }),
  },
  'SRC-13': {
    passing: joined(true),
    failing: joined(false),
    notEvaluable: joined(open),
  },
  'SRC-14': {
    passing: data({}, { computed: 'streaming', sameCode: true }),
    failing: data({}, { computed: 'streaming', sameCode: false }),
    notEvaluable: data({}, { computed: 'streaming' }),
  },
  'SRC-15': {
    passing: data({ publishDelay: '15 min' }, { availableAt: '0 s', freshnessNeeded: '1 h' }),
    failing: data({ publishDelay: '2 h' }, { availableAt: '-1 h', freshnessNeeded: '1 h' }),
    notEvaluable: data({}, { availableAt: '-1 h', freshnessNeeded: '1 h' }),
    edge: { path: 'data.features.count.freshnessNeeded', passes: '3 h', fails: '179 min' },
  },
};
