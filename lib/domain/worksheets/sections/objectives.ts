import { unless, when, whenAll } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  duration,
  integer,
  list,
  markdown,
  number,
  person,
  quantity,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { scoreScales } from './objective-options.ts';

const severalObjectives = unless('objectives.combination', 'single');
const weighted = when('objectives.combination', 'weighted-loss', 'weighted-score');
const weightedScores = when('objectives.combination', 'weighted-score');
const limit = when('./kind', 'constrain');

export const objectives = section({
  key: 'objectives',
  title: 'Objectives and decoupling',
  intro: 'What is optimised when more than one thing matters, and who may shift the balance without a new model.',
  stage: 'design',
  fields: {
    combination: choice(
      'How objectives are combined',
      {
        single: 'There is only one',
        'weighted-loss': 'Weighted in one loss',
        'weighted-score': 'Trained apart, scores weighted',
        constrained: 'One is optimised, the others are limits',
        lexicographic: 'In order of priority',
        'pareto-manual': 'People choose among the best trade-offs',
        'policy-layer': 'Rules after the model decide',
      },
      { needed: true, group: 'What is optimised' },
    ),
    items: list(
      'Objectives',
      {
        name: text('Objective', { needed: true, group: 'What' }),
        metric: reference('Metric', 'metric', { needed: true, group: 'What' }),
        kind: choice(
          'Kind',
          { maximise: 'As good as possible', constrain: 'A limit to keep' },
          { tier: 'core', group: 'What' },
        ),
        constraintOp: choice(
          'The limit is',
          { 'at-least': 'At least', 'at-most': 'At most' },
          { needed: true, appliesWhen: limit, group: 'What' },
        ),
        constraintValue: quantity('Limit', 'measure', { needed: true, appliesWhen: limit, group: 'What' }),
        priority: integer('Priority, 1 first', {
          min: 1,
          appliesWhen: unless('objectives.combination', 'weighted-loss', 'weighted-score'),
          group: 'What',
        }),
        owner: person('Owner', { group: 'What' }),
        scoreScale: choice('Scale of its score', scoreScales, {
          tier: 'core',
          appliesWhen: weightedScores,
          group: 'Its score',
        }),
        scoreCalibrated: yesNo('Is its score calibrated', {
          tier: 'core',
          appliesWhen: whenAll(weightedScores, when('./scoreScale', 'probability')),
          group: 'Its score',
        }),
      },
      {
        itemNoun: 'objective',
        needed: true,
        appliesWhen: severalObjectives,
        group: 'What is optimised',
        summary: ['name', 'metric', 'kind', 'constraintOp', 'constraintValue', 'owner'],
      },
    ),
    sharedModel: yesNo('Does one model serve all objectives', {
      appliesWhen: severalObjectives,
      group: 'What is optimised',
    }),
    weights: list(
      'Weights',
      {
        objective: reference('Objective', 'objective', { needed: true }),
        alpha: number('Weight', { needed: true }),
        min: number('Not below'),
        max: number('Not above'),
        whoCanChange: person('Who may change it'),
        changeFrequency: duration('Changed about every'),
      },
      { itemNoun: 'weight', needed: true, appliesWhen: weighted, group: 'The balance' },
    ),
    weightSum: choice(
      'What the weights add up to',
      { one: 'They add up to 1', free: 'Only their ratios count' },
      { appliesWhen: weighted, group: 'The balance' },
    ),
    retrainTime: duration('How long a new training takes', {
      tier: 'core',
      appliesWhen: when('objectives.combination', 'weighted-loss'),
      group: 'The balance',
    }),
    conflicts: list(
      'Conflicts',
      {
        a: reference('Between', 'objective', { needed: true }),
        b: reference('And', 'objective', { needed: true }),
        evidence: markdown('How that is known'),
        resolution: markdown('How it is settled', { tier: 'core' }),
      },
      { itemNoun: 'conflict', appliesWhen: severalObjectives, group: 'The balance' },
    ),
    filtersOutsideModel: list(
      'Rules outside the model',
      {
        rule: text('Rule', { needed: true }),
        why: text('Why it is not learned'),
        owner: person('Owner'),
      },
      { itemNoun: 'rule', group: 'Beside the model' },
    ),
  },
});
