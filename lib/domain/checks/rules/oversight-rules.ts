import { contradiction, given, needed, notApplicable, pass } from '../rule.ts';
import type { RuleDefinition } from '../rule.ts';

/** Whether people and explanations are where decisions need them. */
export const oversightRules: readonly RuleDefinition[] = [
  {
    id: 'FRM-12',
    version: 1,
    title: 'A plan for explanations that are needed',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['framing.interpretabilityNeed', 'risk.explainabilityPlan'],
    bounds: [],
    principle: 'An explanation that is owed to someone has to be designed, and not every model gives one.',
    source: 'Microsoft, Responsible AI Impact Assessment Template, T1',
    check({ read }) {
      return given([read.section('framing').at('interpretabilityNeed')], (need) => {
        if (need !== 'per-decision' && need !== 'legal') return notApplicable;
        const whence = need === 'legal' ? ', and the law asks for it' : '';
        return needed([read.section('risk').at('explainabilityPlan')], {
          message: `Each decision needs an explanation${whence}, and how it is given is not said.`,
        });
      });
    },
  },
  {
    id: 'XRF-07',
    version: 1,
    title: 'Who decides, said once',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['framing.decisionMaker', 'risk.humanOversight'],
    bounds: [],
    principle: 'Where the system decides by itself, nobody looks at each case first.',
    source: 'Public checklists for reviews of ML system designs',
    check({ read }) {
      const reads = [read.section('framing').at('decisionMaker'), read.section('risk').at('humanOversight')] as const;
      return given(reads, (maker, oversight) => {
        const beforehand = oversight === 'review-before-action' || oversight === 'final-decision';
        if (maker !== 'automated' || !beforehand) return pass;
        return contradiction({
          ends: reads,
          message: `The system decides by itself, and ${oversight === 'final-decision' ? 'a person decides each case' : 'a person looks before anything is done'}: one of them is not so.`,
        });
      });
    },
  },
];
