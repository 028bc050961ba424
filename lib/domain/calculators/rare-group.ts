import { AppError } from '../errors.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { binomialCdf } from '../stats/binomial-cdf.ts';
import { hypergeometricMissProbability } from '../stats/hypergeometric-miss-probability.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import { LARGEST_COUNT } from './largest-count.ts';
import type { RareGroupInput, RareGroupOutput } from './rare-group-contract.ts';

/** Without replacement the terms below `atLeast` are added one by one, at every step of the search for a size. */
const MOST_OF_POPULATION = 10_000;

/** Chance of fewer than `atLeast` members of the group in n. */
type Miss = (n: number, atLeast: number) => number;

export const rareGroup = defineCalculation({
  id: 'rare-group',
  title: 'Will a rare group be in the sample?',
  question: 'A group makes up this share of all cases. Will a simple random sample of n contain enough of it?',
  example: { share: 0.01, n: 100, atLeast: 1, confidence: 0.95 },
  formula:
    'P(none) = (1 − p)ⁿ, or C(N−K, n) / C(N, n) without replacement; P(at least k) = 1 − Σ of the terms below k; none seen in n: p ≤ 1 − (1 − confidence)^(1/n).',
  sources: [
    'C. Huyen, Designing Machine Learning Systems (2022), chapter 4, on simple random sampling',
    'J. A. Hanley and A. Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249 (1983)',
  ],
  sql: sqlByDialect(
    ({ table, countWhere }) =>
      `SELECT\n  1.0 * ${countWhere("segment = 'the group'")} / COUNT(*) AS share,\n  COUNT(*) AS population\nFROM ${table('cases')}`,
  ),

  compute({ share, n, population, atLeast, confidence }: RareGroupInput): RareGroupOutput {
    if (population !== undefined && n > population) {
      throw new AppError('bad-input', `n must be at most the population, and ${n} is more than ${population}.`, {
        path: 'n',
      });
    }
    if (population !== undefined && atLeast > MOST_OF_POPULATION) {
      const most = formatNumber(MOST_OF_POPULATION, 'table');
      throw new AppError('bad-input', `atLeast must be at most ${most} where the population is given.`, {
        path: 'atLeast',
      });
    }
    const notes: string[] = [];
    const groupSize = population === undefined ? null : Math.round(share * population);
    const miss = missFunction(share, population, groupSize);
    if (population !== undefined && groupSize !== null && groupSize !== share * population) {
      notes.push(
        `The share times the population is ${formatNumber(share * population, 'table')}; computed with ${formatNumber(groupSize, 'table')} whole members.`,
      );
    }
    const mostToAsk = population ?? LARGEST_COUNT;
    const nForOne = smallestSample(miss, 1, confidence, mostToAsk);
    const nForAtLeast = atLeast === 1 ? nForOne : smallestSample(miss, atLeast, confidence, mostToAsk);
    for (const [key, size] of [
      ['nForOne', nForOne],
      ['nForAtLeast', nForAtLeast],
    ] as const) {
      if (size === null) notes.push(`${key} is not defined: ${whyNoSample(share, groupSize, population)}`);
    }
    const upperBoundIfNoneSeen = n === 0 ? null : upperBound(n, population, confidence);
    if (n === 0) notes.push('upperBoundIfNoneSeen is not defined: a sample of 0 says nothing about the share.');
    return {
      groupSize,
      missProbability: miss(n, 1),
      probabilityAtLeast: 1 - miss(n, atLeast),
      expectedCount: (groupSize === null ? share : groupSize / (population ?? 1)) * n,
      nForOne,
      nForAtLeast,
      upperBoundIfNoneSeen,
      assumptions: [
        population === undefined
          ? 'Cases are drawn independently from a population so large that drawing does not change it.'
          : 'Cases are drawn without replacement, each with the same chance.',
      ],
      notes,
    };
  },

  interpretation({ share, n, atLeast, confidence }, result): string[] {
    const percent = (value: number): string => formatPercentage(value, 'sentence');
    const count = (value: number): string => formatNumber(value, 'table');
    const sentences = [
      `A sample of ${count(n)} holds ${formatNumber(result.expectedCount, 'sentence')} of a group of ${percent(share)} on average, and none at all with a chance of ${percent(result.missProbability)}.`,
    ];
    if (atLeast > 1)
      sentences.push(`It holds ${count(atLeast)} or more with a chance of ${percent(result.probabilityAtLeast)}.`);
    if (result.nForAtLeast !== null) {
      sentences.push(
        `To see ${atLeast === 1 ? 'at least one' : `at least ${count(atLeast)}`} with ${percent(confidence)} certainty takes ${count(result.nForAtLeast)}.`,
      );
    }
    if (result.upperBoundIfNoneSeen !== null) {
      sentences.push(
        `Had none been seen in ${count(n)}, the group could still make up ${percent(result.upperBoundIfNoneSeen)} of all cases.`,
      );
    }
    return [...sentences, ...result.notes];
  },
});

function missFunction(share: number, population: number | undefined, groupSize: number | null): Miss {
  if (population === undefined || groupSize === null) {
    return (n, atLeast) => (n < atLeast ? 1 : binomialCdf(atLeast - 1, n, share).atMost);
  }
  return (n, atLeast) => hypergeometricMissProbability(population, groupSize, n, atLeast);
}

/** The chance of missing falls with n, so the smallest n that is certain enough is found by halving. */
function smallestSample(miss: Miss, atLeast: number, confidence: number, most: number): number | null {
  const allowed = (1 - confidence) * (1 + 64 * Number.EPSILON);
  const enough = (n: number): boolean => miss(n, atLeast) <= allowed;
  let low = 0;
  let high = Math.min(most, atLeast);
  while (!enough(high)) {
    if (high >= most) return null;
    low = high;
    high = Math.min(most, high * 2);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function whyNoSample(share: number, groupSize: number | null, population: number | undefined): string {
  if (share === 0 || groupSize === 0) return 'a group without members is never seen.';
  if (population === undefined) return 'more than a trillion cases would be needed.';
  return `the population holds only ${formatNumber(groupSize ?? 0, 'table')} of the group.`;
}

/** Largest share under which seeing none in n is not yet rarer than 1 − confidence. */
function upperBound(n: number, population: number | undefined, confidence: number): number {
  if (population === undefined) return -Math.expm1(Math.log1p(-confidence) / n);
  let low = 0;
  let high = population + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (hypergeometricMissProbability(population, middle, n) >= (1 - confidence) * (1 - 64 * Number.EPSILON))
      low = middle;
    else high = middle;
  }
  return low / population;
}
