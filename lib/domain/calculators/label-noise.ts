import { AppError } from '../errors.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { errorRateFromAgreement } from '../stats/error-rate-from-agreement.ts';
import { majorityVoteError } from '../stats/majority-vote-error.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { LabelNoiseInput, LabelNoiseOutput } from './label-noise-contract.ts';

export const labelNoise = defineCalculation({
  id: 'label-noise',
  title: 'What wrong labels do to a metric',
  question: 'Some labels are wrong. What can a model score on them at best, and what do its scores mean?',
  example: { errorRate: 0.05, classes: 2, trueAccuracy: 0.9, pairAgreement: 0.905, annotatorsPerItem: 3 },
  formula:
    'ceiling = 1 − e; observed = a(1 − e) + (1 − a)e / (K − 1); e from the agreement p of two: (1 − e)² + e² / (K − 1) = p; majority of m wrong = Σ_{k > m/2} C(m, k) eᵏ(1 − e)ᵐ⁻ᵏ + half of a tie; e of two classes = π·FNR + (1 − π)·FPR; PPV of labels = π(1 − FNR) / (π(1 − FNR) + (1 − π)FPR).',
  sources: [
    'C. G. Northcutt, A. Athalye and J. Mueller, Pervasive label errors in test sets, NeurIPS Datasets and Benchmarks (2021)',
    'D. Angluin and P. Laird, Learning from noisy examples, Machine Learning 2 (1988), on symmetric noise',
    'Marquis de Condorcet, Essai sur l’application de l’analyse à la probabilité des décisions (1785), on majorities',
  ],
  sql: sqlByDialect(
    ({ table, countWhere }) =>
      `SELECT\n  1.0 * ${countWhere('a.label = b.label')} / COUNT(*) AS pair_agreement\nFROM ${table('ratings')} AS a\nJOIN ${table('ratings')} AS b\n  ON a.item_id = b.item_id AND a.annotator_id < b.annotator_id\nWHERE a.label IS NOT NULL AND b.label IS NOT NULL`,
  ),

  compute(given: LabelNoiseInput): LabelNoiseOutput {
    refuseCombinations(given);
    const { classes, trueAccuracy, pairAgreement, annotatorsPerItem } = given;
    const notes: string[] = [];
    const errorRate = given.errorRate ?? errorRateOfClasses(given);
    if (errorRate === null) {
      notes.push(
        'accuracyCeiling is not defined: it needs errorRate, or falsePositiveRate, falseNegativeRate and prevalence.',
      );
    } else if (errorRate > (classes - 1) / classes) {
      notes.push(
        'The labels are wrong more often than chance would make them, so that a worse model can score higher on them.',
      );
    }
    const impliedErrorRate = pairAgreement === undefined ? null : errorRateFromAgreement(pairAgreement, classes);
    if (pairAgreement !== undefined && impliedErrorRate === null) {
      notes.push(
        `impliedErrorRate is not defined: ${classes} classes agree ${formatPercentage(1 / classes, 'sentence')} of the time by chance alone, and less speaks against equal, independent errors.`,
      );
    }
    const ofAnnotator = given.annotatorErrorRate ?? impliedErrorRate;
    if (annotatorsPerItem !== undefined && ofAnnotator === null) {
      notes.push('majorityVoteError is not defined: it needs annotatorErrorRate or a pairAgreement that implies one.');
    }
    if (trueAccuracy !== undefined && errorRate === null) {
      notes.push('observedAccuracy is not defined without a share of wrong labels.');
    }
    return {
      errorRate,
      accuracyCeiling: errorRate === null ? null : 1 - errorRate,
      observedAccuracy:
        errorRate === null || trueAccuracy === undefined
          ? null
          : trueAccuracy * (1 - errorRate) + ((1 - trueAccuracy) * errorRate) / (classes - 1),
      impliedErrorRate,
      majorityVoteError:
        annotatorsPerItem === undefined || ofAnnotator === null
          ? null
          : majorityVoteError(annotatorsPerItem, ofAnnotator),
      labelPpv: labelPpv(given, notes),
      assumptions: assumptionsOf(given),
      notes,
    };
  },

  interpretation(given, result): string[] {
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const sentences: string[] = [];
    if (result.errorRate !== null && result.accuracyCeiling !== null) {
      sentences.push(
        `With ${percent(result.errorRate)} of the labels wrong, a model that is always right scores an accuracy of ${percent(result.accuracyCeiling)}.`,
      );
    }
    if (result.observedAccuracy !== null && given.trueAccuracy !== undefined) {
      sentences.push(
        `A model that is right ${percent(given.trueAccuracy)} of the time scores ${percent(result.observedAccuracy)}.`,
      );
    }
    if (result.labelPpv !== null) {
      sentences.push(`Of the positive labels ${percent(result.labelPpv)} are right.`);
    }
    if (result.impliedErrorRate !== null && given.pairAgreement !== undefined) {
      sentences.push(
        `Two annotators who agree ${percent(given.pairAgreement)} of the time are each wrong ${percent(result.impliedErrorRate)} of the time.`,
      );
    }
    if (result.majorityVoteError !== null && given.annotatorsPerItem !== undefined) {
      const who =
        given.annotatorsPerItem === 1
          ? 'A single annotator'
          : `The majority of ${formatNumber(given.annotatorsPerItem, 'table')}`;
      sentences.push(`${who} is wrong ${percent(result.majorityVoteError)} of the time.`);
    }
    return [...sentences, ...result.notes];
  },
});

const FIGURES = [
  'errorRate',
  'falsePositiveRate',
  'falseNegativeRate',
  'prevalence',
  'trueAccuracy',
  'pairAgreement',
  'annotatorsPerItem',
  'annotatorErrorRate',
] as const;

function refuseCombinations(given: LabelNoiseInput): void {
  const refuse = (path: string, message: string): never => {
    throw new AppError('bad-input', message, { path });
  };
  if (FIGURES.every((key) => given[key] === undefined)) {
    refuse('errorRate', 'errorRate, or another figure about the labels, is missing.');
  }
  if (given.errorRate !== undefined && errorRateOfClasses(given) !== null) {
    refuse(
      'errorRate',
      'errorRate cannot be given beside falsePositiveRate, falseNegativeRate and prevalence: it follows from them.',
    );
  }
  for (const key of ['falsePositiveRate', 'falseNegativeRate', 'prevalence'] as const) {
    if (given[key] !== undefined && given.classes > 2) {
      refuse(key, `${key} is about positives and negatives, so it needs 2 classes, and there are ${given.classes}.`);
    }
  }
}

function errorRateOfClasses({ falsePositiveRate, falseNegativeRate, prevalence }: LabelNoiseInput): number | null {
  if (falsePositiveRate === undefined || falseNegativeRate === undefined || prevalence === undefined) return null;
  return prevalence * falseNegativeRate + (1 - prevalence) * falsePositiveRate;
}

function labelPpv(given: LabelNoiseInput, notes: string[]): number | null {
  const { falsePositiveRate, falseNegativeRate, prevalence } = given;
  if (falsePositiveRate === undefined || falseNegativeRate === undefined || prevalence === undefined) {
    if ([falsePositiveRate, falseNegativeRate, prevalence].some((rate) => rate !== undefined)) {
      notes.push('labelPpv is not defined: it needs falsePositiveRate, falseNegativeRate and prevalence.');
    }
    return null;
  }
  const right = prevalence * (1 - falseNegativeRate);
  const wrong = (1 - prevalence) * falsePositiveRate;
  if (right + wrong > 0) return right / (right + wrong);
  notes.push('labelPpv is not defined: nothing is ever labelled positive.');
  return null;
}

function assumptionsOf({ classes, annotatorsPerItem, pairAgreement }: LabelNoiseInput): string[] {
  const assumptions = [
    classes === 2
      ? 'Whether a label is wrong has nothing to do with whether the model is wrong about the case: where hard cases are hard for both, scores are higher than this.'
      : 'Wrong labels fall evenly on the other classes (symmetric noise), and a label is wrong independently of the model: where hard cases are hard for both, scores are higher than this.',
  ];
  if (pairAgreement !== undefined) {
    assumptions.push(
      'The two annotators are wrong equally often and independently; where they share a misunderstanding, both are wrong more often than their agreement tells.',
    );
  }
  if (annotatorsPerItem !== undefined) {
    assumptions.push(
      classes === 2
        ? 'Annotators are wrong equally often and independently, and a tie is settled by chance.'
        : 'Annotators are wrong equally often and independently, and all who are wrong choose the same class: the worst case of more than two classes. A tie is settled by chance.',
    );
  }
  return assumptions;
}
