import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import type { LabelAgreementInput, LabelAgreementOutput } from './label-agreement-contract.ts';

/** Krippendorff's customary bounds: rely on labels from the upper one on, draw tentative conclusions from the lower. */
const RELIABLE = 0.8;
const TENTATIVE = 0.667;
/** High agreement with a low alpha is the paradox of one frequent category. */
const MOSTLY_EQUAL = 0.9;

const percent = (share: number): string => formatPercentage(share, 'sentence');
const number = (value: number): string => formatNumber(value, 'sentence');
const count = (value: number, noun: string): string =>
  `${formatNumber(value, 'table')} ${noun}${value === 1 ? '' : 's'}`;

export function agreementAssumptions(
  { scale, categories, confidence, bootstrap }: LabelAgreementInput,
  q: number,
): string[] {
  const scales = {
    nominal: 'Labels are names: any two different ones disagree alike (nominal scale).',
    ordinal: 'Labels have an order, and alpha counts how many labels lie between two (ordinal scale).',
    interval: 'Labels are numbers with equal steps: alpha counts squared differences (interval scale).',
    ratio:
      'Labels are numbers with a true zero: alpha counts squared differences relative to their size (ratio scale).',
  };
  return [
    scales[scale],
    categories === undefined
      ? `The categories are the ${q} that were seen. AC1, Brennan–Prediger and the weights change when others were on offer; declare them in categories.`
      : `The ${q} categories are those declared.`,
    'Annotators label without knowing of each other’s labels, and items are a random sample of those that the labels are for.',
    `Intervals are at ${percent(confidence)}: alpha’s from ${formatNumber(bootstrap.resamples, 'table')} bootstrap resamples of whole items (seed ${bootstrap.seed}), Cohen’s kappas’ from their large-sample standard error and a normal quantile, the others’ from a linearised one and Student’s t.`,
  ];
}

export function agreementInWords(given: LabelAgreementInput, result: LabelAgreementOutput): string[] {
  const { krippendorffAlpha: alpha, alphaInterval, percentAgreement } = result;
  const who = result.annotators === null ? '' : ` by ${count(result.annotators, 'annotator')}`;
  const sentences = [
    `${count(result.items, 'item')} have ${count(result.ratings, 'label')}${who}; ${formatNumber(result.pairableItems, 'table')} of them have two or more.`,
    `Two labels of the same item are equal ${percent(percentAgreement)} of the time.`,
  ];
  if (alpha !== null) {
    const between =
      alphaInterval === null
        ? ''
        : `, and at ${percent(given.confidence)} confidence it lies between ${number(alphaInterval[0])} and ${number(alphaInterval[1])}`;
    sentences.push(`Beyond chance, Krippendorff’s alpha is ${number(alpha)}${between}.`, verdict(alpha, alphaInterval));
    if (percentAgreement >= MOSTLY_EQUAL && alpha < TENTATIVE) sentences.push(paradox(result));
  }
  const worst = result.perCategory
    ?.filter(({ specificAgreement }) => specificAgreement !== null)
    .toSorted((one, other) => (one.specificAgreement ?? 1) - (other.specificAgreement ?? 1))[0];
  if (worst !== undefined && worst.specificAgreement !== null && worst.specificAgreement < 1) {
    sentences.push(
      `The category that annotators agree on least is ‘${worst.category}’: where one chooses it, another does so too ${percent(worst.specificAgreement)} of the time.`,
    );
  }
  return [...sentences, ...result.notes];
}

function verdict(alpha: number, interval: LabelAgreementOutput['alphaInterval']): string {
  if (alpha >= RELIABLE) {
    return interval !== null && interval[0] < RELIABLE
      ? 'That is above .800, from which labels are commonly relied on, but the interval reaches below it.'
      : 'That is above .800, from which labels are commonly relied on.';
  }
  if (alpha >= TENTATIVE) {
    return 'That lies between .667 and .800, where labels commonly carry tentative conclusions only.';
  }
  return 'That is below .667, under which labels are commonly not relied on: mend the guideline, then label again.';
}

function paradox({ gwetAc1, perCategory, ratings }: LabelAgreementOutput): string {
  const commonest = perCategory?.toSorted((one, other) => other.ratings - one.ratings)[0];
  const share = commonest === undefined ? 'Most labels' : `${percent(commonest.ratings / ratings)} of the labels`;
  const ac1 = gwetAc1 === null ? '' : `; Gwet’s AC1, which expects less of chance then, is ${number(gwetAc1)}`;
  return `Agreement is high and alpha is low because ${share} fall into one category, where chance alone agrees often${ac1}.`;
}
