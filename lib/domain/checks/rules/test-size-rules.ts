import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { wilsonSampleSize } from '../../stats/wilson-sample-size.ts';
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
import { cases, counted, number, numberUsed, percent, wordedLike } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { comparable } from '../readings/unit-typed.ts';

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
    reads: [...METRICS, 'metrics.items.baselineValue', 'imbalance.minorityTestCount', ...MEASURED_PREVALENCE_READS],
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
      ...MEASURED_PREVALENCE_READS,
    ],
    bounds: [],
    principle: 'Recall is measured on the positives of the test set alone, however large the set is.',
    source: 'E. B. Wilson, JASA 22 (1927)',
    check: enoughToTest,
  },
];

function testSetShowsDifference(subject: Subject): Outcome | Outcome[] {
  const metrics = metricsWith(subject, 'recall', 'accuracy', 'fpr');
  if (metrics.length === 0) return noneSuch(subject);
  const section = subject.read.section('imbalance');
  const [minority, share] = [section.at('minorityTestCount'), section.at('prevalenceTest')];
  return metrics.map((metric) => {
    const [target, now] = [metric.at('targetValue'), metric.at('baselineValue')];
    return given([metric.at('measuredWhere'), target, now, minority], (_, wanted, reached, count) => {
      if (!isMeasuredOffline(metric) || !comparable(target, now)) return notApplicable;
      const prevalence = prevalenceMeasuredAt(subject, metric);
      if (prevalence.state === 'not-applicable') return notApplicable;
      if (hasFormula(metric, 'recall')) {
        const n = positivesIn(count, prevalence.value);
        const ends = n === count ? [minority, target, now] : [minority, prevalence, target, now];
        return n === null ? notApplicable : judgeTestSet(subject, { metric, wanted, reached, n, of: 'positive', ends });
      }
      return given([share], (tested) => {
        if (tested === 0 || tested === 1) return notApplicable;
        const all = count / Math.min(tested, 1 - tested);
        const isRate = hasFormula(metric, 'fpr');
        const n = isRate ? all * (1 - tested) : all;
        const ends = [minority, share, target, now];
        return judgeTestSet(subject, { metric, wanted, reached, n, of: isRate ? 'negative' : 'row', ends });
      });
    });
  });
}

/** The minority examples, or what they leave where positives are the majority; null where there is nothing but these. */
function positivesIn(minority: number, prevalence: number | undefined): number | null {
  if (prevalence === undefined || prevalence <= 0.5) return minority;
  return prevalence < 1 ? (minority * prevalence) / (1 - prevalence) : null;
}

interface TestSet {
  readonly metric: MetricReader;
  readonly wanted: number;
  readonly reached: number;
  readonly n: number;
  /** What n counts, in the singular. */
  readonly of: 'positive' | 'negative' | 'row';
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
    of === 'positive' && ends.length === 3 && needed !== null && first !== undefined
      ? { path: first.path, value: Math.ceil(needed) }
      : {};
  const hides = halfWidth >= difference;
  return contradiction({
    severity: hides ? 'error' : 'warning',
    ends,
    message: `With ${counted(n, of)} in the test set ${metricName(subject, metric)} of ${shown(target)} is known to ± ${wordedLike(target, halfWidth)}, which ${hides ? 'does not separate' : 'hardly separates'} it from ${shown(now)}${needed === null ? '' : `; that takes ${cases(needed)}`}.`,
    numbers: [
      numberUsed(`Test ${of}s`, n, { symbol: 'n' }),
      numberUsed('Half-width at the target', halfWidth, { symbol: 'w' }),
      numberUsed('Difference to be shown', difference, { symbol: 'd' }),
    ],
    formula: `w ≤ ${number(subject.profile['MET-11.half-width'])} · d, Wilson at ${percent(CONFIDENCE)}`,
    ...(needed === null ? {} : { remedy: { label: `Use ${counted(needed, of)}`, ...remedyAt } }),
    calculator: { id: 'proportion-interval', input: { successes: Math.round(wanted * n), n: Math.round(n) } },
  });
}

function enoughToTest(subject: Subject): Outcome | Outcome[] {
  const recalls = metricsWith(subject, 'recall');
  if (recalls.length === 0) return noneSuch(subject);
  const count = subject.read.section('imbalance').at('minorityTestCount');
  return recalls.map((metric) => {
    const [target, tolerance] = [metric.at('targetValue'), metric.at('toleranceHalfWidth')];
    return given([count, target, tolerance], (minority, wanted, allowed) => {
      const share = prevalenceMeasuredAt(subject, metric);
      const positives = share.state === 'not-applicable' ? null : positivesIn(minority, share.value);
      if (positives === null) return notApplicable;
      if (wanted < 0 || wanted > 1 || allowed <= 0 || allowed >= 0.5) return notApplicable;
      const halfWidth = positives > 0 ? halfWidthAt(wanted, positives) : 0.5;
      if (halfWidth <= allowed) return pass;
      const enough = wilsonSampleSize(wanted, allowed, CONFIDENCE);
      const now = metric.at('baselineValue').value;
      const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
      return contradiction({
        severity: now !== undefined && halfWidth >= Math.abs(wanted - now) ? 'error' : 'warning',
        ends: positives === minority ? [count, target, tolerance] : [count, share, target, tolerance],
        message: `For ${metricName(subject, metric)} of ${shown(target)} ± ${shown(tolerance)} the test set needs ${counted(enough, 'positive')}; with ${cases(positives)} it is known to ± ${wordedLike(tolerance, halfWidth)}.`,
        numbers: [
          numberUsed('Positives in the test set', positives, { symbol: 'n' }),
          numberUsed('Half-width at the target', halfWidth, { symbol: 'w' }),
          numberUsed('Half-width wanted', allowed, { from: tolerance }),
        ],
        formula: 'Wilson at 95 %: w(target, n) ≤ half-width wanted',
        remedy: {
          label: `Use ${counted(enough, 'positive')}`,
          ...(positives === minority ? { path: count.path, value: Math.ceil(enough) } : {}),
        },
        calculator: {
          id: 'proportion-interval',
          input: { successes: Math.round(wanted * positives), n: Math.round(positives) },
        },
      });
    });
  });
}

/** Half the width of Wilson's interval at a proportion. */
function halfWidthAt(proportion: number, n: number): number {
  const [lower, upper] = wilsonInterval(proportion, n, CONFIDENCE);
  return (upper - lower) / 2;
}
