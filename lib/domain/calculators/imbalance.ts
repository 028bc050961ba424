import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { costThreshold } from '../stats/cost-threshold.ts';
import { smallestAveragePrecision } from '../stats/smallest-average-precision.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { ErrorCosts, ImbalanceInput, ImbalanceOutput } from './imbalance-contract.ts';

const assumptions = [
  'Sensitivity and specificity stay the same when the share of positives changes: only how often the classes come differs, not what they look like.',
  'The threshold of least expected cost holds for calibrated probabilities.',
];

export const imbalance = defineCalculation({
  id: 'imbalance',
  title: 'What imbalance does to metrics',
  question: 'At this share of positives, what do accuracy, precision and cost really say?',
  example: { prevalence: 0.01, sensitivity: 0.9, specificity: 0.91, costs: { tp: 0, fp: 1, fn: 10, tn: 0 } },
  formula:
    'PPV = π·TPR / (π·TPR + (1−π)·FPR); smallest PR AUC = 1 + (1−π) ln(1−π) / π; F1 of all positive = 2π / (1+π); t* = (fp − tn) / (fp − tn + fn − tp); alerts = volume · (π·TPR + (1−π)·FPR).',
  sources: [
    'C. Elkan, The foundations of cost-sensitive learning, IJCAI (2001)',
    'T. Saito and M. Rehmsmeier, The precision-recall plot is more informative than the ROC plot, PLoS ONE 10 (2015)',
    'K. Boyd et al., Unachievable region in precision-recall space and its effect on empirical evaluation, ICML (2012)',
  ],
  sql: sqlByDialect(
    ({ table, countWhere }) =>
      `SELECT\n  ${countWhere('label = 1 AND score >= 0.5')} AS tp,\n  ${countWhere('label = 0 AND score >= 0.5')} AS fp,\n  ${countWhere('label = 1 AND score < 0.5')} AS fn,\n  ${countWhere('label = 0 AND score < 0.5')} AS tn\nFROM ${table('scored_cases')}\nWHERE label IS NOT NULL AND score IS NOT NULL\n-- prevalence = (tp + fn) / (tp + fp + fn + tn), sensitivity = tp / (tp + fn), specificity = tn / (tn + fp)`,
  ),

  compute(given: ImbalanceInput): ImbalanceOutput {
    const { prevalence, sensitivity, volume, reviewCapacity } = given;
    const notes: string[] = [];
    const orNote = (value: number | null, reason: string): number | null => {
      if (value === null) notes.push(reason);
      return value;
    };
    const noPositives = prevalence === 0;
    if (noPositives) notes.push('Without positives there is no precision-recall curve and no F-score.');
    const specificity = specificityOf(given, notes);
    const rates = sensitivity === undefined || specificity === null ? null : { sensitivity, specificity };
    if (rates === null) {
      notes.push(
        'PPV, NPV, alerts and expected cost need sensitivity and specificity, or sensitivity and precision with the share of positives they were measured at.',
      );
    }
    const flagged = rates === null ? null : prevalence * rates.sensitivity + (1 - prevalence) * (1 - rates.specificity);
    const alerts = flagged === null || volume === undefined ? null : volume * flagged;
    const expectedCost =
      rates === null || given.costs === undefined ? null : costOfCase(prevalence, rates, given.costs);
    return {
      majorityAccuracy: Math.max(prevalence, 1 - prevalence),
      prAucBaseline: noPositives ? null : prevalence,
      prAucMinimum: noPositives ? null : smallestAveragePrecision(prevalence),
      f1AllPositive: noPositives ? null : (2 * prevalence) / (1 + prevalence),
      specificity,
      ppv:
        rates === null
          ? null
          : orNote(
              share(prevalence * rates.sensitivity, (1 - prevalence) * (1 - rates.specificity)),
              'PPV is not defined: nothing is ever flagged.',
            ),
      npv:
        rates === null
          ? null
          : orNote(
              share((1 - prevalence) * rates.specificity, prevalence * (1 - rates.sensitivity)),
              'NPV is not defined: everything is flagged.',
            ),
      precisionAtPrevalence: shiftedPrecision(given, notes),
      costThreshold:
        given.costs === undefined
          ? null
          : orNote(
              costThreshold(given.costs),
              'No threshold is cost-optimal: a mistake must cost more than the right answer it replaces (fp > tn and fn > tp).',
            ),
      alerts,
      reviewLoad:
        alerts === null || reviewCapacity === undefined
          ? null
          : orNote(
              reviewCapacity === 0 ? null : alerts / reviewCapacity,
              'The review load is not defined: nobody can review anything.',
            ),
      recallAtCapacity:
        volume === undefined || reviewCapacity === undefined
          ? null
          : orNote(
              volume * prevalence === 0 ? null : Math.min(1, reviewCapacity / (volume * prevalence)),
              'The recall that capacity allows is not defined: there are no positives.',
            ),
      expectedCost,
      expectedCostOfVolume: expectedCost === null || volume === undefined ? null : expectedCost * volume,
      assumptions,
      notes,
    };
  },

  interpretation({ prevalence, volume, precision, measuredPrevalence }, result): string[] {
    const percent = (value: number): string => formatPercentage(value, 'sentence');
    const number = (value: number): string => formatNumber(value, 'sentence');
    const sentences = [`Always answering with the majority is right ${percent(result.majorityAccuracy)} of the time.`];
    if (result.prAucBaseline !== null && result.f1AllPositive !== null) {
      sentences.push(
        `A random ranking has a PR AUC of ${number(result.prAucBaseline)}; flagging everything has an F1 of ${number(result.f1AllPositive)}.`,
      );
    }
    if (result.ppv !== null) {
      sentences.push(
        `Of the cases that are flagged ${percent(result.ppv)} are real, at a share of ${percent(prevalence)}.`,
      );
    }
    if (result.precisionAtPrevalence !== null && precision !== undefined && measuredPrevalence !== undefined) {
      sentences.push(
        `A precision of ${percent(precision)} measured at ${percent(measuredPrevalence)} positives reads ${percent(result.precisionAtPrevalence)} at ${percent(prevalence)}.`,
      );
    }
    if (result.costThreshold !== null) {
      sentences.push(`Flagging costs least from a probability of ${number(result.costThreshold)} on.`);
    }
    if (result.alerts !== null && volume !== undefined) {
      sentences.push(`Out of ${number(volume)}, ${number(result.alerts)} would be flagged.`);
    }
    if (result.reviewLoad !== null) {
      sentences.push(`That is ${number(result.reviewLoad)} times what can be reviewed.`);
    }
    return [...sentences, ...result.notes];
  },
});

interface Rates {
  readonly sensitivity: number;
  readonly specificity: number;
}

function costOfCase(prevalence: number, { sensitivity, specificity }: Rates, { tp, fp, fn, tn }: ErrorCosts): number {
  const positive = sensitivity * tp + (1 - sensitivity) * fn;
  const negative = (1 - specificity) * fp + specificity * tn;
  return prevalence * positive + (1 - prevalence) * negative;
}

/** From precision = π·TPR / (π·TPR + (1−π)·FPR), solved for 1 − FPR, at the prevalence where precision was measured. */
function specificityOf(given: ImbalanceInput, notes: string[]): number | null {
  const { specificity, sensitivity, precision } = given;
  if (specificity !== undefined) return specificity;
  const at = given.measuredPrevalence ?? given.prevalence;
  if (sensitivity === undefined || precision === undefined || precision === 0 || !bothClassesAt(at)) return null;
  const implied = 1 - (sensitivity * at * (1 - precision)) / (precision * (1 - at));
  if (implied >= 0) return implied;
  notes.push('Specificity is not defined: sensitivity and precision cannot both hold at that share of positives.');
  return null;
}

/** Precision at another prevalence: its odds move with the odds of the prevalence. */
function shiftedPrecision(
  { precision, measuredPrevalence, prevalence }: ImbalanceInput,
  notes: string[],
): number | null {
  if (precision === undefined || measuredPrevalence === undefined) return null;
  const shifted = bothClassesAt(measuredPrevalence)
    ? share(precision * prevalence * (1 - measuredPrevalence), (1 - precision) * (1 - prevalence) * measuredPrevalence)
    : null;
  if (shifted === null)
    notes.push('Precision at this prevalence is not defined: it was measured where one class was absent.');
  return shifted;
}

/** A precision says something about the scores only where there are positives and negatives. */
function bothClassesAt(prevalence: number): boolean {
  return prevalence > 0 && prevalence < 1;
}

/** part / (part + rest), null where both are 0. */
function share(part: number, rest: number): number | null {
  return part + rest === 0 ? null : part / (part + rest);
}
