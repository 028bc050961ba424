import { when, whenAny } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  date,
  duration,
  integer,
  list,
  markdown,
  number,
  percentage,
  quantity,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { fittedOn, resamplingStages, samplingMethods, splitMethods, splitRoles } from './sampling-options.ts';
import { taskWithRareCases } from './task-conditions.ts';

/** Cases stand for different numbers of cases of the population. */
const unequalChances = when('sampling.method', 'stratified', 'weighted', 'importance');
const importanceSample = when('sampling.method', 'importance');
/** A predefined split may be one by time as well. */
const splitByTime = when('sampling.splitMethod', 'time', 'group-time', 'predefined');
const seasonal = whenAny(when('framing.timeDependent', true), when('framing.taskType', 'forecasting'));

export const sampling = section({
  key: 'sampling',
  title: 'Sampling and splits',
  intro: 'Which cases the data stands for, how they were drawn, and what keeps the test apart from the training.',
  stage: 'design',
  fields: {
    population: markdown('Population', { needed: true, group: 'The population' }),
    populationSize: integer('Size of the population', { unit: 'cases', group: 'The population' }),
    samplingFrame: markdown('List that cases are drawn from', { group: 'The population' }),
    method: choice('How cases are drawn', samplingMethods, { needed: true, group: 'The sample' }),
    sampleSize: integer('Size of the sample', { tier: 'core', unit: 'cases', group: 'The sample' }),
    strata: list(
      'Strata',
      {
        name: text('Stratum', { needed: true }),
        share: percentage('Share of the population'),
        size: integer('Size'),
        sd: number('Standard deviation within', { min: 0 }),
        cost: quantity('Cost of a case', 'measure', { min: 0 }),
        nAlloc: integer('Drawn'),
      },
      {
        itemNoun: 'stratum',
        tier: 'core',
        appliesWhen: when('sampling.method', 'stratified', 'quota'),
        group: 'The sample',
      },
    ),
    weightsDefinition: markdown('What the weights are', { appliesWhen: unequalChances, group: 'The sample' }),
    weightsStored: yesNo('Are weights stored with the cases', {
      tier: 'core',
      appliesWhen: unequalChances,
      group: 'The sample',
    }),
    weightsUsedInEval: yesNo('Are weights used when evaluating', {
      tier: 'core',
      appliesWhen: unequalChances,
      group: 'The sample',
    }),
    targetDensity: text('Distribution that is meant', { appliesWhen: importanceSample, group: 'The sample' }),
    proposalDensity: text('Distribution that is drawn from', { appliesWhen: importanceSample, group: 'The sample' }),
    proposalCoversTarget: yesNo('Can every case that is meant be drawn', {
      tier: 'core',
      appliesWhen: importanceSample,
      group: 'The sample',
    }),
    sampledWeightsCv: number('Coefficient of variation of the weights', {
      min: 0,
      appliesWhen: unequalChances,
      group: 'The sample',
    }),
    loggedPolicy: choice(
      'What corrects for the policy that was logged',
      {
        none: 'Nothing',
        exploration: 'Part of the traffic is explored at random',
        propensities: 'Logged propensities',
        interleaving: 'Interleaving',
      },
      { tier: 'core', appliesWhen: when('framing.taskType', 'ranking', 'recommendation'), group: 'The sample' },
    ),
    criticalGroups: list(
      'Critical groups',
      {
        name: text('Group', { needed: true }),
        share: percentage('Share of the population', { needed: true }),
        minCount: integer('Cases needed in the test', { needed: true }),
        why: text('Why it matters'),
      },
      { itemNoun: 'group', tier: 'core', group: 'Groups that must be in it' },
    ),
    splitMethod: choice('How the test is cut', splitMethods, { needed: true, stage: 'framing', group: 'The split' }),
    splits: list(
      'Splits',
      {
        name: text('Split', { needed: true }),
        role: choice('Role', splitRoles, { needed: true }),
        size: integer('Size', { needed: true }),
        positives: integer('Positives', { appliesWhen: taskWithRareCases }),
        from: date('From'),
        to: date('To'),
        method: choice('Drawn otherwise', samplingMethods),
        resampled: yesNo('Resampled'),
        frozen: yesNo('Frozen'),
        reusedTimes: integer('Times looked at', { appliesWhen: when('./role', 'validation', 'test') }),
      },
      { itemNoun: 'split', needed: true, stage: 'framing', group: 'The split' },
    ),
    timeColumn: text('Column that orders cases in time', { group: 'The split' }),
    gap: duration('Gap between training and test', { tier: 'core', appliesWhen: splitByTime, group: 'The split' }),
    seasonalityPeriod: duration('Season', { appliesWhen: seasonal, group: 'The split' }),
    groupKey: text('What ties cases together', { tier: 'core', group: 'The split' }),
    entitiesOverlap: yesNo('Do entities stand on both sides', { group: 'The split' }),
    productionEntities: choice(
      'Entities in production are',
      { known: 'Those seen in training', unseen: 'New ones', mixed: 'Both' },
      { group: 'The split' },
    ),
    dedupBeforeSplit: yesNo('Are duplicates removed before the split', { group: 'The split' }),
    preprocessingFitOn: choice('Preprocessing is fitted on', fittedOn, { group: 'What saw which data' }),
    featureSelectionOn: choice('Feature selection and target encoding are fitted on', fittedOn, {
      group: 'What saw which data',
    }),
    resamplingStage: choice('When it is resampled', resamplingStages, { group: 'What saw which data' }),
    hyperparametersChosenOn: reference('Hyperparameters are chosen on', 'split', { group: 'What saw which data' }),
    earlyStoppedOn: reference('Training is stopped by', 'split', { group: 'What saw which data' }),
    thresholdChosenOn: reference('The threshold is chosen on', 'split', {
      appliesWhen: taskWithRareCases,
      group: 'What saw which data',
    }),
    calibrationFittedOn: reference('Calibration is fitted on', 'split', {
      appliesWhen: taskWithRareCases,
      group: 'What saw which data',
    }),
    testMatchesProduction: yesNo('Does the test look like production', { tier: 'core', group: 'Like production' }),
    testMatchesProductionWhy: markdown('Where it differs, or why not', { group: 'Like production' }),
  },
});
