import type { Decision, DecisionContent } from '#lib/domain/worksheets/decision.ts';
import { proposeDecision } from '#lib/domain/decisions/decision-changes.ts';
import { decisionContent } from '#lib/domain/worksheets/decision-schema.ts';

/** A decision with everything in it that can be there. */
export const fullDecision: DecisionContent = {
  title: 'Predict the 95th percentile',
  context: 'A patient needs an amount to **count on**.',
  drivers: ['One bill in twenty may be above', 'Clerks have no time'],
  criteria: [
    { id: 'trust', name: 'Trust', weight: 3 },
    { id: 'effort', name: 'Effort', weight: 1 },
  ],
  options: [
    {
      id: 'mean',
      title: 'Mean with a margin',
      description: 'As it is today.',
      pros: ['it is known'],
      neutral: [],
      cons: ['it is wrong for long stays'],
      scores: { trust: 1, effort: 5 },
    },
    {
      id: 'p95',
      title: '95th percentile',
      description: '',
      pros: ['it says what is promised'],
      neutral: ['it needs a new loss'],
      cons: [],
      scores: { trust: 4, effort: 2 },
    },
  ],
  chosen: 'p95',
  outcome: 'It can be checked against every bill.\n\nThe margin never was.',
  consequences: '- Quotes rise by 8 %\n- Fewer complaints',
  confirmation: 'Coverage is measured each month.',
  makers: [{ name: 'Head of administration', member: null }],
  consulted: [{ name: 'Data protection officer', member: null }],
  informed: [],
  date: '2026-07-02',
  reviewBy: '2028-01-31',
  reviewTrigger: 'coverage falls below 93 %',
  tags: ['target'],
  neededForApproval: true,
};

/** The same as it is sent. */
export const sentDecision = decisionContent.parse(fullDecision);

export function decision(number: number, changed: Partial<Decision> = {}): Decision {
  return { ...proposeDecision(number, fullDecision), ...changed };
}
