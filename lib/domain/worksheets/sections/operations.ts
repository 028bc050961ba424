import { unless, when } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  choices,
  duration,
  group,
  integer,
  link,
  list,
  markdown,
  number,
  percentage,
  person,
  quantity,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import {
  corrections,
  experimentUnits,
  feedbackMitigations,
  monitored,
  retrainTriggers,
  rolloutSteps,
} from './operations-options.ts';

/** A prompted model is not trained here, so there is nothing to train again. */
const isTrained = unless('framing.learningMode', 'pretrained-prompted');

export const operations = section({
  key: 'operations',
  title: 'Rollout, monitoring and feedback',
  intro: 'How it goes live, how anyone would notice that it went wrong, and how it keeps up with the world.',
  stage: 'launch',
  fields: {
    rollout: choices('How it goes live, step by step', rolloutSteps, { tier: 'core', ordered: true, group: 'Rollout' }),
    experiment: group(
      'Experiment',
      {
        hypothesis: text('Hypothesis', { needed: true }),
        metric: reference('Decided by', 'metric'),
        unit: choice('Assigned by', experimentUnits),
        analysisUnit: choice('Counted by', experimentUnits),
        interference: yesNo('Can one group affect the other'),
        variants: integer('Groups, today’s way included', { min: 2 }),
        allocation: percentage('Share of the traffic that takes part'),
        trafficPerDay: integer('Traffic', { unit: 'a day' }),
        uniqueUnitsPerDay: integer('New units', { unit: 'a day' }),
        maxDays: integer('Runs at most', { unit: 'days', min: 1 }),
        wholeWeeks: yesNo('Does it run whole weeks'),
        mde: quantity('Smallest effect worth seeing', 'measure', { min: 0 }),
        metricSd: number('Standard deviation of the metric', { min: 0 }),
        alpha: percentage('Significance level'),
        power: percentage('Power'),
        metricsTested: integer('Metrics that decide', { min: 1 }),
        correction: choice('Correction for several metrics', corrections),
        looks: integer('Looks at the result', { min: 1 }),
        peeking: choice('Correction for several looks', { none: 'None', sequential: 'Sequential test' }),
        sampleRatioCheck: yesNo('Are the sizes of the groups checked'),
      },
      {
        tier: 'core',
        appliesWhen: when('operations.rollout', 'ab', 'interleaving', 'bandit'),
        group: 'Rollout',
      },
    ),
    monitors: list(
      'Monitors',
      {
        what: choice('Watches', monitored, { needed: true }),
        metric: reference('Metric', 'metric'),
        threshold: quantity('Alarm beyond', 'measure', { needed: true }),
        window: duration('Over'),
        action: text('What happens then', { needed: true }),
        owner: person('Owner', { needed: true }),
      },
      { itemNoun: 'monitor', tier: 'core', group: 'Monitoring' },
    ),
    oncall: person('Who is called', { notes: true, group: 'Monitoring' }),
    runbook: link('Runbook', { notes: true, group: 'Monitoring' }),
    logging: group(
      'What is logged',
      {
        featuresLoggedAtServing: yesNo('Features, as they were served'),
        predictionsLogged: yesNo('Predictions'),
        samplePct: percentage('Share of requests logged'),
      },
      { group: 'Monitoring' },
    ),
    retrain: group(
      'Training again',
      {
        trigger: choice('Set off by', retrainTriggers),
        cadence: duration('Every'),
        validationGate: markdown('What a new model has to pass'),
      },
      { tier: 'core', appliesWhen: isTrained, group: 'Keeping up' },
    ),
    trainingWindow: duration('Trained on the last', { appliesWhen: isTrained, group: 'Keeping up' }),
    toleratedModelAge: duration('Oldest model that is good enough', { group: 'Keeping up' }),
    stalenessImpact: text('What an old model costs', { group: 'Keeping up' }),
    replayNeeded: duration('How far back it must be possible to compute again', { group: 'Keeping up' }),
    predictionsAffectLabels: yesNo('Do predictions change what is learnt later', {
      needed: true,
      stage: 'framing',
      group: 'Feedback',
    }),
    feedbackMitigation: choice('What is done about it', feedbackMitigations, {
      needed: true,
      appliesWhen: when('operations.predictionsAffectLabels', true),
      group: 'Feedback',
    }),
    outcomeObservedFor: choice(
      'The outcome is seen',
      { all: 'Whatever is decided', 'one-action': 'After one of the decisions only' },
      { group: 'Feedback' },
    ),
  },
});
