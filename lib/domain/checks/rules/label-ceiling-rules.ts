import { derive, type DerivedId } from '../../worksheets/derived.ts';
import {
  hasFormula,
  isMeasuredOffline,
  MEASURED_PREVALENCE_READS,
  metricName,
  metricsWith,
  noneSuch,
  prevalenceMeasuredAt,
} from '../readings/metric-reading.ts';
import type { MetricReader } from '../readings/metric-reading.ts';
import { numberUsed, shareUsed, wordedLike } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const RATES = 'labels.labelNoiseRate';

/** Whether targets stay below what wrong labels allow. */
export const labelCeilingRules: readonly RuleDefinition[] = [
  {
    id: 'MET-03',
    version: 2,
    title: 'Targets that the labels allow',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'metrics.items.kind',
      'metrics.items.formula',
      'metrics.items.targetValue',
      `${RATES}.overall`,
      `${RATES}.fpr`,
      `${RATES}.fnr`,
      'labels.noiseEvidence',
      'labels.testLabelProcess',
      ...MEASURED_PREVALENCE_READS,
    ],
    bounds: [],
    principle:
      'A model that is always right still disagrees with wrong labels. Mistakes that follow a rule are no such ceiling: a model can learn them.',
    source: 'C. G. Northcutt, A. Athalye and J. Mueller, Pervasive label errors in test sets, NeurIPS (2021)',
    check: targetsBelowCeiling,
  },
];

function targetsBelowCeiling(subject: Subject): Outcome | Outcome[] {
  const metrics = metricsWith(subject, 'accuracy', 'recall', 'precision');
  if (metrics.length === 0) return noneSuch(subject);
  return metrics.map((metric) => belowCeiling(subject, metric));
}

/** What limits a metric, and the answers that it follows from. */
interface Ceiling {
  readonly id: DerivedId;
  readonly reads: readonly Read<number>[];
  readonly formula: string;
}

function ceilingOf(subject: Subject, metric: MetricReader): Ceiling {
  const rates = subject.read.section('labels').group('labelNoiseRate');
  if (hasFormula(metric, 'accuracy')) {
    return { id: 'label-accuracy-ceiling', reads: [rates.at('overall')], formula: 'accuracy ≤ 1 − e' };
  }
  const [fpr, fnr, share] = [rates.at('fpr'), rates.at('fnr'), prevalenceMeasuredAt(subject, metric)];
  if (hasFormula(metric, 'precision')) {
    return { id: 'label-precision-ceiling', reads: [fnr], formula: 'precision ≤ 1 − fnr' };
  }
  return {
    id: 'label-recall-ceiling',
    reads: [fpr, fnr, share],
    formula: 'recall ≤ π(1 − fnr) / (π(1 − fnr) + (1 − π) fpr)',
  };
}

function belowCeiling(subject: Subject, metric: MetricReader): Outcome {
  const { read } = subject;
  const labels = read.section('labels');
  const [evidence, process, target] = [
    labels.at('noiseEvidence'),
    labels.at('testLabelProcess'),
    metric.at('targetValue'),
  ];
  // The labels of the test are made otherwise, so the rates say nothing about them.
  if (process.value !== undefined && process.value !== 'same') return notApplicable;
  const task = read.section('framing').at('taskType').value;
  const hasSeveralClasses = task === 'multiclass' || task === 'multilabel';
  if (hasSeveralClasses && !hasFormula(metric, 'accuracy')) return notApplicable;
  const ceiling = ceilingOf(subject, metric);
  return given([metric.at('measuredWhere'), target, ...ceiling.reads], (_, wanted) => {
    if (!isMeasuredOffline(metric)) return notApplicable;
    const { result } = derive(read.worksheet, ceiling.id);
    if (result.state !== 'value') return notApplicable;
    if (wanted <= result.value) return pass;
    const isMeasured = evidence.value === 'measured-on-gold' && process.value === 'same';
    return contradiction({
      severity: isMeasured ? 'error' : 'warning',
      ends: [target, ...ceiling.reads],
      message: `A model that is always right would score ${wordedLike(target, result.value)} on labels that are wrong this often, and the target of ${metricName(subject, metric)} is ${shownValue(read.worksheet, target)}.`,
      numbers: [numberUsed('Target', wanted, { from: target }), shareUsed('Best that the labels allow', result.value)],
      formula: ceiling.formula,
      remedy: { label: `Aim at ${result.shown} at most, or label the test with more care` },
      ...(result.calculator === undefined ? {} : { calculator: result.calculator }),
    });
  });
}
