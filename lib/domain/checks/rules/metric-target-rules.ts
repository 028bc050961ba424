import { imbalance } from '../../calculators/imbalance.ts';
import {
  everyMetric,
  hasFormula,
  isMeasuredOffline,
  isOfModel,
  isWithin,
  MEASURED_PREVALENCE_READS,
  metricName,
  metricsWith,
  noneSuch,
  prevalenceMeasuredAt,
  yesNoPrevalence,
} from '../readings/metric-reading.ts';
import type { MetricReader } from '../readings/metric-reading.ts';
import { number, numberUsed, percent, shareUsed, wordedLike } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import type { Remedy } from '../report.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { shareFormulas } from '../readings/task-tables.ts';
import { comparable } from '../readings/unit-typed.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 6';
const TARGETS = ['metrics.items.kind', 'metrics.items.formula', 'metrics.items.direction', 'metrics.items.targetValue'];

/** Whether the targets are possible and beyond chance. */
export const metricTargetRules: readonly RuleDefinition[] = [
  {
    id: 'MET-02',
    version: 1,
    title: 'Accuracy beyond the majority',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...TARGETS, ...MEASURED_PREVALENCE_READS],
    bounds: [],
    principle: 'Always answering with the commonest class is the accuracy to beat.',
    source: DMLS,
    check: accuracyBeyondMajority,
  },
  {
    id: 'MET-04',
    version: 1,
    title: 'PR AUC beyond chance',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...TARGETS, ...MEASURED_PREVALENCE_READS],
    bounds: ['MET-04.gain'],
    principle: 'A random ranking has a PR AUC equal to the share of positives; small samples scatter above it.',
    source: 'T. Saito and M. Rehmsmeier, PLoS ONE 10 (2015)',
    check: (subject) =>
      perTarget(subject, metricsWith(subject, 'pr-auc'), (metric, target, share, prevalence) => {
        const { prAucBaseline } = imbalance.compute({ prevalence: share });
        if (prAucBaseline === null || prAucBaseline === 1) return notApplicable;
        const gain = (target - prAucBaseline) / (1 - prAucBaseline);
        if (gain > subject.profile['MET-04.gain']) return pass;
        const shown = shownValue(subject.read.worksheet, metric.at('targetValue'));
        return contradiction({
          severity: gain <= 0 ? 'error' : 'warning',
          ends: [metric.at('targetValue'), prevalence],
          message:
            gain <= 0
              ? `The PR AUC target of ${shown} is no better than chance: a random ranking reaches ${wordedLike(metric.at('targetValue'), prAucBaseline)} at ${percent(share)} positives.`
              : `The PR AUC target of ${shown} is close to chance: a random ranking reaches ${wordedLike(metric.at('targetValue'), prAucBaseline)} at ${percent(share)} positives.`,
          numbers: [
            numberUsed('Target', target, { symbol: 't', from: metric.at('targetValue') }),
            shareUsed('Share of positives', share, { symbol: 'π', from: prevalence }),
          ],
          formula: `(t − π) / (1 − π) > ${number(subject.profile['MET-04.gain'])}`,
          calculator: { id: imbalance.id, input: { prevalence: share } },
        });
      }),
  },
  {
    id: 'MET-05',
    version: 1,
    title: 'F1 beyond flagging everything',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...TARGETS, 'metrics.items.beta', ...MEASURED_PREVALENCE_READS],
    bounds: [],
    principle: 'Flagging every case has a recall of 1 and a precision equal to the share of positives.',
    source: 'F1 = 2 · precision · recall / (precision + recall) with recall 1 and precision π',
    check: (subject) =>
      perTarget(subject, metricsWith(subject, 'f-beta'), (metric, target, share, prevalence) => {
        const beta = metric.at('beta');
        if (beta.value === undefined) return waits(beta);
        const { f1AllPositive } = imbalance.compute({ prevalence: share });
        if (beta.value !== 1 || f1AllPositive === null) return notApplicable;
        if (target > f1AllPositive) return pass;
        return contradiction({
          ends: [metric.at('targetValue'), prevalence],
          message: `Flagging every case already has an F1 of ${wordedLike(metric.at('targetValue'), f1AllPositive)} at ${percent(share)} positives, and the target is ${shownValue(subject.read.worksheet, metric.at('targetValue'))}.`,
          numbers: [
            numberUsed('Target', target, { from: metric.at('targetValue') }),
            shareUsed('Share of positives', share, { symbol: 'π', from: prevalence }),
            numberUsed('F1 of flagging everything', f1AllPositive),
          ],
          formula: 'target > 2π / (1 + π)',
          calculator: { id: imbalance.id, input: { prevalence: share } },
        });
      }),
  },
  {
    id: 'MET-10',
    version: 1,
    title: 'Targets that are possible and forward',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      ...TARGETS,
      'metrics.items.role',
      'metrics.items.baselineValue',
      'metrics.items.minimumAcceptable',
      'metrics.items.rangeMin',
      'metrics.items.rangeMax',
    ],
    bounds: [],
    principle:
      'A share lies between 0 and 1, and a target lies beyond the present value in the direction that is better.',
    source: 'Definitions of the metrics',
    check: (subject) =>
      everyMetric(subject, (metric) => {
        const share = possible(subject, metric);
        // A value that is none is the cause of whatever else would be wrong with it.
        return share.outcome === 'found'
          ? [share]
          : [share, forward(subject, metric), floorBelowTarget(subject, metric)];
      }),
  },
  {
    id: 'MET-13',
    version: 1,
    title: 'Targets at the share of positives in production',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [...TARGETS, ...MEASURED_PREVALENCE_READS],
    bounds: ['MET-13.shift'],
    principle:
      'Precision and what is built on it move with the share of positives; recall and false positive rate do not.',
    source: 'C. Elkan, The foundations of cost-sensitive learning, IJCAI (2001); Bayes',
    check: shiftedTargets,
  },
  {
    id: 'MET-21',
    version: 1,
    title: 'Recall, false positive rate and precision agree',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...TARGETS, 'metrics.items.baselineValue', ...MEASURED_PREVALENCE_READS],
    bounds: ['MET-21.disagreement'],
    principle: 'Any three of recall, false positive rate, precision and share of positives settle the fourth.',
    source: 'Bayes',
    check: ratesAgree,
  },
];

type Judge = (metric: MetricReader, target: number, share: number, prevalence: Read<number>) => Outcome;

/** Judges each of these metrics with its target and the share of positives where it is measured. */
function perTarget(subject: Subject, metrics: readonly MetricReader[], judge: Judge): Outcome | Outcome[] {
  if (metrics.length === 0) return noneSuch(subject);
  return metrics.map((metric) => {
    const prevalence = prevalenceMeasuredAt(subject, metric);
    return given([metric.at('targetValue'), prevalence], (target, share) => judge(metric, target, share, prevalence));
  });
}

function accuracyBeyondMajority(subject: Subject): Outcome | Outcome[] {
  const framing = subject.read.section('framing');
  const metrics = metricsWith(subject, 'accuracy');
  if (metrics.length === 0) return noneSuch(subject);
  const shares = framing.items('classes').map((item) => item.at('expectedShare'));
  const severalClasses = framing.at('taskType').value === 'multiclass';
  if (severalClasses && shares.length === 0) return waits(framing.whole('classes'));
  return metrics.map((metric) => {
    const target = metric.at('targetValue');
    const judge = (wanted: number, majority: number, end: Read<number>): Outcome => {
      if (wanted > majority) return pass;
      return contradiction({
        ends: [target, end],
        message: `The accuracy target of ${shownValue(subject.read.worksheet, target)} is met by always answering with the majority, which scores ${percent(majority)}.`,
        numbers: [
          shareUsed('Target', wanted, { from: target }),
          shareUsed('Accuracy of the majority', majority, { from: end }),
        ],
        formula: 'target > max(share of a class)',
      });
    };
    if (!severalClasses) {
      const prevalence = prevalenceMeasuredAt(subject, metric);
      return given([target, prevalence], (wanted, share) =>
        judge(wanted, imbalance.compute({ prevalence: share }).majorityAccuracy, prevalence),
      );
    }
    const open = shares.filter((share) => share.value === undefined);
    if (open.length > 0) return waits(...open);
    const largest = shares.reduce((one, other) => ((other.value ?? 0) > (one.value ?? 0) ? other : one));
    return given([target, largest], (wanted, share) => judge(wanted, share, largest));
  });
}

function possible(subject: Subject, metric: MetricReader): Outcome {
  const formula = metric.at('formula').value;
  if (!isOfModel(metric) || formula === undefined || !shareFormulas.includes(formula)) return notApplicable;
  const values = [
    metric.at('targetValue'),
    metric.at('baselineValue'),
    metric.at('minimumAcceptable'),
    metric.at('rangeMin'),
    metric.at('rangeMax'),
  ].filter((read) => read.value !== undefined);
  if (values.length === 0) return waits(metric.at('targetValue'));
  const outside = values.find(({ value = 0 }) => value < 0 || value > 1);
  if (outside === undefined) return pass;
  const percentage = asPercentage(outside);
  return contradiction({
    ends: [outside],
    message: `${metricName(subject, metric)} lies between 0 and 1, and ${shownValue(subject.read.worksheet, outside)} does not${percentage.remedy === undefined ? '' : '; a percentage is written with its sign'}.`,
    formula: '0 ≤ value ≤ 1',
    ...percentage,
  });
}

/** '71' where a share is meant is most likely 71 %. */
function asPercentage({ path, value = 0, answer }: Read<number>): { readonly remedy?: Remedy } {
  const typed = answer.state === 'answered' ? answer.typed.trim() : '';
  if (value <= 1 || value > 100 || !/^~?[\d.]+$/.test(typed)) return {};
  return { remedy: { label: `Use ${typed} %`, path, value: `${typed} %` } };
}

function forward(subject: Subject, metric: MetricReader): Outcome {
  const reads = [metric.at('direction'), metric.at('targetValue'), metric.at('baselineValue')] as const;
  return given(reads, (direction, target, now) => {
    // A guardrail says how far it may get worse.
    if (direction === 'in-range' || metric.at('role').value === 'guardrail') return notApplicable;
    const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
    if (!comparable(reads[1], reads[2])) {
      return contradiction({
        severity: 'warning',
        ends: [reads[1], reads[2]],
        message: `The target of ${metricName(subject, metric)} is ${shown(reads[1])} and it stands at ${shown(reads[2])}: give both the same unit.`,
      });
    }
    if (direction === 'up' ? target >= now : target <= now) return pass;
    return contradiction({
      ends: [reads[1], reads[2], reads[0]],
      message: `The target of ${metricName(subject, metric)} points backwards: from ${shown(reads[2])} to ${shown(reads[1])}, where ${direction === 'up' ? 'higher' : 'lower'} is better.`,
      formula: direction === 'up' ? 'target ≥ now' : 'target ≤ now',
    });
  });
}

function floorBelowTarget(subject: Subject, metric: MetricReader): Outcome {
  const floor = metric.at('minimumAcceptable');
  if (floor.value === undefined) return notApplicable;
  return given([metric.at('direction'), metric.at('targetValue'), floor], (direction, target, least) => {
    if (direction === 'in-range' || !comparable(floor, metric.at('targetValue'))) return notApplicable;
    if (direction === 'up' ? least <= target : least >= target) return pass;
    const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
    return contradiction({
      ends: [floor, metric.at('targetValue')],
      message: `The floor of ${metricName(subject, metric)}, ${shown(floor)}, is harder to reach than its target, ${shown(metric.at('targetValue'))}.`,
      formula: direction === 'up' ? 'floor ≤ target' : 'floor ≥ target',
    });
  });
}

function shiftedTargets(subject: Subject): Outcome | Outcome[] {
  const metrics = metricsWith(subject, 'precision', 'f-beta', 'pr-auc', 'accuracy', 'mcc', 'expected-cost').filter(
    isMeasuredOffline,
  );
  if (metrics.length === 0) return noneSuch(subject);
  const test = subject.read.section('imbalance').at('prevalenceTest');
  const live = yesNoPrevalence(subject);
  return metrics.map((metric) => {
    const target = metric.at('targetValue');
    return given([target, test, live], (wanted, tested, produced) => {
      const isShare = shareFormulas.some((formula) => hasFormula(metric, formula));
      if (isShare && (wanted < 0 || wanted > 1)) return notApplicable;
      if (isWithin(subject.profile['MET-13.shift'], tested, produced)) return pass;
      const isPrecision = hasFormula(metric, 'precision');
      const input = {
        prevalence: produced,
        ...(isPrecision ? { precision: wanted, measuredPrevalence: tested } : {}),
      };
      const reads = isPrecision ? imbalance.compute(input).precisionAtPrevalence : null;
      const shown = shownValue(subject.read.worksheet, target);
      return contradiction({
        ends: [target, test, live],
        message:
          reads === null
            ? `The ${metricName(subject, metric)} target of ${shown} is for a test set with ${percent(tested)} positives, and will read another value at ${percent(produced)} in production.`
            : `The ${metricName(subject, metric)} target of ${shown} will read ${wordedLike(target, reads)} in production: the test set has ${percent(tested)} positives, production ${percent(produced)}.`,
        numbers: [
          shareUsed('Share in the test set', tested, { symbol: 'πt', from: test }),
          shareUsed('Share in production', produced, { symbol: 'π', from: live }),
          ...(reads === null ? [] : [numberUsed('Precision in production', reads)]),
        ],
        ...(reads === null ? {} : { formula: 'odds of precision × odds of π / odds of πt' }),
        calculator: { id: imbalance.id, input },
      });
    });
  });
}

function ratesAgree(subject: Subject): Outcome | Outcome[] {
  const [recall, fpr, precision] = [
    metricsWith(subject, 'recall')[0],
    metricsWith(subject, 'fpr')[0],
    metricsWith(subject, 'precision')[0],
  ];
  if (recall === undefined || fpr === undefined || precision === undefined) return noneSuch(subject);
  const prevalence = prevalenceMeasuredAt(subject, precision);
  return (['targetValue', 'baselineValue'] as const).map((key) => {
    const reads = [recall.at(key), fpr.at(key), precision.at(key), prevalence] as const;
    return given(reads, (sensitivity, falseAlarms, stated, share) => {
      const outside = [sensitivity, falseAlarms, stated].some((rate) => rate < 0 || rate > 1);
      if (outside || stated === 0) return notApplicable;
      const input = { prevalence: share, sensitivity, specificity: 1 - falseAlarms };
      const { ppv } = imbalance.compute(input);
      if (ppv === null) return notApplicable;
      if (isWithin(subject.profile['MET-21.disagreement'], ppv, stated)) return pass;
      const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
      return contradiction({
        ends: [reads[2], reads[1], reads[0], prevalence],
        message: `Recall of ${shown(reads[0])} and a false positive rate of ${shown(reads[1])} at ${percent(share)} positives imply a precision of ${wordedLike(reads[2], ppv)}, not ${shown(reads[2])}.`,
        numbers: [
          numberUsed('Recall', sensitivity, { symbol: 'TPR', from: reads[0] }),
          numberUsed('False positive rate', falseAlarms, { symbol: 'FPR', from: reads[1] }),
          shareUsed('Share of positives', share, { symbol: 'π', from: prevalence }),
          numberUsed('Implied precision', ppv),
        ],
        formula: 'π·TPR / (π·TPR + (1−π)·FPR)',
        calculator: { id: imbalance.id, input },
      });
    });
  });
}
