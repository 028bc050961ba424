import { derivedValue } from '../readings/derived-value.ts';
import { number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import type { Reader } from '../reader.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import type { Worksheet } from '../../worksheets/all-sections.ts';

const KOHAVI = 'R. Kohavi, D. Tang and Y. Xu, Trustworthy Online Controlled Experiments (2020)';
const EXPERIMENT = 'operations.experiment';

/** How it goes live, and whether the experiment can be believed. */
export const rolloutRules: readonly RuleDefinition[] = [
  {
    id: 'OPS-05',
    version: 1,
    title: 'Feedback that is dealt with',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['operations.predictionsAffectLabels', 'operations.feedbackMitigation'],
    bounds: [],
    principle: 'A model that decides what it will later learn from confirms itself.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 8, on degenerate feedback loops',
    check({ read }) {
      const section = read.section('operations');
      const [affects, mitigation] = [section.at('predictionsAffectLabels'), section.at('feedbackMitigation')];
      return given([affects], (yes) => {
        if (!yes) return pass;
        const message = 'Predictions change what is learnt later, and nothing is done about it.';
        return mitigation.value === 'none'
          ? contradiction({ ends: [mitigation, affects], message })
          : needed([mitigation], { message });
      });
    },
  },
  {
    id: 'OPS-06',
    version: 1,
    title: 'A small step first',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['operations.rollout'],
    bounds: [],
    principle:
      'Results offline do not survive the first contact with users as they are; a small step makes that cheap.',
    source: 'Breck et al., The ML Test Score (2017), Infrastructure 6',
    check({ read }) {
      const rollout = read.section('operations').at('rollout');
      return given([rollout], (steps) =>
        steps[0] === 'big-bang'
          ? contradiction({
              ends: [rollout],
              message: 'All traffic moves over at once, before anything was seen in production.',
              remedy: { label: 'Begin in shadow or with a canary' },
            })
          : pass,
      );
    },
  },
  {
    id: 'OPS-07',
    version: 1,
    title: 'Counted by what was assigned',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['operations.rollout', `${EXPERIMENT}.unit`, `${EXPERIMENT}.analysisUnit`, `${EXPERIMENT}.interference`],
    bounds: [],
    principle:
      'What belongs together is assigned together; counted by something smaller, or with groups that touch each other, the error comes out too small or the effect wrong.',
    source: `${KOHAVI}, chapters 14, 18 and 22`,
    check: (subject) =>
      inExperiment(subject, (experiment) => [sameUnit(subject, experiment), apart(subject, experiment)]),
  },
  {
    id: 'OPS-08',
    version: 1,
    title: 'Several metrics that decide',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'operations.rollout',
      `${EXPERIMENT}.metricsTested`,
      `${EXPERIMENT}.correction`,
      `${EXPERIMENT}.alpha`,
      `${EXPERIMENT}.metric`,
      'metrics.items.alpha',
    ],
    bounds: [],
    principle: 'Twenty metrics at a level of 5 % give one finding from nothing.',
    source: 'S. Holm, A simple sequentially rejective multiple test procedure (1979); 1 − (1 − α)ᵐ',
    check: (subject) => inExperiment(subject, (experiment) => [severalMetrics(subject, experiment)]),
  },
  {
    id: 'OPS-09',
    version: 1,
    title: 'Several looks at the result',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['operations.rollout', `${EXPERIMENT}.looks`, `${EXPERIMENT}.peeking`],
    bounds: [],
    principle: 'Each look is another chance to be fooled: ten of them raise a level of 5 % to 19 %.',
    source:
      'P. Armitage, C. K. McPherson and B. C. Rowe, Repeated significance tests on accumulating data (1969); R. Johari et al., Peeking at A/B tests (2017)',
    check: (subject) => inExperiment(subject, (experiment) => [severalLooks(subject, experiment)]),
  },
  {
    id: 'OPS-10',
    version: 1,
    title: 'Outcomes of one decision only',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: ['operations.outcomeObservedFor', 'operations.predictionsAffectLabels'],
    bounds: [],
    principle: 'Where the outcome is seen only after one decision, whoever decides chooses which labels there will be.',
    source: 'H. Lakkaraju et al., The selective labels problem (2017)',
    check({ read }) {
      const section = read.section('operations');
      const [seen, affects] = [section.at('outcomeObservedFor'), section.at('predictionsAffectLabels')];
      return given([seen, affects], (outcome, yes) =>
        outcome === 'all' || yes
          ? pass
          : contradiction({
              ends: [affects, seen],
              message:
                'The outcome is seen after one of the decisions only, so predictions do decide which labels there will be.',
              remedy: {
                label: 'Say that predictions change what is learnt later, and what is done about it',
                path: affects.path,
                value: true,
              },
            }),
      );
    },
  },
  {
    id: 'OPS-11',
    version: 1,
    title: 'An experiment that checks itself',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'operations.rollout',
      `${EXPERIMENT}.sampleRatioCheck`,
      `${EXPERIMENT}.wholeWeeks`,
      `${EXPERIMENT}.maxDays`,
    ],
    bounds: [],
    principle: 'Groups of the wrong size have lost units, never at random; and people are others at weekends.',
    source: `${KOHAVI}, chapters 3 and 21`,
    check: (subject) => inExperiment(subject, (experiment) => [ratioChecked(experiment), wholeWeeks(experiment)]),
  },
];

type Experiment = Reader<Worksheet['operations']['experiment']>;

/** A bandit moves traffic as it learns, and is no test of a hypothesis. */
function inExperiment(
  { read }: Subject,
  judge: (experiment: Experiment) => readonly Outcome[],
): Outcome | readonly Outcome[] {
  const section = read.section('operations');
  const rollout = section.at('rollout');
  if (rollout.value === undefined) return rollout.state === 'not-applicable' ? notApplicable : waits(rollout);
  const isTest = rollout.value.includes('ab') || rollout.value.includes('interleaving');
  return isTest ? judge(section.group('experiment')) : notApplicable;
}

function sameUnit({ read }: Subject, experiment: Experiment): Outcome {
  const [unit, counted] = [experiment.at('unit'), experiment.at('analysisUnit')];
  return given([unit, counted], (assigned, analysed) =>
    assigned === analysed
      ? pass
      : contradiction({
          ends: [counted, unit],
          message: `Groups are assigned by ${lowered(shownValue(read.worksheet, unit))} and counted by ${lowered(shownValue(read.worksheet, counted))}, so the error comes out wrong unless it is computed for that.`,
          remedy: {
            label: `Count by ${lowered(shownValue(read.worksheet, unit))}`,
            path: counted.path,
            value: assigned,
          },
        }),
  );
}

function apart({ read }: Subject, experiment: Experiment): Outcome {
  const [interference, unit] = [experiment.at('interference'), experiment.at('unit')];
  return given([interference, unit], (touches, assigned) =>
    !touches || assigned === 'cluster' || assigned === 'time-slot'
      ? pass
      : contradiction({
          ends: [interference, unit],
          message: `One group affects the other, so assigned by ${lowered(shownValue(read.worksheet, unit))} their difference is not the effect.`,
          remedy: { label: 'Assign by region, cluster or time slot' },
        }),
  );
}

function severalMetrics(subject: Subject, experiment: Experiment): Outcome {
  const [tested, correction] = [experiment.at('metricsTested'), experiment.at('correction')];
  return given([tested, correction], (count, how) => {
    if (count <= 1 || how !== 'none') return pass;
    const chance = derivedValue(subject, 'experiment-false-finding');
    return contradiction({
      ends: [correction, tested],
      message: `${number(count)} metrics may decide and nothing corrects for it${chance === undefined ? '' : `: if they are independent, ${percent(chance)} of changes without effect look like one`}.`,
      numbers: [
        numberUsed('Metrics that decide', count, { symbol: 'm', from: tested }),
        ...(chance === undefined ? [] : [shareUsed('Chance of a finding from nothing', chance)]),
      ],
      formula: '1 − (1 − α)ᵐ',
      remedy: { label: 'Use Holm’s correction', path: correction.path, value: 'holm' },
    });
  });
}

function severalLooks({ read }: Subject, experiment: Experiment): Outcome {
  const [looks, peeking] = [experiment.at('looks'), experiment.at('peeking')];
  return given([looks, peeking], (count, how) =>
    count <= 1 || how !== 'none'
      ? pass
      : contradiction({
          ends: [peeking, looks],
          message: `Somebody looks ${shownValue(read.worksheet, looks)} times at a result that may stop it, and nothing corrects for that.`,
          numbers: [numberUsed('Looks', count, { from: looks })],
          remedy: { label: 'Look once, or use a sequential test', path: peeking.path, value: 'sequential' },
        }),
  );
}

function ratioChecked(experiment: Experiment): Outcome {
  const check = experiment.at('sampleRatioCheck');
  return given([check], (isChecked) =>
    isChecked
      ? pass
      : contradiction({
          ends: [check],
          message: 'Nobody checks whether the groups have the size they should have, so lost units go unseen.',
        }),
  );
}

const DAYS_OF_A_WEEK = 7;

function wholeWeeks(experiment: Experiment): Outcome {
  const [whole, days] = [experiment.at('wholeWeeks'), experiment.at('maxDays')];
  return given([whole], (isWhole) => {
    if (!isWhole) {
      return contradiction({
        ends: [whole, days],
        message: 'The experiment does not run whole weeks, so some days of the week count more than others.',
      });
    }
    return days.value === undefined || days.value >= DAYS_OF_A_WEEK
      ? pass
      : contradiction({
          ends: [days, whole],
          message: `The experiment is to run whole weeks and ends after ${number(days.value)} ${days.value === 1 ? 'day' : 'days'}.`,
          formula: 'days ≥ 7',
        });
  });
}

function lowered(words: string): string {
  return words.toLowerCase();
}
