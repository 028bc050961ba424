import { unless, when } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  choices,
  group,
  integer,
  list,
  number,
  percentage,
  quantity,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { numericTask, taskWithRareCases } from './task-conditions.ts';

export const imbalance = section({
  key: 'imbalance',
  title: 'Class imbalance and error costs',
  intro: 'How rare the interesting case is, what each mistake costs, and what is done about both.',
  stage: 'design',
  appliesWhen: unless(
    'framing.taskType',
    'ranking',
    'recommendation',
    'clustering',
    'survival',
    'generation',
    'extraction',
  ),
  fields: {
    prevalenceProduction: percentage('Share of positives in production', {
      needed: true,
      appliesWhen: taskWithRareCases,
      group: 'How rare',
    }),
    prevalenceTrain: percentage('Share of positives in training', {
      appliesWhen: taskWithRareCases,
      group: 'How rare',
    }),
    prevalenceTest: percentage('Share of positives in the test set', {
      appliesWhen: taskWithRareCases,
      group: 'How rare',
    }),
    minorityClass: reference('Minority class', 'class', { appliesWhen: taskWithRareCases, group: 'How rare' }),
    minorityTrainCount: integer('Minority examples in training', {
      unit: 'examples',
      appliesWhen: taskWithRareCases,
      group: 'How rare',
    }),
    minorityTestCount: integer('Minority examples in the test set', {
      unit: 'examples',
      appliesWhen: taskWithRareCases,
      group: 'How rare',
    }),
    costMatrix: group(
      'What each outcome costs',
      {
        tp: quantity('Hit (true positive)', 'measure', { needed: true }),
        fp: quantity('False alarm (false positive)', 'measure', { needed: true }),
        fn: quantity('Miss (false negative)', 'measure', { needed: true }),
        tn: quantity('Rightly left alone (true negative)', 'measure', { needed: true }),
      },
      { needed: true, stage: 'framing', appliesWhen: taskWithRareCases, group: 'What mistakes cost' },
    ),
    costUnit: choice(
      'Costs are in',
      { currency: 'The worksheet’s currency', relative: 'Relative units' },
      { appliesWhen: taskWithRareCases, group: 'What mistakes cost' },
    ),
    maxReviewCapacityPerDay: integer('Cases people can review a day', {
      unit: 'cases a day',
      appliesWhen: taskWithRareCases,
      group: 'What mistakes cost',
    }),
    thresholdPolicy: choice(
      'How the threshold is chosen',
      {
        fixed: 'Fixed by hand',
        'cost-optimal': 'Least expected cost',
        capacity: 'What people can review',
        'f-max': 'Largest F-score',
        'per-segment': 'One for each segment',
      },
      { appliesWhen: taskWithRareCases, group: 'The threshold' },
    ),
    threshold: number('Threshold', { min: 0, max: 1, appliesWhen: taskWithRareCases, group: 'The threshold' }),
    segmentThresholds: list(
      'Thresholds by segment',
      {
        name: text('Segment', { needed: true }),
        value: number('Threshold', { needed: true, min: 0, max: 1 }),
      },
      { itemNoun: 'segment', appliesWhen: when('imbalance.thresholdPolicy', 'per-segment'), group: 'The threshold' },
    ),
    recalibration: choice(
      'How scores are recalibrated',
      {
        none: 'Not at all',
        'prior-correction': 'Corrected for the changed share',
        platt: 'Platt scaling',
        isotonic: 'Isotonic regression',
        beta: 'Beta calibration',
      },
      { appliesWhen: taskWithRareCases, group: 'The threshold' },
    ),
    response: choices(
      'What is done about it, in order',
      {
        'metric-choice': 'A metric that sees the minority',
        threshold: 'Move the threshold',
        'class-weights': 'Class weights',
        'focal-loss': 'Focal loss',
        'collect-more': 'Collect more of the minority',
        oversample: 'Oversample',
        undersample: 'Undersample',
        smote: 'SMOTE',
        tomek: 'Tomek links',
        ensemble: 'Ensemble',
        'two-phase': 'Two-phase training',
        'reframe-anomaly': 'Reframe as anomaly detection',
      },
      { needed: true, ordered: true, appliesWhen: taskWithRareCases, group: 'The response' },
    ),
    resampleRatio: number('Majority examples kept for each minority example', {
      min: 0,
      appliesWhen: when('imbalance.response', 'oversample', 'undersample', 'smote', 'tomek', 'two-phase'),
      group: 'The response',
    }),
    evaluatedOnResampled: yesNo('Is it evaluated on resampled data', {
      needed: true,
      appliesWhen: taskWithRareCases,
      group: 'The response',
    }),
    perClassTargets: list(
      'Targets by class',
      {
        class: reference('Class', 'class', { needed: true }),
        metric: reference('Metric', 'metric', { needed: true }),
        target: quantity('Target', 'measure', { needed: true }),
      },
      { itemNoun: 'target', appliesWhen: taskWithRareCases, group: 'The response' },
    ),
    tailFocus: group(
      'Where the tail counts most',
      {
        enabled: yesNo('The tail counts more than the middle'),
        quantile: percentage('From which quantile on', { appliesWhen: when('./enabled', true) }),
        why: text('Why', { appliesWhen: when('./enabled', true) }),
      },
      { appliesWhen: numericTask, group: 'The tail' },
    ),
  },
});
