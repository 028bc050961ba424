import { choice, date, markdown, money, person, quantity, section, text } from '#lib/domain/worksheets/definition.ts';
import { currencyOptions } from '#lib/domain/worksheets/currency-options.ts';

export const business = section({
  key: 'business',
  title: 'Business objective',
  intro: 'What hurts today, which business number should move, and what that is worth.',
  stage: 'framing',
  fields: {
    problemStatement: markdown('What hurts, and whom', { needed: true, group: 'The problem' }),
    whyNow: markdown('Why now', { group: 'The problem' }),
    rootCause: markdown('Root cause', { group: 'The problem' }),
    objective: text('Objective', { needed: true, group: 'The objective' }),
    objectiveOwner: person('Who owns the objective', { needed: true, group: 'The objective' }),
    deadline: date('Deadline', { group: 'The objective' }),
    regulatoryDriver: choice(
      'What demands it',
      {
        none: 'Nothing outside the team',
        internal: 'Internal policy',
        contract: 'A contract',
        law: 'The law',
      },
      { group: 'The objective' },
    ),
    currentProcess: markdown('What happens today', { needed: true, group: 'Today' }),
    currentProcessCost: money('What that costs', { tier: 'core', min: 0, per: 'year', group: 'Today' }),
    currency: choice('Currency', currencyOptions, { needed: true, group: 'What it is worth' }),
    volumePerPeriod: quantity('How often it happens', 'rate', { needed: true, min: 0, group: 'What it is worth' }),
    gainPerCase: money('Gain per case', { tier: 'core', group: 'What it is worth' }),
    valuePerCorrect: money('Value of one correct prediction', { group: 'What it is worth' }),
    valuePerAbstain: money('Value of one case left to people', { group: 'What it is worth' }),
    buildCost: money('Cost to build', { needed: true, min: 0, group: 'What it costs' }),
    runCostPerMonth: money('Cost to run', { needed: true, min: 0, per: 'month', group: 'What it costs' }),
    killCriterion: text('When we stop', { needed: true, group: 'Limits' }),
    secondOrderEffects: markdown('Second-order effects', { group: 'Limits' }),
  },
});
