import { formatNumber } from '../quantities/format-number.ts';
import { formatOneIn, formatPercentage } from '../quantities/percentage.ts';
import { anyOfMany, chanceOfEach } from '../stats/any-of-many.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { FanOutInput, FanOutOutput } from './fan-out-contract.ts';

const assumptions = [
  'Calls are slow independently of one another. Calls that share a host, a cache or a pause are slow together, and then fewer requests are hit.',
  'The request waits for every call: there are no hedged calls and no partial answers.',
];

export const fanOut = defineCalculation({
  id: 'fan-out',
  title: 'How often a request with many calls is slow',
  question: 'A request waits for so many calls. How often is one of them slow, and how rarely may each be?',
  example: { slowProbability: 0.01, fanout: 100, target: 0.99 },
  formula: 'P(any slow) = 1 − (1 − p)ᴺ; each leaf in time with target^(1/N); largest N = ⌊ln target / ln(1 − p)⌋.',
  sources: ['J. Dean and L. A. Barroso, The tail at scale, Communications of the ACM 56 (2013)'],
  sql: sqlByDialect(
    ({ table, countWhere }) =>
      `SELECT\n  1.0 * ${countWhere('duration_ms > 100')} / COUNT(*) AS slow_probability,\n  1.0 * COUNT(*) / COUNT(DISTINCT request_id) AS fanout\nFROM ${table('calls')}\nWHERE duration_ms IS NOT NULL`,
  ),

  compute({ slowProbability, fanout, target }: FanOutInput): FanOutOutput {
    const notes: string[] = [];
    const leafSlow = target === undefined ? null : chanceOfEach(target, fanout);
    let largestFanout: number | null = null;
    if (target !== undefined && slowProbability === 0) {
      notes.push('largestFanout is not defined: calls that are never slow may be as many as one likes.');
    } else if (target !== undefined) {
      // A fan-out that meets the target exactly must not be lost to rounding.
      largestFanout = Math.floor((Math.log(target) / Math.log1p(-slowProbability)) * (1 + 1e-12));
      if (largestFanout === 0) notes.push('Even a single call is slow too often for the target.');
    }
    return {
      anySlow: anyOfMany(slowProbability, fanout),
      leafQuantile: leafSlow === null ? null : 1 - leafSlow,
      leafSlowProbability: leafSlow,
      largestFanout,
      assumptions,
      notes,
    };
  },

  interpretation({ slowProbability, fanout, target }, result): string[] {
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const count = (value: number): string => formatNumber(value, 'sentence');
    const calls = fanout === 1 ? 'its one call' : `at least one of its ${count(fanout)} calls`;
    const sentences = [
      `When ${percent(slowProbability)} of calls are slow, ${percent(result.anySlow)} of requests wait for a slow call: ${calls}.`,
    ];
    if (target !== undefined && result.leafSlowProbability !== null) {
      const rarely = formatOneIn(result.leafSlowProbability) ?? percent(result.leafSlowProbability);
      sentences.push(
        `For ${percent(target)} of requests to meet none, a call may be slow ${rarely} times: its own time limit has to hold at ${result.leafQuantile === null ? '' : formatPercentage(Number(result.leafQuantile.toPrecision(7)), 'table')}.`,
      );
    }
    if (target !== undefined && result.largestFanout !== null && result.largestFanout > 0) {
      sentences.push(
        `As slow as they are, ${percent(target)} holds up to ${count(result.largestFanout)} ${result.largestFanout === 1 ? 'call' : 'calls'}.`,
      );
    }
    return [...sentences, ...result.notes];
  },
});
