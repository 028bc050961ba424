import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const artifacts = (...items: readonly JsonObject[]) => ({ artifacts: { items } });
const kept = (...kinds: readonly string[]): readonly JsonObject[] =>
  kinds.map((kind) => ({ id: kind, kind, idScheme: 'content-hash' }));
const trained = { framing: { learningMode: 'supervised' } };

const evalSet = (immutable: JsonObject | boolean) => artifacts({ id: 'test', kind: 'eval-dataset', immutable });
const model = (linkedTo: JsonObject | readonly string[]) => artifacts({ id: 'model', kind: 'model', linkedTo });
const thresholds = (linkedTo: JsonObject | readonly string[]) => ({
  framing: { taskType: 'binary' },
  imbalance: { thresholdPolicy: 'cost-optimal' },
  ...artifacts({ id: 'cut', kind: 'thresholds-and-weights', idScheme: 'git-sha', linkedTo }),
});

const rollback = (fields: JsonObject) => ({ artifacts: { rollback: fields } });
const byHand = (guidelineVersion: JsonObject | string) => ({ labels: { labelType: 'hand', guidelineVersion } });
const snapshot = (retention: JsonObject | string) => ({
  ...artifacts({ id: 'snapshot', kind: 'data-snapshot', retention }),
  data: { sources: [{ id: 'people', name: 'Customers', pii: 'personal', usedFor: ['train'], retention: '365 d' }] },
});
const machine = (judge: JsonObject) => ({ labels: { labelType: 'llm', llmJudge: judge } });

export const artifactExamples: Readonly<Record<string, RuleExamples>> = {
  'VER-01': {
    passing: {
      ...trained,
      ...artifacts(...kept('code', 'data-snapshot', 'model', 'environment', 'eval-dataset')),
    },
    failing: { ...trained, ...artifacts(...kept('code', 'model')) },
    notEvaluable: artifacts(...kept('code', 'model')),
  },
  'VER-02': { passing: evalSet(true), failing: evalSet(false), notEvaluable: evalSet(open) },
  'VER-03': {
    passing: model(['data-snapshot', 'code']),
    failing: model(['hyperparameters']),
    notEvaluable: model(open),
  },
  'VER-04': {
    passing: rollback({ keptVersions: 3, tested: true }),
    failing: rollback({ keptVersions: 3, tested: false }),
    notEvaluable: rollback({ keptVersions: 3, tested: open }),
  },
  'VER-05': { passing: byHand('v3'), failing: { labels: { labelType: 'hand' } }, notEvaluable: byHand(open) },
  'VER-06': {
    passing: snapshot('365 d'),
    failing: snapshot('730 d'),
    notEvaluable: snapshot(open),
    edge: { path: 'artifacts.items.snapshot.retention', passes: '365 d', fails: '366 d' },
  },
  'VER-07': {
    passing: machine({ version: '2027-01', promptVersion: 'v3' }),
    failing: machine({ version: '2027-01' }),
    notEvaluable: machine({ version: '2027-01', promptVersion: open }),
  },
  'VER-08': {
    passing: thresholds(['model']),
    failing: thresholds(['code']),
    notEvaluable: thresholds(open),
  },
};
