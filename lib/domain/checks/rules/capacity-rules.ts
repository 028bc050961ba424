import { imbalance } from '../../calculators/imbalance.ts';
import { periodSeconds } from '../../quantities/periods.ts';
import {
  metricsWith,
  noneSuch,
  prevalenceMeasuredAt,
  YES_NO_PREVALENCE_READS,
  yesNoPrevalence,
} from '../readings/metric-reading.ts';
import { number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const METRICS = ['metrics.items.kind', 'metrics.items.formula', 'metrics.items.targetValue'];

/** Whether people can review what is flagged. */
export const capacityRules: readonly RuleDefinition[] = [
  {
    id: 'IMB-08',
    version: 1,
    title: 'Alerts that people can review',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...METRICS,
      'metrics.items.measuredWhere',
      'imbalance.prevalenceTest',
      'imbalance.maxReviewCapacityPerDay',
      'business.volumePerPeriod',
      ...YES_NO_PREVALENCE_READS,
    ],
    bounds: [],
    principle:
      'Everything that is flagged lands on somebody’s desk, and false alarms outnumber hits where positives are rare.',
    source: 'alerts = volume · (π·TPR + (1−π)·FPR)',
    check: alertsWithinCapacity,
  },
  {
    id: 'IMB-10',
    version: 1,
    title: 'Recall that capacity allows',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...METRICS, 'imbalance.maxReviewCapacityPerDay', 'business.volumePerPeriod', ...YES_NO_PREVALENCE_READS],
    bounds: [],
    principle: 'Even if every reviewed case were a real one, people find no more than they can review.',
    source: 'recall ≤ capacity / (π · volume)',
    check: recallWithinCapacity,
  },
];

function alertsWithinCapacity(subject: Subject): Outcome {
  const [recall, fpr, precision] = [
    metricsWith(subject, 'recall')[0],
    metricsWith(subject, 'fpr')[0],
    metricsWith(subject, 'precision')[0],
  ];
  if (recall === undefined || (fpr === undefined && precision === undefined)) return noneSuch(subject);
  const capacity = subject.read.section('imbalance').at('maxReviewCapacityPerDay');
  const volume = subject.read.section('business').at('volumePerPeriod');
  const share = yesNoPrevalence(subject);
  const sensitivity = recall.at('targetValue');
  const measured = precision === undefined ? share : prevalenceMeasuredAt(subject, precision);
  const second = fpr?.at('targetValue') ?? precision?.at('targetValue') ?? sensitivity;
  return given(
    [capacity, volume, share, sensitivity, second, measured],
    (reviewCapacity, perSecond, prevalence, hits, rate, at) => {
      if ([hits, rate].some((value) => value < 0 || value > 1)) return notApplicable;
      const input = {
        prevalence,
        sensitivity: hits,
        ...(fpr === undefined ? { precision: rate, measuredPrevalence: at } : { specificity: 1 - rate }),
        volume: perSecond * periodSeconds.day,
        reviewCapacity,
      };
      const { alerts } = imbalance.compute(input);
      if (alerts === null) return notApplicable;
      if (alerts <= reviewCapacity) return pass;
      return contradiction({
        ends: [capacity, second, sensitivity, share, volume],
        message: `About ${number(alerts)} cases a day would be flagged, and people can review ${number(reviewCapacity)}.`,
        numbers: [
          numberUsed('Cases a day', perSecond * periodSeconds.day, { from: volume }),
          shareUsed('Share of positives', prevalence, { symbol: 'π', from: share }),
          numberUsed('Alerts a day', alerts),
        ],
        formula: 'volume · (π·TPR + (1−π)·FPR) ≤ capacity',
        calculator: { id: imbalance.id, input },
      });
    },
  );
}

function recallWithinCapacity(subject: Subject): Outcome | Outcome[] {
  const recalls = metricsWith(subject, 'recall');
  if (recalls.length === 0) return noneSuch(subject);
  const capacity = subject.read.section('imbalance').at('maxReviewCapacityPerDay');
  const volume = subject.read.section('business').at('volumePerPeriod');
  const share = yesNoPrevalence(subject);
  return recalls.map((metric) => {
    const target = metric.at('targetValue');
    return given([target, capacity, share, volume], (wanted, reviewCapacity, prevalence, perSecond) => {
      if (wanted < 0 || wanted > 1) return notApplicable;
      const input = { prevalence, volume: perSecond * periodSeconds.day, reviewCapacity };
      const { recallAtCapacity } = imbalance.compute(input);
      if (recallAtCapacity === null) return notApplicable;
      if (wanted <= recallAtCapacity) return pass;
      return contradiction({
        ends: [target, capacity, share, volume],
        message: `A recall of ${shownValue(subject.read.worksheet, target)} is out of reach: reviewing ${number(reviewCapacity)} a day finds at most ${percent(recallAtCapacity)} of the ${number(input.volume * prevalence)} positives.`,
        numbers: [
          numberUsed('Positives a day', input.volume * prevalence),
          shareUsed('Recall at capacity', recallAtCapacity),
        ],
        formula: 'recall ≤ capacity / (π · volume)',
        calculator: { id: imbalance.id, input },
      });
    });
  });
}
