import type { JsonObject } from '../../json.ts';
import type { Evidence } from '../../worksheets/draft.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const labels = (fields: JsonObject) => ({ labels: { labelType: 'hand', ...fields } });
const measured = (...agreement: readonly JsonObject[]) => labels({ agreement });
const alpha = (fields: JsonObject): JsonObject => ({ id: 'alpha', coefficient: 'krippendorff', ...fields });
const percent = (value: string): JsonObject => ({ id: 'percent', coefficient: 'percent', value });
const cohen = (fields: JsonObject): JsonObject => ({ id: 'kappa', coefficient: 'cohen', ...fields });
const recomputed: Evidence = {
  id: 'ratings',
  calculator: 'label-agreement',
  input: {},
  result: { krippendorffAlpha: 0.743 },
};

export const agreementExamples: Readonly<Record<string, RuleExamples>> = {
  'LBL-02': {
    passing: measured(alpha({ value: '0.88', ciLo: '0.83', ciHi: '0.92' })),
    failing: measured(alpha({ value: '0.55', ciLo: '0.48', ciHi: '0.61' })),
    notEvaluable: measured(alpha({ value: '0.88' })),
  },
  'LBL-03': {
    passing: measured(percent('0.9'), alpha({ value: '0.8' })),
    failing: measured(percent('0.9')),
    notEvaluable: measured(percent('0.9'), { id: 'other', value: '0.8' }),
  },
  'LBL-04': {
    passing: labels({ scale: 'nominal', agreement: [cohen({ nRaters: 2 })] }),
    failing: labels({ scale: 'nominal', agreement: [cohen({ nRaters: 5 })] }),
    notEvaluable: labels({ scale: 'nominal', agreement: [cohen({})] }),
    edge: { path: 'labels.agreement.kappa.nRaters', passes: 2, fails: 3 },
  },
  'LBL-05': {
    passing: measured(percent('95 %'), cohen({ value: '0.7' })),
    failing: measured(percent('95 %'), cohen({ value: '0.2' })),
    notEvaluable: measured(percent('95 %'), cohen({ value: open })),
    edge: { path: 'labels.agreement.kappa.value', passes: '0.4', fails: '0.39' },
  },
  'LBL-06': {
    passing: measured(alpha({ nItems: 200, ciLo: '0.75', ciHi: '0.85' })),
    failing: measured(cohen({ nItems: 30, ciLo: '0.7', ciHi: '0.8' })),
    notEvaluable: measured(alpha({ ciLo: '0.75', ciHi: '0.85' })),
    edge: { path: 'labels.agreement.kappa.nItems', passes: 50, fails: 49 },
  },
  'LBL-16': {
    passing: measured(alpha({ value: { value: '0.74', evidence: 'ratings' } })),
    failing: measured(alpha({ value: { value: '0.84', evidence: 'ratings' } })),
    notEvaluable: measured(alpha({ value: open })),
    evidence: [recomputed],
  },
};
