import { unless, when } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  choices,
  date,
  duration,
  group,
  integer,
  link,
  list,
  markdown,
  money,
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
  agreementCoefficients,
  aggregations,
  annotatorKinds,
  labelLineage,
  labelScales,
  labelTypes,
} from './label-options.ts';
import { taskWithRareCases } from './task-conditions.ts';

const byHand = when('labels.labelType', 'hand');
/** Somebody or something gives a label on purpose; also where machines do, people label what they are checked by. */
const judged = when('labels.labelType', 'hand', 'programmatic', 'llm');
const byMachine = when('labels.labelType', 'programmatic', 'llm');
const byModel = when('labels.labelType', 'llm');
/** No event within the window counts as a negative. */
const byWindow = when('labels.labelType', 'natural-explicit', 'natural-implicit', 'derived');
const labelled = unless('labels.labelType', 'none');

export const labels = section({
  key: 'labels',
  title: 'Labels and reliability',
  intro: 'Where the truth comes from, how far people agree on it, and how often it is wrong.',
  stage: 'design',
  fields: {
    labelType: choice('Kind of labels', labelTypes, {
      needed: true,
      stage: 'framing',
      group: 'Where labels come from',
    }),
    labelDelay: duration('From the outcome to its label', {
      tier: 'core',
      appliesWhen: labelled,
      group: 'Where labels come from',
    }),
    whoChoseWindow: person('Who chose the label window', {
      tier: 'core',
      appliesWhen: byWindow,
      group: 'Where labels come from',
    }),
    weakSupervision: list(
      'Labelling functions',
      {
        name: text('Function', { needed: true }),
        coverage: percentage('Share of cases it labels'),
        accuracy: percentage('Right where it labels'),
      },
      {
        itemNoun: 'labelling function',
        tier: 'core',
        appliesWhen: when('labels.labelType', 'programmatic'),
        group: 'Where labels come from',
      },
    ),
    llmJudge: group(
      'Labels by a machine',
      {
        model: text('Model', { appliesWhen: byModel }),
        version: text('Version', { appliesWhen: byModel }),
        promptVersion: text('Version of the prompt', { appliesWhen: byModel }),
        validatedOnN: integer('Checked against people on', { unit: 'items' }),
        agreementWithHuman: quantity('Agreement with people', 'measure', { min: -1, max: 1 }),
        humanHumanAgreement: quantity('Agreement between people', 'measure', { min: -1, max: 1 }),
        positionRandomised: yesNo('Order of candidates is random', { appliesWhen: byModel }),
      },
      { tier: 'core', appliesWhen: byMachine, group: 'Where labels come from' },
    ),
    annotationsPerItem: number('People who label each item', {
      needed: true,
      stage: 'framing',
      min: 1,
      appliesWhen: byHand,
      group: 'Who labels',
    }),
    annotators: list(
      'Annotators',
      {
        name: text('Who', { needed: true }),
        kind: choice('Kind', annotatorKinds, { needed: true }),
        training: text('Training'),
        errorRate: percentage('Wrong on gold items'),
        cost: quantity('Cost of a label', 'measure', { min: 0 }),
      },
      { itemNoun: 'annotator', appliesWhen: judged, group: 'Who labels' },
    ),
    workerPay: money('Pay', { min: 0, per: 'hour', appliesWhen: byHand, group: 'Who labels' }),
    workerWellbeing: markdown('What the work does to them', { appliesWhen: byHand, group: 'Who labels' }),
    guidelineUrl: link('Guideline', { notes: true, appliesWhen: judged, group: 'The guideline' }),
    guidelineVersion: text('Version of the guideline', { tier: 'core', appliesWhen: judged, group: 'The guideline' }),
    guidelineChangedAt: date('Last changed', { appliesWhen: judged, group: 'The guideline' }),
    scale: choice('Scale of the labels', labelScales, { appliesWhen: judged, group: 'Agreement' }),
    overlapItems: integer('Items that several people label', {
      tier: 'core',
      unit: 'items',
      appliesWhen: judged,
      group: 'Agreement',
    }),
    agreement: list(
      'Measured agreement',
      {
        coefficient: choice('Coefficient', agreementCoefficients, { needed: true }),
        value: quantity('Value', 'measure', { needed: true, min: -1, max: 1 }),
        ciLo: quantity('Interval from', 'measure', { min: -1, max: 1 }),
        ciHi: quantity('Interval to', 'measure', { min: -1, max: 1 }),
        nItems: integer('Items'),
        nRaters: integer('Raters'),
        missingPct: percentage('Ratings missing'),
        dataset: reference('Measured on', 'split'),
      },
      { itemNoun: 'coefficient', tier: 'core', appliesWhen: judged, group: 'Agreement' },
    ),
    aggregation: choice('How labels become one', aggregations, {
      tier: 'core',
      appliesWhen: judged,
      group: 'Agreement',
    }),
    tieBreak: text('What breaks a tie', {
      tier: 'core',
      appliesWhen: when('labels.aggregation', 'majority', 'weighted'),
      group: 'Agreement',
    }),
    multiplicityPolicy: choice(
      'Disagreement that stays',
      { collapse: 'Is collapsed to one label', keep: 'Is kept in the data' },
      { appliesWhen: judged, group: 'Agreement' },
    ),
    goldItems: integer('Items whose truth is certain', {
      tier: 'core',
      unit: 'items',
      appliesWhen: labelled,
      group: 'How often they are wrong',
    }),
    labelNoiseRate: group(
      'Wrong labels',
      {
        overall: percentage('Of all labels'),
        fpr: percentage('Of true negatives, labelled positive', { appliesWhen: taskWithRareCases }),
        fnr: percentage('Of true positives, labelled negative', { appliesWhen: taskWithRareCases }),
      },
      { tier: 'core', appliesWhen: labelled, group: 'How often they are wrong' },
    ),
    noiseEvidence: choice(
      'How that is known',
      {
        'measured-on-gold': 'Measured on items whose truth is certain',
        'from-agreement': 'Inferred from agreement',
        guess: 'A guess',
      },
      { tier: 'core', appliesWhen: labelled, group: 'How often they are wrong' },
    ),
    testLabelProcess: choice(
      'Labels of the test come',
      {
        same: 'From the same process',
        adjudicated: 'From the same process, disagreements decided',
        expert: 'From experts',
      },
      { appliesWhen: labelled, group: 'How often they are wrong' },
    ),
    lineageFields: choices('Kept with each label', labelLineage, { appliesWhen: labelled, group: 'Lineage' }),
  },
});
