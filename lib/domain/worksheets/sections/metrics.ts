import { unless, when, whenAll } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  date,
  duration,
  integer,
  list,
  markdown,
  number,
  person,
  percentage,
  quantity,
  reference,
  section,
  text,
} from '#lib/domain/worksheets/definition.ts';
import { measuredWhere, metricFormulas } from './metric-options.ts';

const primaryModel = whenAll(when('./kind', 'model'), when('./role', 'primary'));
const modelOrFairness = when('./kind', 'model', 'fairness');

export const metrics = section({
  key: 'metrics',
  title: 'Metrics',
  intro: 'One business number, one primary model measure, and whatever must not get worse.',
  stage: 'framing',
  fields: {
    items: list(
      'Metrics',
      {
        name: text('Metric', { needed: true, group: 'What' }),
        kind: choice(
          'Kind',
          { business: 'Business', model: 'Model', system: 'System', fairness: 'Fairness' },
          { needed: true, group: 'What' },
        ),
        role: choice(
          'Role',
          { primary: 'Primary', secondary: 'Secondary', guardrail: 'Guardrail' },
          { needed: true, group: 'What' },
        ),
        formula: choice('Formula', metricFormulas, { needed: true, appliesWhen: modelOrFairness, group: 'What' }),
        beta: number('Beta', { min: 0, appliesWhen: when('./formula', 'f-beta'), group: 'What' }),
        k: integer('k', {
          min: 1,
          appliesWhen: when('./formula', 'precision-at-k', 'recall-at-k', 'ndcg-at-k', 'pass-at-k'),
          group: 'What',
        }),
        quantile: percentage('Quantile', {
          appliesWhen: when('./formula', 'pinball', 'pinball-coverage'),
          group: 'What',
        }),
        tweediePower: number('Tweedie power', { appliesWhen: when('./formula', 'tweedie'), group: 'What' }),
        bins: integer('Bins', { min: 2, appliesWhen: when('./formula', 'ece'), group: 'What' }),
        definition: markdown('Definition', { group: 'What' }),
        averaging: choice(
          'Averaging over classes',
          { micro: 'Micro', macro: 'Macro', weighted: 'Weighted by class size', none: 'Each class by itself' },
          { appliesWhen: when('framing.taskType', 'multiclass', 'multilabel'), group: 'What' },
        ),
        direction: choice(
          'Better is',
          { up: 'Higher', down: 'Lower', 'in-range': 'Within a range' },
          { needed: true, group: 'How good' },
        ),
        unit: text('Unit', { maxLength: 40, group: 'How good' }),
        baselineValue: quantity('Now', 'measure', { needed: true, group: 'How good' }),
        baselineRef: reference('Baseline it comes from', 'baseline', { group: 'How good' }),
        targetValue: quantity('Target', 'measure', {
          needed: true,
          appliesWhen: unless('./direction', 'in-range'),
          group: 'How good',
        }),
        targetDate: date('Target date', { needed: true, appliesWhen: when('./kind', 'business'), group: 'How good' }),
        minimumAcceptable: quantity('Floor', 'measure', { tier: 'core', group: 'How good' }),
        rangeMin: quantity('Range from', 'measure', {
          needed: true,
          appliesWhen: when('./direction', 'in-range'),
          group: 'How good',
        }),
        rangeMax: quantity('Range to', 'measure', {
          needed: true,
          appliesWhen: when('./direction', 'in-range'),
          group: 'How good',
        }),
        drives: reference('Business metric it stands for', 'metric', {
          needed: true,
          appliesWhen: primaryModel,
          group: 'What it moves',
        }),
        mechanism: text('How it moves that metric', {
          needed: true,
          appliesWhen: primaryModel,
          group: 'What it moves',
        }),
        drivesEvidence: choice(
          'How that is known',
          {
            assumed: 'Assumed',
            correlation: 'They moved together before',
            experiment: 'Shown by an experiment',
          },
          { appliesWhen: primaryModel, group: 'What it moves' },
        ),
        measuredWhere: choice('Measured where', measuredWhere, { needed: true, group: 'Measured on' }),
        measuredOn: reference('Measured on', 'split', { group: 'Measured on' }),
        atThreshold: reference('At threshold', 'threshold', { appliesWhen: modelOrFairness, group: 'Measured on' }),
        window: duration('Over', { group: 'Measured on' }),
        slices: list(
          'Slices',
          {
            group: reference('Group', 'critical-group', { needed: true }),
            minValue: quantity('At least', 'measure', { needed: true }),
          },
          { itemNoun: 'slice', group: 'Measured on' },
        ),
        minimumDetectableEffect: quantity('Smallest effect worth seeing', 'measure', { min: 0, group: 'Measured on' }),
        effectKind: choice(
          'That effect is',
          { absolute: 'A difference', relative: 'A share of the baseline' },
          { group: 'Measured on' },
        ),
        alpha: percentage('Significance level', { group: 'Measured on' }),
        power: percentage('Power', { group: 'Measured on' }),
        toleranceHalfWidth: quantity('Interval half-width wanted', 'measure', { min: 0, group: 'Measured on' }),
        owner: person('Owner', { needed: true, group: 'Watched' }),
        alertThreshold: quantity('Alert beyond', 'measure', { group: 'Watched' }),
        reviewCadence: duration('Looked at every', { group: 'Watched' }),
      },
      {
        itemNoun: 'metric',
        needed: true,
        summary: ['name', 'kind', 'role', 'baselineValue', 'targetValue', 'minimumAcceptable'],
      },
    ),
  },
});
