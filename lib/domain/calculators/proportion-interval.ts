import { AppError } from '../errors.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { clopperPearsonInterval } from '../stats/clopper-pearson-interval.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { ProportionIntervalInput, ProportionIntervalOutput } from './proportion-interval-contract.ts';

const assumptions = [
  'The n cases are independent and each has the same chance. Cases that come in groups (several rows a customer) count for less than n.',
  'Wilson covers the true share as often as stated on average over shares (for rare events as seldom as .838 of the time); Clopper–Pearson covers it at least as often, always.',
];

export const proportionInterval = defineCalculation({
  id: 'proportion-interval',
  title: 'Interval of a share',
  question: 'So many of n were successes. Between which limits may the true share lie?',
  example: { successes: 81, n: 263, confidence: 0.95 },
  formula:
    'Wilson: (p + z²/2n ± z √(pq/n + z²/4n²)) / (1 + z²/n). Clopper–Pearson: Beta quantiles α/2 of (x, n−x+1) and 1−α/2 of (x+1, n−x).',
  sources: [
    'E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927)',
    'C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits, Biometrika 26 (1934)',
    'L. D. Brown, T. T. Cai and A. DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001)',
  ],
  sql: sqlByDialect(
    ({ table, countWhere }) =>
      `SELECT\n  ${countWhere('outcome = 1')} AS successes,\n  COUNT(*) AS n\nFROM ${table('cases')}\nWHERE outcome IS NOT NULL`,
  ),

  compute({ successes, n, confidence }: ProportionIntervalInput): ProportionIntervalOutput {
    if (successes > n) {
      throw new AppError('bad-input', `successes must be at most n, and ${successes} is more than ${n}.`, {
        path: 'successes',
      });
    }
    if (n === 0) {
      const notes = ['With n = 0 nothing was observed, so there is neither an estimate nor an interval.'];
      return { estimate: null, wilson: null, clopperPearson: null, assumptions, notes };
    }
    return {
      estimate: successes / n,
      wilson: [...wilsonInterval(successes / n, n, confidence)],
      clopperPearson: [...clopperPearsonInterval(successes, n, confidence)],
      assumptions,
      notes: [],
    };
  },

  interpretation({ successes, n, confidence }, { estimate, wilson, clopperPearson, notes }): string[] {
    if (estimate === null || wilson === null || clopperPearson === null) return notes;
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const between = ([low, high]: readonly [number, number]): string => `${percent(low)} and ${percent(high)}`;
    return [
      `${formatNumber(successes, 'table')} of ${formatNumber(n, 'table')} is ${percent(estimate)}.`,
      `At ${percent(confidence)} confidence the true share lies between ${between(wilson)} (Wilson).`,
      `The exact interval, which never promises too much, reaches from ${between(clopperPearson).replace(' and ', ' to ')} (Clopper–Pearson).`,
    ];
  },
});
