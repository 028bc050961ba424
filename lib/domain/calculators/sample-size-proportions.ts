import { AppError } from '../errors.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { detectableProportion } from '../stats/detectable-proportion.ts';
import { proportionTestPower } from '../stats/proportion-test-power.ts';
import { proportionTestSampleSize } from '../stats/proportion-test-sample-size.ts';
import type { ProportionTest } from '../stats/proportion-test.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { SampleSizeInput, SampleSizeOutput } from './sample-size-proportions-contract.ts';

const DEFAULT_POWER = 0.8;

type Solved = Pick<SampleSizeOutput, 'nPerGroupExact' | 'power' | 'effect' | 'effectDown' | 'notes'>;

export const sampleSizeProportions = defineCalculation({
  id: 'sample-size-proportions',
  title: 'Sample size for a difference of shares',
  question: 'How many cases does it take to tell a change of this size from chance? Or: what do so many cases show?',
  example: {
    baseline: 0.2,
    effect: 0.05,
    effectKind: 'absolute',
    alpha: 0.05,
    power: DEFAULT_POWER,
    sides: 2,
    method: 'pooled',
    ratio: 1,
    variants: 2,
    design: 'two-sample',
    bothTails: false,
    allocation: 1,
  },
  formula:
    'n = ((z_α √(p̄q̄ (1 + 1/r)) + z_power √(p₁q₁ + p₂q₂/r)) / (p₂ − p₁))², p̄ = (p₁ + r p₂) / (1 + r); evan-miller: the baseline’s variance under “no effect”; arcsine: h = 2 asin √p₁ − 2 asin √p₂.',
  sources: [
    'J. L. Fleiss, Statistical Methods for Rates and Proportions (1981); R, power.prop.test',
    'E. Miller, Sample size calculator, evanmiller.org',
    'J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapter 6',
  ],
  sql: sqlByDialect(
    ({ table, countWhere, day }) =>
      `SELECT\n  1.0 * ${countWhere('outcome = 1')} / COUNT(*) AS baseline,\n  1.0 * COUNT(DISTINCT unit_id) / COUNT(DISTINCT ${day('happened_at')}) AS traffic_per_day\nFROM ${table('cases')}\nWHERE outcome IS NOT NULL`,
  ),

  compute(given: SampleSizeInput): SampleSizeOutput {
    refuseCombinations(given);
    const solved = solve(given);
    const exact = solved.nPerGroupExact;
    const nPerGroup = exact === null ? null : Math.max(1, Math.ceil(exact * (1 - 1e-12)));
    const twoSample = given.design === 'two-sample';
    const changed =
      nPerGroup === null || exact === null || !twoSample
        ? null
        : Math.max(1, Math.ceil(exact * given.ratio * (1 - 1e-12)));
    const total = nPerGroup === null ? null : nPerGroup + (given.variants - 1) * (changed ?? 0);
    const perDay = given.trafficPerDay === undefined ? null : given.trafficPerDay * given.allocation;
    return {
      ...solved,
      nPerGroup,
      nPerChangedGroup: changed,
      nTotal: total,
      days: total === null || perDay === null ? null : Math.ceil(total / perDay),
      method: given.method,
      assumptions: assumptionsOf(given),
    };
  },

  interpretation(given, result): string[] {
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const count = (value: number): string => formatNumber(value, 'table');
    const size = (effect: number): string =>
      given.effectKind === 'relative'
        ? `${percent(effect)} of the baseline`
        : `${formatNumber(100 * effect, 'sentence')} points`;
    const sentences: string[] = [];
    if (result.nPerGroup !== null && result.effect !== null) {
      const each = given.design === 'one-sample' ? '' : ' a group';
      sentences.push(
        given.effect === undefined
          ? `With ${count(result.nPerGroup)}${each} a rise of ${size(result.effect)} from ${percent(given.baseline)} is found with a chance of ${percent(result.power)}.`
          : given.n === undefined
            ? `To find a change of ${size(result.effect)} from ${percent(given.baseline)} with a chance of ${percent(result.power)} takes ${count(result.nPerGroup)}${each}.`
            : `With ${count(result.nPerGroup)}${each} a change of ${size(result.effect)} from ${percent(given.baseline)} is found with a chance of ${percent(result.power)}.`,
      );
    }
    if (result.nTotal !== null && given.design === 'two-sample')
      sentences.push(`Over all groups that is ${count(result.nTotal)}.`);
    if (result.days !== null)
      sentences.push(`At this traffic it takes ${result.days === 1 ? '1 day' : `${count(result.days)} days`}.`);
    return [...sentences, ...result.notes];
  },
});

function refuseCombinations(given: SampleSizeInput): void {
  const refuse = (path: string, message: string): never => {
    throw new AppError('bad-input', message, { path });
  };
  if (given.effect === undefined && given.n === undefined) {
    refuse('effect', 'effect is missing: give the effect to get a size, or n to get the effect that it shows.');
  }
  if (given.effect !== undefined && given.n !== undefined && given.power !== undefined) {
    refuse('power', 'power cannot be given beside effect and n: any two of them settle the third.');
  }
  if (given.power !== undefined && given.power <= given.alpha) {
    refuse('power', `power must be above alpha, ${given.alpha}: chance alone finds that much.`);
  }
  if (given.effect !== undefined) {
    const changed = changedShare(given, given.effect);
    if (!(changed > 0 && changed < 1)) {
      refuse(
        'effect',
        `effect takes the share of ${given.baseline} to ${formatNumber(changed, 'sentence')}, and a share lies between 0 and 1.`,
      );
    }
  }
  if (given.design === 'one-sample' && (given.ratio !== 1 || given.variants !== 2)) {
    refuse(
      given.ratio === 1 ? 'variants' : 'ratio',
      'A one-sample design has a single group, so ratio and variants cannot be given.',
    );
  }
  if (given.method === 'evan-miller' && (given.ratio !== 1 || given.design === 'one-sample')) {
    refuse('method', 'method evan-miller is for two groups of the same size; use pooled or arcsine.');
  }
}

function solve(given: SampleSizeInput): Solved {
  const { effect, n, baseline } = given;
  const wanted = given.power ?? DEFAULT_POWER;
  if (effect === undefined) return solveEffect(given, n ?? 1, wanted);
  const test: ProportionTest = { ...given, changed: changedShare(given, effect) };
  const both = { effect, effectDown: null };
  if (n !== undefined) return { ...both, nPerGroupExact: n, power: proportionTestPower(test, n), notes: [] };
  if (test.changed === baseline) {
    const notes = ['The size is not defined: no number of cases tells an effect of 0 from nothing.'];
    return { ...both, nPerGroupExact: null, power: wanted, notes };
  }
  return { ...both, nPerGroupExact: proportionTestSampleSize(test, wanted), power: wanted, notes: [] };
}

function solveEffect(given: SampleSizeInput, n: number, power: number): Solved {
  const notes: string[] = [];
  const towards = (direction: 'up' | 'down', words: string): number | null => {
    const changed = detectableProportion(given, n, power, direction);
    if (changed === null) {
      const size = `${formatNumber(n, 'table')} ${n === 1 ? 'case' : 'cases'}`;
      notes.push(
        `No ${words} is large enough to be found with ${size}${given.design === 'one-sample' ? '' : ' a group'}.`,
      );
      return null;
    }
    return given.effectKind === 'relative' ? changed / given.baseline - 1 : changed - given.baseline;
  };
  return { nPerGroupExact: n, power, effect: towards('up', 'rise'), effectDown: towards('down', 'fall'), notes };
}

function changedShare({ baseline, effectKind }: SampleSizeInput, effect: number): number {
  return effectKind === 'relative' ? baseline * (1 + effect) : baseline + effect;
}

function assumptionsOf(given: SampleSizeInput): string[] {
  const tests = {
    pooled: 'z test with pooled variance, as R’s power.prop.test',
    'evan-miller': 'z test as on evanmiller.org, for a move towards 50 %, the more variable side',
    arcsine: 'test on the arcsine scale (Cohen’s h)',
  };
  const tails =
    given.sides === 1
      ? 'one-sided'
      : given.bothTails
        ? 'two-sided, both tails counted as power'
        : 'two-sided, only the tail of the effect counted as power';
  const correction =
    given.variants > 2
      ? [
          `Each of the ${given.variants - 1} variants is compared with the control at the full alpha; divide alpha by their number to guard against the chance finds among them.`,
        ]
      : [];
  return [
    `${tests[given.method]}, ${tails}, normal approximation.`,
    'Cases are independent, and the result is looked at once, at the end.',
    ...correction,
  ];
}
