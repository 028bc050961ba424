import type { JsonObject } from '../../json.ts';
import { metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const risk = (fields: JsonObject) => ({ risk: fields });
const failure = (fields: JsonObject) =>
  risk({ failureModes: [{ id: 'miss', mode: 'A fraud ring passes', severity: 4, likelihood: 3, ...fields }] });
const affected = { overview: { usersAffected: [{ id: 'payers', name: 'People who pay' }] } };
const compared = (minCount: JsonObject | number) => ({
  ...risk({ fairnessGroups: [{ id: 'new', group: 'new', metric: 'm1', tolerance: '5 %' }] }),
  sampling: { criticalGroups: [{ id: 'new', name: 'New customers', minCount }] },
  ...metrics(primary({ formula: 'recall', targetValue: '0.6' })),
});

export const riskExamples: Readonly<Record<string, RuleExamples>> = {
  'RSK-01': {
    passing: risk({ sensitiveUse: 'rights', humanOversight: 'final-decision' }),
    failing: risk({ sensitiveUse: 'rights', humanOversight: 'none' }),
    notEvaluable: risk({ sensitiveUse: open, humanOversight: 'none' }),
  },
  'RSK-02': {
    passing: failure({ mitigation: 'Rules stay in force', owner: 'Fraud lead' }),
    failing: failure({ owner: 'Fraud lead' }),
    notEvaluable: failure({ likelihood: open }),
    edge: { path: 'risk.failureModes.miss.likelihood', passes: 2, fails: 3 },
  },
  'RSK-03': {
    passing: { ...affected, ...risk({ fairnessGroups: [{ id: 'new', group: 'new' }] }) },
    failing: affected,
    notEvaluable: { ...affected, ...risk({ fairnessGroups: open }) },
  },
  'RSK-04': {
    passing: risk({ unsupportedUses: [{ id: 'credit', use: 'Judging credit' }] }),
    failing: risk({ sensitiveUse: 'none' }),
    notEvaluable: risk({ unsupportedUses: open }),
  },
  'RSK-05': {
    passing: compared(800),
    failing: compared(100),
    notEvaluable: compared(open),
    edge: { path: 'sampling.criticalGroups.new.minCount', passes: 366, fails: 364 },
  },
};
