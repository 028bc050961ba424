import { reuseOptimism } from '../../stats/reuse-optimism.ts';
import { quotedName } from '../words/item-name.ts';
import { hasFormula, isMeasuredOffline, metricName, metricsWith, noneSuch } from '../readings/metric-reading.ts';
import type { MetricReader } from '../readings/metric-reading.ts';
import { number, numberUsed, wordedLike } from '../words/number-words.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { noSuchSplit, SPLIT_READS, splitsWithRole } from '../readings/sampling-reading.ts';
import type { SplitReader } from '../readings/sampling-reading.ts';
import { comparable } from '../readings/unit-typed.ts';

/** Whether a test set still tells anything after so many looks. */
export const testReuseRules: readonly RuleDefinition[] = [
  {
    id: 'SMP-15',
    version: 1,
    title: 'A test set that is not worn out',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...SPLIT_READS,
      'sampling.splits.size',
      'sampling.splits.positives',
      'sampling.splits.reusedTimes',
      'framing.taskType',
      'metrics.items.kind',
      'metrics.items.formula',
      'metrics.items.measuredWhere',
      'metrics.items.measuredOn',
      'metrics.items.targetValue',
      'metrics.items.baselineValue',
    ],
    bounds: ['SMP-15.optimism'],
    principle: 'The best of many results on one test set is partly the luckiest of them.',
    source: 'A. Blum and M. Hardt, The ladder, ICML (2015)',
    check: testNotWornOut,
  },
];

function testNotWornOut(subject: Subject): Outcome | Outcome[] {
  const metrics = metricsWith(subject, 'accuracy', 'recall', 'fpr');
  if (metrics.length === 0) return noneSuch(subject);
  return metrics.map((metric) => judgeMetric(subject, metric));
}

function judgeMetric(subject: Subject, metric: MetricReader): Outcome {
  const [target, now] = [metric.at('targetValue'), metric.at('baselineValue')];
  return given([metric.at('measuredWhere'), target, now], (_, wanted, reached) => {
    const isShare = wanted >= 0 && wanted <= 1;
    if (!isMeasuredOffline(metric) || !isShare || wanted === reached || !comparable(target, now)) return notApplicable;
    const split = testOf(subject, metric);
    if ('outcome' in split) return split;
    const looks = split.at('reusedTimes');
    const counted = casesOf(subject, metric, split);
    return given([looks, ...counted.reads], (times, ...values) => {
      const n = counted.of(values);
      if (times <= 1) return pass;
      if (n <= 0) return notApplicable;
      const optimism = reuseOptimism(wanted, n, times);
      if (optimism <= subject.profile['SMP-15.optimism'] * Math.abs(wanted - reached)) return pass;
      return contradiction({
        ends: [looks, ...counted.reads, target, now],
        message: `${quotedName(subject, split)} was looked at ${number(times)} times; by that alone ${metricName(subject, metric)} can look ${wordedLike(target, optimism)} better, and the target is ${wordedLike(target, Math.abs(wanted - reached))} from where it stands.`,
        numbers: [
          numberUsed('Looks', times, { symbol: 'k', from: looks }),
          numberUsed('Cases that it is measured on', n, { symbol: 'n' }),
          numberUsed('Optimism', optimism),
        ],
        formula: `√(t(1 − t) / n) · √(2 ln k) ≤ ${number(subject.profile['SMP-15.optimism'])} · |target − now|`,
      });
    });
  });
}

/** The split that it names; else the only test. */
function testOf(subject: Subject, metric: MetricReader): SplitReader | Outcome {
  const tests = splitsWithRole(subject, 'test');
  const named = metric.at('measuredOn');
  const [only] = tests;
  if (only === undefined) return noSuchSplit(subject);
  if (named.value === undefined) return tests.length === 1 ? only : waits(named);
  return tests.find((split) => split.id === named.value) ?? notApplicable;
}

/** What the metric is a share of. Recall and its like are of one class, which several classes have more than one of. */
function casesOf(subject: Subject, metric: MetricReader, split: SplitReader) {
  const [size, positives] = [split.at('size'), split.at('positives')];
  if (hasFormula(metric, 'accuracy')) return { reads: [size], of: ([n = 0]: readonly number[]) => n };
  const task = subject.read.section('framing').at('taskType').value;
  const hasSeveral = task === 'multiclass' || task === 'multilabel';
  const ofClass = hasSeveral ? { ...positives, state: 'not-applicable' as const, value: undefined } : positives;
  if (hasFormula(metric, 'recall')) return { reads: [ofClass], of: ([n = 0]: readonly number[]) => n };
  return { reads: [size, ofClass], of: ([n = 0, hits = 0]: readonly number[]) => n - hits };
}
