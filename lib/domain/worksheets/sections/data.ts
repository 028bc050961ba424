import {
  choice,
  duration,
  list,
  markdown,
  money,
  person,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { featureTypes } from './data-options.ts';
import { sourceFields } from './data-source-fields.ts';

export const data = section({
  key: 'data',
  title: 'Data sources and features',
  intro: 'Where the data comes from, whether it is there when the model needs it, and what the model is told of it.',
  stage: 'design',
  fields: {
    sources: list('Sources', sourceFields, {
      itemNoun: 'source',
      needed: true,
      stage: 'framing',
      group: 'Sources',
      summary: ['name', 'owner', 'usedFor', 'availableAtServing', 'pii', 'format'],
    }),
    features: list(
      'Features',
      {
        name: text('Feature', { needed: true, group: 'What it is' }),
        source: reference('Source', 'source', { needed: true, group: 'What it is' }),
        definition: markdown('Definition', { needed: true, group: 'What it is' }),
        type: choice('Type', featureTypes, { group: 'What it is' }),
        expectedRange: text('Expected values', { group: 'What it is' }),
        owner: person('Owner', { group: 'What it is' }),
        sensitiveProxy: yesNo('May it stand in for a protected trait', { group: 'What it is' }),
        computed: choice(
          'Computed',
          { batch: 'In batches', streaming: 'As events arrive', 'on-demand': 'When asked for' },
          { tier: 'core', group: 'When and how' },
        ),
        // Signed, since what is known an hour before the prediction is known at -1 h.
        availableAt: duration('Known before (−) or after (+)', {
          min: Number.NEGATIVE_INFINITY,
          group: 'When and how',
        }),
        freshnessNeeded: duration('Oldest it may be when used', { group: 'When and how' }),
        latencyP99: duration('p99 to fetch or compute it', { defaultUnit: 'ms', group: 'When and how' }),
        cost: money('Cost', { min: 0, per: 'month', group: 'When and how' }),
        sameCode: yesNo('Is it the same code in training and serving', { group: 'When and how' }),
        trainingCodeRef: text('Code in training', { group: 'When and how' }),
        servingCodeRef: text('Code in serving', { group: 'When and how' }),
      },
      {
        itemNoun: 'feature',
        tier: 'core',
        group: 'Features',
        summary: ['name', 'source', 'type', 'computed', 'availableAt'],
      },
    ),
  },
});
