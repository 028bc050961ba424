import { when, whenAll, whenAny } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  choices,
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
import { baselineKinds, learningModes, lossFunctions, modalities, taskTypes } from './framing-options.ts';
import { classificationTask, numericTask } from './task-conditions.ts';

/** Survival, and what is survival in all but name: churn. */
const unfinishedCases = whenAny(
  when('framing.taskType', 'survival'),
  whenAll(when('framing.taskType', 'binary'), when('framing.timeDependent', true)),
);

export const framing = section({
  key: 'framing',
  title: 'ML framing',
  intro: 'Which decision changes, what is predicted for what, at what moment, and what it has to beat.',
  stage: 'framing',
  fields: {
    isMlJustified: yesNo('Does this need machine learning', { needed: true, group: 'The decision' }),
    mlJustification: markdown('Why a rule would or would not do', { needed: true, group: 'The decision' }),
    idealOutcome: text('Ideal outcome', { needed: true, group: 'The decision' }),
    modelGoal: text('What the model is to do', { needed: true, group: 'The decision' }),
    decision: text('What is done differently', { needed: true, group: 'The decision' }),
    decisionMaker: choice(
      'Who decides',
      {
        automated: 'The system, by itself',
        'human-with-advice': 'A person, with the prediction as advice',
        'human-final': 'The system proposes, a person has the last word',
      },
      { needed: true, group: 'The decision' },
    ),
    automationLevel: choice(
      'Automate or augment',
      { automate: 'Takes a task off people', augment: 'Helps people do it better' },
      { group: 'The decision' },
    ),
    interpretabilityNeed: choice(
      'Explanations needed',
      {
        none: 'None',
        global: 'How the model works as a whole',
        'per-decision': 'Why each decision was made',
        legal: 'Why each decision was made, by law',
      },
      { group: 'The decision' },
    ),
    taskType: choice('Kind of task', taskTypes, { needed: true, group: 'The prediction' }),
    output: text('Output', { needed: true, group: 'The prediction' }),
    outputUnit: text('Unit of the output', { appliesWhen: numericTask, group: 'The prediction' }),
    classes: list(
      'Classes',
      {
        name: text('Class', { needed: true }),
        isPositive: yesNo('The positive one', { appliesWhen: when('framing.taskType', 'binary') }),
        expectedShare: percentage('Expected share', { needed: true }),
      },
      { itemNoun: 'class', needed: true, appliesWhen: classificationTask, group: 'The prediction' },
    ),
    classMinCount: integer('Examples of the rarest class', {
      unit: 'examples',
      appliesWhen: classificationTask,
      group: 'The prediction',
    }),
    classSetChanges: choice(
      'Does the set of classes change',
      { fixed: 'It is fixed', rare: 'Rarely', frequent: 'Often' },
      { appliesWhen: classificationTask, group: 'The prediction' },
    ),
    targetMin: number('Smallest possible value', { appliesWhen: numericTask, group: 'The prediction' }),
    targetMax: number('Largest possible value', { appliesWhen: numericTask, group: 'The prediction' }),
    itemsShown: integer('Items shown at once', {
      unit: 'items',
      min: 1,
      appliesWhen: when('framing.taskType', 'ranking', 'recommendation'),
      group: 'The prediction',
    }),
    predictionUnit: text('One row is', { needed: true, group: 'The moment' }),
    predictionTime: text('Moment of prediction', { needed: true, group: 'The moment' }),
    predictionTrigger: choice(
      'What sets it off',
      { request: 'A request that waits', event: 'An event', schedule: 'A schedule' },
      { group: 'The moment' },
    ),
    decisionDeadline: duration('How old a prediction may be when it is acted on', { group: 'The moment' }),
    timeDependent: yesNo('Does the past predict the future', { group: 'The moment' }),
    targetDefinition: markdown('What counts as the truth', { needed: true, group: 'The truth' }),
    targetIsProxy: yesNo('Is it a stand-in for something else', { needed: true, group: 'The truth' }),
    proxyLink: markdown('How the stand-in tracks the real thing', {
      needed: true,
      appliesWhen: when('framing.targetIsProxy', true),
      group: 'The truth',
    }),
    proxyRisk: markdown('How the stand-in can be gamed', {
      needed: true,
      appliesWhen: when('framing.targetIsProxy', true),
      group: 'The truth',
    }),
    waitBeforeOutcome: duration('How long until the truth is known', { needed: true, group: 'The truth' }),
    horizon: duration('Label window', { group: 'The truth' }),
    followUp: duration('How long each case is followed', {
      appliesWhen: unfinishedCases,
      group: 'The truth',
    }),
    censoring: markdown('Cases not finished at the end', {
      appliesWhen: unfinishedCases,
      group: 'The truth',
    }),
    baselines: list(
      'Baselines',
      {
        name: text('Baseline', { needed: true }),
        kind: choice('Kind', baselineKinds, { needed: true }),
        description: markdown('What it does', { needed: true }),
        inProduction: yesNo('Runs in production today', { appliesWhen: when('./kind', 'previous-model') }),
        values: list(
          'What it reaches',
          {
            metric: reference('Metric', 'metric', { needed: true }),
            value: quantity('Value', 'measure', { needed: true }),
          },
          { itemNoun: 'value' },
        ),
        latency: duration('Latency', { defaultUnit: 'ms' }),
      },
      { itemNoun: 'baseline', needed: true, group: 'The yardstick', summary: ['name', 'kind', 'latency'] },
    ),
    framingAlternatives: list(
      'Framings considered',
      { framing: text('Framing', { needed: true }), whyNot: text('Why not', { needed: true }) },
      { itemNoun: 'framing', needed: true, group: 'The yardstick' },
    ),
    learningMode: choice('How it learns', learningModes, { group: 'The model' }),
    loss: choice('Loss', lossFunctions, { group: 'The model' }),
    lossCustom: text('The loss in words', { appliesWhen: when('framing.loss', 'custom'), group: 'The model' }),
    modality: choices('Kinds of input', modalities, { group: 'The model' }),
    abstain: yesNo('May it decline to answer', { group: 'The model' }),
    abstainPolicy: markdown('When it declines, and what happens then', {
      appliesWhen: when('framing.abstain', true),
      group: 'The model',
    }),
  },
});
