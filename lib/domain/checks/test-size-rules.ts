import { wilsonInterval } from '../stats/wilson-interval.ts';
import { wilsonSampleSize } from '../stats/wilson-sample-size.ts';
import { hasFormula, isMeasuredOffline, metricName, metricsWith, noneSuch } from './metric-reading.ts';
import type { MetricReader } from './metric-reading.ts';
import { cases, number, numberUsed, percent } from './number-words.ts';
import type { Read } from './reader.ts';
import { contradiction, given, notApplicable, pass } from './rule.ts';
import type { Outcome, RuleDefinition, Subject } from './rule.ts';
import { shownValue } from './shown-value.ts';

const METRICS = ['metrics.items.kind', 'metrics.items.formula', 'metrics.items.targetValue'];
const CONFIDENCE = 0.95;

/** Whether the test set is large enough for what it is to show. */
export const testSizeRules: readonly RuleDefinition[] = [
  {
    id: 'MET-11',
    version: 1,
    title: 'A test set that shows the difference',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...METRICS,
      'metrics.items.baselineValue',
      'metrics.items.measuredWhere',
      'imbalance.minorityTestCount',
      'imbalance.prevalenceTest',
    ],
    bounds: ['MET-11.half-width'],
    principle:
      'When the interval at the target reaches to the baseline, the test cannot tell success from where one started.',
    source: 'E. B. Wilson, JASA 22 (1927)',
    check: testSetShowsDifference,
  },
  {
    id: 'IMB-07',
    version: 1,
    title: 'Enough of the minority to test on',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...METRICS,
      'metrics.items.toleranceHalfWidth',
      'metrics.items.baselineValue',
      'imbalance.minorityTestCount',
    ],
    bounds: [],
    principle: 'Recall is measured on the positives of the test set alone, however large the set is.',
    source: 'E. B. Wilson, JASA 22 (1927)',
    check: enoughToTest,
  },
];

function testSetShowsDifference(subject: Subject): Outcome | Outcome[] {
  const metrics = metricsWith(subject, 'recall', 'accuracy', 'fpr').filter(isMeasuredOffline);
  if (metrics.length === 0) return noneSuch(subject);
  const section = subject.read.section('imbalance');
  const [positives, share] = [section.at('minorityTestCount'), section.at('prevalenceTest')];
  return metrics.map((metric) => {
    const [target, now] = [metric.at('targetValue'), metric.at('baselineValue')];
    if (hasFormula(metric, 'recall')) {
      return given([target, now, positives], (wanted, reached, n) =>
        judgeTestSet(subject, { metric, wanted, reached, n, of: 'positives', ends: [positives, target, now] }),
      );
    }
    return given([target, now, positives, share], (wanted, reached, count, prevalence) => {
      if (prevalence === 0 || prevalence === 1) return notApplicable;
      const all = count / prevalence;
      const isRate = hasFormula(metric, 'fpr');
      const ends = [positives, share, target, now];
      return judgeTestSet(subject, {
        metric,
        wanted,
        reached,
        n: isRate ? all - count : all,
        of: isRate ? 'negatives' : 'rows',
        ends,
      });
    });
  });
}

interface TestSet {
  readonly metric: MetricReader;
  readonly wanted: number;
  readonly reached: number;
  readonly n: number;
  /** What n counts. */
  readonly of: string;
  readonly ends: readonly Read[];
}

function judgeTestSet(subject: Subject, { metric, wanted, reached, n, of, ends }: TestSet): Outcome {
  const difference = Math.abs(wanted - reached);
  if (difference === 0 || wanted < 0 || wanted > 1) return notApplicable;
  const allowed = subject.profile['MET-11.half-width'] * difference;
  const halfWidth = n > 0 ? halfWidthAt(wanted, n) : 0.5;
  if (halfWidth <= allowed) return pass;
  const needed = allowed > 0 && allowed < 0.5 ? wilsonSampleSize(wanted, allowed, CONFIDENCE) : null;
  const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
  const [target, now] = [metric.at('targetValue'), metric.at('baselineValue')];
  const [first] = ends;
  const remedyAt =
    of === 'positives' && needed !== null && first !== undefined ? { path: first.path, value: Math.ceil(needed) } : {};
  return contradiction({
    severity: halfWidth >= difference ? 'error' : 'warning',
    ends,
    message: `With ${cases(n)} ${of} in the test set ${metricName(subject, metric)} of ${shown(target)} is known to ± ${number(halfWidth)}, which does not separate it from ${shown(now)}${needed === null ? '' : `; that takes ${cases(needed)}`}.`,
    numbers: [
      numberUsed(`Test ${of}`, n, { symbol: 'n' }),
      numberUsed('Half-width at the target', halfWidth, { symbol: 'w' }),
      numberUsed('Difference to be shown', difference, { symbol: 'd' }),
    ],
    formula: `w ≤ ${number(subject.profile['MET-11.half-width'])} · d, Wilson at ${percent(CONFIDENCE)}`,
    ...(needed === null ? {} : { remedy: { label: `Use ${cases(needed)} ${of}`, ...remedyAt } }),
    calculator: { id: 'proportion-interval', input: { successes: Math.round(wanted * n), n: Math.round(n) } },
  });
}

function enoughToTest(subject: Subject): Outcome | Outcome[] {
  const recalls = metricsWith(subject, 'recall');
  if (recalls.length === 0) return noneSuch(subject);
  const count = subject.read.section('imbalance').at('minorityTestCount');
  return recalls.map((metric) => {
    const [target, tolerance] = [metric.at('targetValue'), metric.at('toleranceHalfWidth')];
    return given([count, target, tolerance], (positives, wanted, allowed) => {
      if (wanted < 0 || wanted > 1 || allowed <= 0 || allowed >= 0.5) return notApplicable;
      const halfWidth = positives > 0 ? halfWidthAt(wanted, positives) : 0.5;
      if (halfWidth <= allowed) return pass;
      const enough = wilsonSampleSize(wanted, allowed, CONFIDENCE);
      const now = metric.at('baselineValue').value;
      const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
      return contradiction({
        severity: now !== undefined && halfWidth >= Math.abs(wanted - now) ? 'error' : 'warning',
        ends: [count, target, tolerance],
        message: `For ${metricName(subject, metric)} of ${shown(target)} ± ${shown(tolerance)} the test set needs ${cases(enough)} positives; with ${cases(positives)} it is known to ± ${number(halfWidth)}.`,
        numbers: [
          numberUsed('Positives in the test set', positives, { symbol: 'n', from: count }),
          numberUsed('Half-width at the target', halfWidth, { symbol: 'w' }),
          numberUsed('Half-width wanted', allowed, { from: tolerance }),
        ],
        formula: 'Wilson at 95 %: w(target, n) ≤ half-width wanted',
        remedy: { label: `Use ${cases(enough)} positives`, path: count.path, value: Math.ceil(enough) },
        calculator: { id: 'proportion-interval', input: { successes: Math.round(wanted * positives), n: positives } },
      });
    });
  });
}

/** Half the width of Wilson's interval at a proportion. */
function halfWidthAt(proportion: number, n: number): number {
  const [lower, upper] = wilsonInterval(proportion, n, CONFIDENCE);
  return (upper - lower) / 2;
}
