import { taskTypes } from '../../worksheets/sections/framing-options.ts';
import { metricFormulas } from '../../worksheets/sections/metric-options.ts';
import { imbalance } from '../../calculators/imbalance.ts';
import { guardrail } from './framing-rules.ts';
import {
  hasFormula,
  everyMetric,
  metricItems,
  metricList,
  metricName,
  metricsWith,
  noneSuch,
  primaryModelMetrics,
  YES_NO_PREVALENCE_READS,
  yesNoPrevalence,
} from '../readings/metric-reading.ts';
import type { Formula, MetricReader } from '../readings/metric-reading.ts';
import { percent, shareUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { tasksOfFormula } from '../readings/task-tables.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 6';
const RULE_13 = 'Google, Rules of Machine Learning, rule 13';
const KINDS = ['metrics.items', 'metrics.items.kind', 'metrics.items.role', 'metrics.items.formula'];

/** Which metrics there are, and whether they fit the task. */
export const metricChoiceRules: readonly RuleDefinition[] = [
  {
    id: 'MET-01',
    version: 1,
    title: 'Accuracy where one class is rare',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...KINDS, ...YES_NO_PREVALENCE_READS],
    bounds: ['MET-01.rare'],
    principle: 'Where one class is rare, always answering with the other one is accurate and useless.',
    source: DMLS,
    check: accuracyOfTheRare,
  },
  {
    id: 'MET-06',
    version: 1,
    title: 'ROC AUC alone for a very rare class',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items.kind', 'metrics.items.formula', ...YES_NO_PREVALENCE_READS],
    bounds: ['MET-06.rare'],
    principle: 'ROC AUC does not see how false alarms outnumber hits; precision at the working point does.',
    source: 'T. Saito and M. Rehmsmeier, PLoS ONE 10 (2015)',
    check(subject) {
      const rocAuc = metricsWith(subject, 'roc-auc')[0];
      if (rocAuc === undefined) return noneSuch(subject);
      const prevalence = yesNoPrevalence(subject);
      return given([prevalence], (share) => {
        const seen = metricsWith(subject, ...SEES_FALSE_ALARMS).length > 0;
        if (seen || share >= subject.profile['MET-06.rare']) return pass;
        return contradiction({
          ends: [rocAuc.at('formula'), prevalence],
          message: `ROC AUC is the only ranking metric, and at ${percent(share)} positives it hides the false alarms; add precision at the working point.`,
          numbers: [shareUsed('Share of positives', share, { symbol: 'π', from: prevalence })],
          formula: `π ≥ ${percent(subject.profile['MET-06.rare'])}, or a metric that sees precision`,
        });
      });
    },
  },
  {
    id: 'MET-07',
    version: 1,
    title: 'The model metric drives a business metric',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: [...KINDS, 'metrics.items.drives'],
    bounds: [],
    principle: 'A model metric is worth as much as the business metric that it moves.',
    source: `${DMLS}; ${RULE_13}`,
    check(subject) {
      const byId = new Map(metricItems(subject).map((metric) => [metric.id, metric]));
      return perPrimary(subject, (metric) => drivesBusiness(subject, metric, byId));
    },
  },
  {
    id: 'MET-08',
    version: 1,
    title: 'One primary model metric',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items', 'metrics.items.kind', 'metrics.items.role'],
    bounds: [],
    principle: 'Two primary metrics are none: when they disagree nobody knows which model is better.',
    source: RULE_13,
    check(subject) {
      const items = metricItems(subject);
      const primaries = primaryModelMetrics(subject);
      const message = 'No metric is the primary one of the model.';
      if (primaries.length === 1) return pass;
      if (primaries.length > 1) {
        return contradiction({
          ends: primaries.map((metric) => metric.at('role')),
          message: `${primaries.length} metrics are the primary one of the model: choose one.`,
        });
      }
      const open = items.flatMap((metric) => [metric.at('kind'), metric.at('role')]).filter(isMissing);
      if (open.length > 0) return waits(...open);
      return items.length === 0
        ? needed([metricList(subject)], { message })
        : gap({ ends: [metricList(subject)], message });
    },
  },
  {
    id: 'MET-09',
    version: 1,
    title: 'A guardrail',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: ['metrics.items', 'metrics.items.role'],
    bounds: [],
    principle: 'Whatever is optimised is bought with something else; a guardrail says what must not get worse.',
    source: 'E. Yan, Design documents for ML systems, section 5.4',
    check: (subject) => guardrail(subject, 'No guardrail metric says what must not get worse.'),
  },
  {
    id: 'MET-14',
    version: 1,
    title: 'A metric that sees the tail',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...KINDS, 'imbalance.tailFocus.enabled'],
    bounds: [],
    principle:
      'RMSE, MAE, R² and Tweedie deviance judge the middle: pinball loss judges a quantile, and error by predicted stratum the tail.',
    source: `${DMLS}; T. Gneiting, JASA 106 (2011)`,
    check(subject) {
      const tail = subject.read.section('imbalance').group('tailFocus').at('enabled');
      return perPrimary(subject, (metric) =>
        given([tail, metric.at('formula')], (matters, formula) => {
          if (!matters) return notApplicable;
          if (!hasFormula(metric, 'rmse', 'mae', 'r2', 'tweedie')) return pass;
          return contradiction({
            ends: [metric.at('formula'), tail],
            message: `The tail counts more than the middle, and ${metricFormulas[formula]} judges the middle; use pinball loss or the error by predicted stratum.`,
          });
        }),
      );
    },
  },
  {
    id: 'MET-15',
    version: 1,
    title: 'Calibration where scores are probabilities',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['metrics.items', 'metrics.items.kind', 'metrics.items.formula', 'imbalance.thresholdPolicy'],
    bounds: [],
    principle: 'A threshold of least cost and an expected value are right only for calibrated probabilities.',
    source: DMLS,
    check(subject) {
      const policy = subject.read.section('imbalance').at('thresholdPolicy');
      const costs = metricsWith(subject, 'expected-cost').map((metric) => metric.at('formula'));
      const usesProbabilities = policy.value === 'cost-optimal' || costs.length > 0;
      if (!usesProbabilities) return isOpen(policy) ? waits(policy) : notApplicable;
      if (metricsWith(subject, 'brier', 'log-loss', 'ece').length > 0) return pass;
      return gap({
        ends: policy.value === 'cost-optimal' ? [policy, ...costs] : costs,
        message:
          'Scores are used as probabilities, and no metric measures their calibration; add Brier score or log loss.',
      });
    },
  },
  {
    id: 'MET-16',
    version: 1,
    title: 'Percentage errors of values that can be zero',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items.kind', 'metrics.items.formula', 'framing.targetMin', 'framing.targetMax'],
    bounds: [],
    principle: 'A percentage of zero is not defined, and near zero it explodes.',
    source: 'R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy (2006)',
    check(subject) {
      const framing = subject.read.section('framing');
      const [low, high] = [framing.at('targetMin'), framing.at('targetMax')];
      const percentages = metricsWith(subject, 'mape');
      if (percentages.length === 0) return noneSuch(subject);
      return percentages.map((metric) =>
        given([low], (smallest) => {
          if (smallest > 0 || (high.value ?? 0) < 0) return pass;
          return contradiction({
            ends: [metric.at('formula'), low],
            message: 'MAPE is not defined where the value is zero, and here it can be.',
            formula: 'smallest possible value > 0',
          });
        }),
      );
    },
  },
  {
    id: 'MET-17',
    version: 1,
    title: 'Measured at what people see',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items.kind', 'metrics.items.formula', 'metrics.items.k', 'framing.itemsShown', 'framing.taskType'],
    bounds: [],
    principle: 'A ranking is judged on the items that are shown; what lies below them nobody sees.',
    source: 'C. D. Manning, P. Raghavan and H. Schütze, Introduction to Information Retrieval (2008), section 8.4',
    check(subject) {
      const shown = subject.read.section('framing').at('itemsShown');
      const ranked = metricsWith(subject, 'precision-at-k', 'recall-at-k', 'ndcg-at-k');
      if (ranked.length === 0) return noneSuch(subject);
      // An earlier stage is measured deeper than what people see, as long as something is measured there.
      const seen = ranked.some((metric) => (metric.at('k').value ?? Infinity) <= (shown.value ?? 0));
      return ranked.map((metric) => {
        const k = metric.at('k');
        if (k.value === undefined)
          return needed([k], { message: `${metricName(subject, metric)} does not say at which k.` });
        return given([k, shown], (at, items) => {
          if (at <= items || seen) return pass;
          return contradiction({
            ends: [k, shown],
            message: `${metricName(subject, metric)} is measured at ${at}, and people see ${items}.`,
            formula: 'k ≤ items shown',
          });
        });
      });
    },
  },
  {
    id: 'MET-18',
    version: 1,
    title: 'Something measured in use',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: ['metrics.items', 'metrics.items.measuredWhere'],
    bounds: [],
    principle: 'Offline numbers are evidence about a data set; only use shows what the model does.',
    source: 'Breck et al., The ML Test Score (2017), Model 2',
    check(subject) {
      const places = metricItems(subject).map((metric) => metric.at('measuredWhere'));
      const online = ['shadow', 'online-ab', 'production', 'survey'];
      const message = 'Every metric is measured offline; nothing shows what happens in use.';
      if (places.some((place) => place.value !== undefined && online.includes(place.value))) return pass;
      const open = places.filter(isMissing);
      if (open.length > 0) return waits(...open);
      return places.length === 0
        ? needed([metricList(subject)], { message: 'No metric is measured in use.' })
        : gap({ ends: places, message });
    },
  },
  {
    id: 'MET-20',
    version: 1,
    title: 'Metric fits the task',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items.kind', 'metrics.items.formula', 'framing.taskType'],
    bounds: [],
    principle: 'A metric has to be defined for what is predicted.',
    source: 'Definitions of the metrics',
    check(subject) {
      const task = subject.read.section('framing').at('taskType');
      return everyMetric(subject, (metric) => {
        const formula = metric.at('formula');
        const judged = given([formula, task], (measures, kind) => {
          if (measures === 'custom') return notApplicable;
          if (tasksOfFormula[measures].includes(kind)) return pass;
          return contradiction({
            ends: [formula, task],
            message: `The metric ‘${metricFormulas[measures]}’ does not fit a task of the kind ‘${taskTypes[kind]}’.`,
          });
        });
        return [judged];
      });
    },
  },
  {
    id: 'MET-22',
    version: 1,
    title: 'More than a calibration error',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['metrics.items.kind', 'metrics.items.formula', 'metrics.items.bins'],
    bounds: [],
    principle:
      'The expected calibration error depends on its bins and is above zero for perfect scores (.034 at n = 1,000 and 15 bins).',
    source: 'J. Nixon et al., Measuring calibration in deep learning, CVPR workshops (2019)',
    check(subject) {
      const errors = metricsWith(subject, 'ece');
      if (errors.length === 0) return noneSuch(subject);
      const proper = metricsWith(subject, 'brier', 'log-loss').length > 0;
      return errors.map((metric) => {
        const bins = metric.at('bins');
        if (!proper) {
          return contradiction({
            ends: [metric.at('formula')],
            message:
              'The calibration error is the only metric of calibration, and perfectly calibrated scores show one too; add Brier score or log loss.',
          });
        }
        return needed([bins], { message: 'The calibration error does not say how many bins it has.' });
      });
    },
  },
];

function isMissing(read: Read): boolean {
  return read.value === undefined;
}

function perPrimary(subject: Subject, judge: (metric: MetricReader) => Outcome): Outcome | Outcome[] {
  const primaries = primaryModelMetrics(subject);
  return primaries.length === 0 ? waits(metricList(subject)) : primaries.map(judge);
}

function drivesBusiness(subject: Subject, metric: MetricReader, byId: ReadonlyMap<string, MetricReader>): Outcome {
  const drives = metric.at('drives');
  if (drives.value === undefined) {
    return needed([drives], { message: `${metricName(subject, metric)} is not tied to a business metric.` });
  }
  const driven = byId.get(drives.value);
  if (driven === undefined) return notApplicable;
  return given([driven.at('kind')], (kind) => {
    if (kind === 'business') return pass;
    return contradiction({
      ends: [drives, driven.at('kind')],
      message: `${metricName(subject, metric)} stands for ${metricName(subject, driven)}, which is not a business metric.`,
    });
  });
}

const SEES_FALSE_ALARMS: readonly Formula[] = [
  'pr-auc',
  'precision',
  'precision-at-k',
  'f-beta',
  'mcc',
  'expected-cost',
];
const SEES_THE_MINORITY: readonly Formula[] = ['pr-auc', 'recall', 'expected-cost', 'mcc'];

function accuracyOfTheRare(subject: Subject): Outcome | Outcome[] {
  const prevalence = yesNoPrevalence(subject);
  const beside = metricsWith(subject, ...SEES_THE_MINORITY).length > 0;
  return perPrimary(subject, (metric) =>
    given([metric.at('formula'), prevalence], (formula, share) => {
      if (formula !== 'accuracy') return notApplicable;
      if (Math.min(share, 1 - share) > subject.profile['MET-01.rare']) return pass;
      const { majorityAccuracy } = imbalance.compute({ prevalence: share });
      return contradiction({
        severity: beside ? 'warning' : 'error',
        ends: [metric.at('formula'), prevalence],
        message: `Accuracy is the primary metric, and at ${percent(share)} positives always answering with the majority scores ${percent(majorityAccuracy)}.`,
        numbers: [
          shareUsed('Share of positives', share, { symbol: 'π', from: prevalence }),
          shareUsed('Accuracy of the majority', majorityAccuracy),
        ],
        formula: `min(π, 1 − π) > ${percent(subject.profile['MET-01.rare'])}`,
        calculator: { id: imbalance.id, input: { prevalence: share } },
      });
    }),
  );
}
