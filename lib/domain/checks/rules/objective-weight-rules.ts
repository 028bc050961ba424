import type { Worksheet } from '../../worksheets/all-sections.ts';
import { objectiveValues } from '../../worksheets/derived-objectives.ts';
import { scoreScales } from '../../worksheets/sections/objective-options.ts';
import { quotedName, quotedNames } from '../words/item-name.ts';
import { metricItems } from '../readings/metric-reading.ts';
import { listed, number, numberUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Reader } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 2';
const SUMS_MAY_MISS = 0.01;

type ObjectiveReader = Reader<Worksheet['objectives']['items'][number]>;
type WeightReader = Reader<Worksheet['objectives']['weights'][number]>;

/** Whether weights mean anything, and what it takes to change one. */
export const objectiveWeightRules: readonly RuleDefinition[] = [
  {
    id: 'OBJ-01',
    version: 1,
    title: 'A new weight without a new model',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'objectives.combination',
      'objectives.retrainTime',
      'objectives.weights',
      'objectives.weights.changeFrequency',
    ],
    bounds: ['OBJ-01.training'],
    principle:
      'A weight within a loss is fixed by training; a weight between the scores of separate models is a setting.',
    source: DMLS,
    check: trainedForEachWeight,
  },
  {
    id: 'OBJ-02',
    version: 1,
    title: 'Weights that say something',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'objectives.combination',
      'objectives.items',
      'objectives.items.kind',
      'objectives.items.metric',
      'objectives.weights',
      'objectives.weights.objective',
      'objectives.weights.alpha',
      'objectives.weightSum',
      'metrics.items.direction',
    ],
    bounds: [],
    principle: 'Every objective that is weighed has a weight, and its sign says whether more of it is wanted.',
    source: DMLS,
    check: weightsThatSaySomething,
  },
  {
    id: 'OBJ-03',
    version: 1,
    title: 'Scores on one scale',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'objectives.combination',
      'objectives.items',
      'objectives.items.kind',
      'objectives.items.scoreScale',
      'objectives.items.scoreCalibrated',
    ],
    bounds: [],
    principle: 'A weight between two scores means the same after the next training only if both keep their scale.',
    source: DMLS,
    check: scoresOnOneScale,
  },
];

function trainedForEachWeight({ read, profile }: Subject): Outcome {
  const section = read.section('objectives');
  const [combination, training] = [section.at('combination'), section.at('retrainTime')];
  return given([combination], (how) => {
    if (how === 'weighted-score') return pass;
    if (how !== 'weighted-loss') return notApplicable;
    const changes = section.items('weights').map((weight) => weight.at('changeFrequency'));
    if (changes.length === 0) return waits(section.whole('weights'));
    const open = changes.filter(isOpen);
    const stated = changes.filter((change) => change.value !== undefined);
    const [oftenest] = stated.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
    if (oftenest === undefined) return open.length > 0 ? waits(...open) : pass;
    return given([training, oftenest], (time, every) => {
      if (time <= profile['OBJ-01.training'] * every) return open.length > 0 ? waits(...open) : pass;
      return contradiction({
        ends: [combination, training, oftenest],
        message: `A weight changes about every ${shownValue(read.worksheet, oftenest)}, and within one loss each change means ${shownValue(read.worksheet, training)} of training; train apart and weight the scores.`,
        formula: `time to train ≤ ${number(profile['OBJ-01.training'])} · time between changes`,
        remedy: { label: 'Weight scores instead', path: combination.path, value: 'weighted-score' },
      });
    });
  });
}

function weightsThatSaySomething(subject: Subject): Outcome | Outcome[] {
  const section = subject.read.section('objectives');
  const combination = section.at('combination');
  if (combination.value === undefined) return isOpen(combination) ? waits(combination) : notApplicable;
  if (combination.value !== 'weighted-loss' && combination.value !== 'weighted-score') return notApplicable;
  const objectives = section.items('items');
  const weights = section.items('weights');
  if (objectives.length === 0) return waits(section.whole('items'));
  return [
    everyOneWeighed(subject, objectives, weights),
    ...weights.map((weight) =>
      needed([weight.at('alpha')], { message: 'An objective is listed to be weighed, and its weight is not stated.' }),
    ),
    notAllZero(weights),
    ...weights.map((weight) => signFits(subject, objectives, weight)),
    sumAsStated(subject, weights),
  ];
}

/** A limit needs no weight. */
function everyOneWeighed(
  subject: Subject,
  objectives: readonly ObjectiveReader[],
  weights: readonly WeightReader[],
): Outcome {
  const list = subject.read.section('objectives').whole('weights');
  const weighed = weights.map((weight) => weight.at('objective'));
  const left = objectives.filter(
    (objective) => objective.at('kind').value !== 'constrain' && !weighed.some(({ value }) => value === objective.id),
  );
  if (left.length === 0) return pass;
  const open = [...weighed, ...left.map((objective) => objective.at('kind'))].filter(isOpen);
  if (open.length > 0) return waits(...open);
  if (list.state === 'unknown') return waits(list);
  return gap({ ends: [list], message: `No weight is stated for ${quotedNames(subject, left)}.` });
}

function notAllZero(weights: readonly WeightReader[]): Outcome {
  const alphas = weights.map((weight) => weight.at('alpha'));
  if (alphas.length === 0 || alphas.some(({ value }) => value !== 0)) return notApplicable;
  return contradiction({ ends: alphas, message: 'Every weight is 0, so nothing is optimised.', formula: 'some α ≠ 0' });
}

/** A negative weight is right for what should be low, and wrong for what should be high. */
function signFits(subject: Subject, objectives: readonly ObjectiveReader[], weight: WeightReader): Outcome {
  const alpha = weight.at('alpha');
  if (alpha.value === undefined || alpha.value >= 0) return notApplicable;
  const objective = objectives.find(({ id }) => id === weight.at('objective').value);
  if (objective === undefined || objective.at('kind').value === 'constrain') return notApplicable;
  const metric = metricItems(subject).find(({ id }) => id === objective.at('metric').value);
  if (metric === undefined) return notApplicable;
  const direction = metric.at('direction');
  return given([direction], (better) =>
    better === 'up'
      ? contradiction({
          ends: [alpha, direction],
          message: `The weight of ${quotedName(subject, objective)} is ${number(alpha.value ?? 0)}, which asks for less of what should be high.`,
          formula: 'α ≥ 0 where higher is better',
        })
      : pass,
  );
}

function sumAsStated({ read }: Subject, weights: readonly WeightReader[]): Outcome {
  const rule = read.section('objectives').at('weightSum');
  const sum = objectiveValues(read.worksheet).find(({ id }) => id === 'weight-sum')?.result;
  if (rule.value !== 'one' || sum?.state !== 'value') return notApplicable;
  if (Math.abs(sum.value - 1) <= SUMS_MAY_MISS + 1e-12) return pass;
  return contradiction({
    ends: [...weights.map((weight) => weight.at('alpha')), rule],
    message: `The weights are to add up to 1, and they add up to ${sum.shown}.`,
    numbers: [numberUsed('Weights together', sum.value, { symbol: 'Σα' })],
    formula: '|Σα − 1| ≤ 0.01',
  });
}

function scoresOnOneScale(subject: Subject): Outcome {
  const section = subject.read.section('objectives');
  const combination = section.at('combination');
  return given([combination], (how) => {
    if (how !== 'weighted-score') return notApplicable;
    const weighed = section.items('items').filter((objective) => objective.at('kind').value !== 'constrain');
    if (weighed.length === 0) return waits(section.whole('items'));
    if (weighed.length === 1) return notApplicable;
    const scales = weighed.map((objective) => objective.at('scoreScale'));
    const known = scales.flatMap(({ value }) => (value === undefined ? [] : [value]));
    const different = [...new Set(known)];
    if (different.length > 1) {
      return contradiction({
        ends: scales.filter(({ value }) => value !== undefined),
        message: `Scores on different scales are weighted (${listed(different.map((scale) => scoreScales[scale].toLowerCase()))}), so each weight also converts one scale into another.`,
      });
    }
    const open = scales.filter(isOpen);
    if (open.length > 0) return waits(...open);
    // Whether raw outputs are alike depends on what the models predict.
    if (different[0] === 'raw' || different[0] === undefined) return notApplicable;
    return different[0] === 'probability' ? calibratedScores(subject, weighed) : pass;
  });
}

function calibratedScores(subject: Subject, weighed: readonly ObjectiveReader[]): Outcome {
  const marks = weighed.map((objective) => objective.at('scoreCalibrated'));
  const off = weighed.filter((objective) => objective.at('scoreCalibrated').value === false);
  if (off.length === 0) {
    const open = marks.filter(isOpen);
    return open.length > 0 ? waits(...open) : pass;
  }
  return contradiction({
    severity: 'warning',
    ends: marks.filter(({ value }) => value === false),
    message: `Probabilities are weighted, and ${off.length === 1 ? 'that' : 'those'} of ${quotedNames(subject, off)} ${off.length === 1 ? 'is' : 'are'} not calibrated: each training shifts the balance.`,
  });
}
