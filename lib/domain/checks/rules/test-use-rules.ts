import { quotedName, quotedNames } from '../words/item-name.ts';
import { metricItems, metricList } from '../readings/metric-reading.ts';
import { listed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { SPLIT_READS, splitsWithRole } from '../readings/sampling-reading.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapters 4 and 5';
const KN =
  'S. Kapoor and A. Narayanan, Leakage and the reproducibility crisis in machine-learning-based science (2023)';

/** What saw which data, and whether the test stands for production. */
export const testUseRules: readonly RuleDefinition[] = [
  {
    id: 'SMP-09',
    version: 1,
    title: 'Resampling after the split',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.resamplingStage'],
    bounds: [],
    principle: 'What is copied before the split stands on both sides of it.',
    source: DMLS,
    check({ read }) {
      const stage = read.section('sampling').at('resamplingStage');
      return given([stage], (when) => {
        if (when === 'none' || when === 'train-only-after-split') return pass;
        return contradiction({
          ends: [stage],
          message:
            when === 'before-split'
              ? 'Cases are resampled before the split, so the test holds copies of training cases or other shares than production.'
              : 'The test is resampled as well, so it holds other shares than production.',
          remedy: { label: 'Resample training alone', path: stage.path, value: 'train-only-after-split' },
        });
      });
    },
  },
  {
    id: 'SMP-10',
    version: 1,
    title: 'Evaluation on cases as they come',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...SPLIT_READS, 'sampling.splits.resampled', 'imbalance.evaluatedOnResampled'],
    bounds: [],
    principle: 'Resampling is for training: what production sees is not resampled.',
    source: DMLS,
    check: evaluatedAsItComes,
  },
  {
    id: 'SMP-11',
    version: 1,
    title: 'Nothing is fitted on the test',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.preprocessingFitOn', 'sampling.featureSelectionOn'],
    bounds: [],
    principle: 'Whatever is estimated before training is part of the training, and must not see the test.',
    source: `C. Ambroise and G. J. McLachlan, PNAS 99 (2002); ${KN}, L1.2`,
    check({ read }) {
      const sampling = read.section('sampling');
      const [preparation, selection] = [sampling.at('preprocessingFitOn'), sampling.at('featureSelectionOn')];
      return [
        given([preparation], (on) =>
          on === 'train-only'
            ? pass
            : contradiction({
                severity: 'warning',
                ends: [preparation],
                message: 'Preprocessing is fitted on all data, so numbers of the test get into training.',
                remedy: { label: 'Fit on training alone', path: preparation.path, value: 'train-only' },
              }),
        ),
        given([selection], (on) =>
          on === 'train-only'
            ? pass
            : contradiction({
                ends: [selection],
                message:
                  'Features are chosen or encoded with the labels of the test, which makes even noise look useful.',
                remedy: { label: 'Fit on training alone', path: selection.path, value: 'train-only' },
              }),
        ),
      ];
    },
  },
  {
    id: 'SMP-16',
    version: 1,
    title: 'A test that looks like production',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.testMatchesProduction', 'sampling.testMatchesProductionWhy'],
    bounds: [],
    principle: 'A result holds for cases like those it was measured on.',
    source: DMLS,
    check({ read }) {
      const sampling = read.section('sampling');
      const [matches, why] = [sampling.at('testMatchesProduction'), sampling.at('testMatchesProductionWhy')];
      return given([matches], (isAlike) => {
        if (isAlike) return pass;
        // Who knows where it differs can read the result with that in mind.
        return contradiction(
          why.value === undefined
            ? {
                ends: [matches, why],
                message: 'The test does not look like production, and nothing says where it differs.',
              }
            : {
                severity: 'info',
                ends: [matches, why],
                message: 'The test does not look like production: read its results with the difference in mind.',
              },
        );
      });
    },
  },
  {
    id: 'SMP-18',
    version: 1,
    title: 'Nothing is chosen on the test',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...SPLIT_READS,
      'sampling.thresholdChosenOn',
      'sampling.calibrationFittedOn',
      'sampling.hyperparametersChosenOn',
      'sampling.earlyStoppedOn',
    ],
    bounds: [],
    principle: 'A test that had a say in the choice flatters what was chosen.',
    source: `${KN}, L1`,
    check: chosenElsewhere,
  },
  {
    id: 'SMP-19',
    version: 1,
    title: 'Clicks that the old ranking allowed',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'framing.taskType',
      'labels.labelType',
      'sampling.loggedPolicy',
      'metrics.items',
      'metrics.items.kind',
      'metrics.items.measuredWhere',
    ],
    bounds: [],
    principle: 'People click what they are shown, so a log favours the policy that wrote it.',
    source: 'A. Swaminathan and T. Joachims, JMLR 16 (2015)',
    check: correctedForPolicy,
  },
];

function evaluatedAsItComes(subject: Subject): Outcome {
  const evaluated = subject.read.section('imbalance').at('evaluatedOnResampled');
  const tests = splitsWithRole(subject, 'test');
  const marks = tests.map((split) => split.at('resampled'));
  const resampled = tests.filter((split) => split.at('resampled').value === true);
  const ends = [...(evaluated.value === true ? [evaluated] : []), ...marks.filter(({ value }) => value === true)];
  if (ends.length > 0) {
    return contradiction({
      ends,
      message:
        resampled.length === 0
          ? 'It is evaluated on resampled data, which no longer has the shares of production.'
          : `It is evaluated on ${quotedNames(subject, resampled)}, resampled, which no longer has the shares of production.`,
    });
  }
  if (evaluated.value === false || marks.some(({ value }) => value === false)) return pass;
  return evaluated.state === 'not-applicable' ? notApplicable : waits(evaluated);
}

function chosenElsewhere(subject: Subject): Outcome | Outcome[] {
  const { read } = subject;
  const sampling = read.section('sampling');
  const tests = new Map(splitsWithRole(subject, 'test').map((split) => [split.id, split]));
  const choices = [
    { chosen: sampling.at('thresholdChosenOn'), what: 'the threshold', isUsual: true },
    { chosen: sampling.at('hyperparametersChosenOn'), what: 'hyperparameters', isUsual: true },
    { chosen: sampling.at('calibrationFittedOn'), what: 'the calibration', isUsual: false },
    { chosen: sampling.at('earlyStoppedOn'), what: 'when to stop', isUsual: false },
  ];
  const onTest = choices.filter(({ chosen }) => tests.has(chosen.value ?? ''));
  if (onTest.length > 0) {
    const [first] = onTest;
    const test = tests.get(first?.chosen.value ?? '');
    const others = splitsWithRole(subject, 'validation');
    const [only] = others;
    const isClear = onTest.length === 1 && others.length === 1 && first !== undefined && only !== undefined;
    const what = listed(onTest.map((choice) => choice.what));
    return contradiction({
      ends: onTest.map(({ chosen }) => chosen),
      message: `${test === undefined ? 'The test' : quotedName(subject, test)} is the test, and ${what} ${onTest.length === 1 && what !== 'hyperparameters' ? 'is' : 'are'} chosen on it.`,
      ...(isClear
        ? { remedy: { label: `Choose on ${quotedName(subject, only)}`, path: first.chosen.path, value: only.id } }
        : {}),
    });
  }
  // Not every model is calibrated or stopped early, so these are not waited for.
  const asked = choices.filter(({ chosen, isUsual }) => isUsual || chosen.value !== undefined);
  const roles = new Map(sampling.items('splits').map((split) => [split.id, split.at('role')]));
  return asked.map(({ chosen }) =>
    given([chosen], (id) => {
      const role = roles.get(id);
      return role !== undefined && isOpen(role) ? waits(role) : pass;
    }),
  );
}

function correctedForPolicy(subject: Subject): Outcome {
  const { read } = subject;
  const policy = read.section('sampling').at('loggedPolicy');
  const type = read.section('labels').at('labelType');
  return given([read.section('framing').at('taskType'), type, policy], (_, kind, correction) => {
    if (kind !== 'natural-implicit') return notApplicable;
    if (correction !== 'none') return pass;
    const metrics = metricItems(subject).filter((metric) => metric.at('kind').value === 'model');
    if (metrics.length === 0) return waits(metricList(subject));
    const places = metrics.map((metric) => metric.at('measuredWhere'));
    const offline = places.filter(({ value }) => value === 'offline-test' || value === 'offline-backtest');
    const open = places.filter(isOpen);
    if (offline.length === 0) return open.length > 0 ? waits(...open) : pass;
    const isTriedOnline = metricItems(subject).some((metric) => metric.at('measuredWhere').value === 'online-ab');
    return contradiction({
      severity: isTriedOnline ? 'warning' : 'error',
      ends: [policy, ...offline, type],
      message: `Logged behaviour is what today’s ranking allowed, and nothing corrects for that: offline results favour whatever ranks like it${isTriedOnline ? ', so let the experiment decide' : ''}.`,
    });
  });
}
