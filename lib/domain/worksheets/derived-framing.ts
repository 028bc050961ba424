import type { FilledCalculator } from '#lib/domain/calculators/calculator.ts';
import { imbalance } from '#lib/domain/calculators/imbalance.ts';
import { costThreshold } from '#lib/domain/stats/cost-threshold.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatMoney } from '#lib/domain/quantities/money.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import { periodSeconds } from '#lib/domain/quantities/periods.ts';
import type { ClassItem, Worksheet } from './all-sections.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';
import { positiveShare } from './positive-share.ts';

/** What follows from the business, the classes and the costs of mistakes. */
export const framingValues = {
  'expected-benefit': (worksheet) => ({
    label: 'Expected benefit a year',
    formula: 'cases a year × gain per case',
    beside: ['business.gainPerCase', 'business.volumePerPeriod'],
    result: expectedBenefit(worksheet),
  }),
  'first-year-cost': (worksheet) => ({
    label: 'Cost of the first year',
    formula: 'cost to build + 12 × cost to run a month',
    beside: ['business.buildCost', 'business.runCostPerMonth'],
    result: firstYearCost(worksheet),
  }),
  'payback-months': (worksheet) => ({
    label: 'Pays back after',
    formula: 'cost to build ÷ (expected benefit a month − cost to run a month)',
    beside: ['business.buildCost', 'business.runCostPerMonth', 'business.gainPerCase'],
    result: paybackMonths(worksheet),
  }),
  'class-share-sum': (worksheet) => ({
    label: 'Shares together',
    formula: 'sum of the expected shares of all classes',
    beside: ['framing.classes'],
    result: classShareSum(worksheet),
  }),
  prevalence: (worksheet) => ({
    label: 'Share of positives',
    formula: 'as measured in production; else the expected share of the positive class',
    beside: ['imbalance.prevalenceProduction'],
    result: prevalence(worksheet),
  }),
  'majority-accuracy': (worksheet) => ({
    label: 'Accuracy of always giving the commonest answer',
    formula: 'largest share of a class',
    beside: ['framing.classes', 'imbalance.prevalenceProduction'],
    result: majorityAccuracy(worksheet),
  }),
  'cost-threshold': (worksheet) => ({
    label: 'Threshold of least expected cost',
    formula: '(fp − tn) ÷ (fp − tn + fn − tp), for calibrated scores',
    beside: ['imbalance.threshold', 'imbalance.costMatrix'],
    result: optimalThreshold(worksheet),
  }),
} as const satisfies Readonly<Record<string, Derive>>;

function expectedBenefit({ business, currency }: Worksheet): Derivation {
  const inputs = [
    ['business.volumePerPeriod', business.volumePerPeriod],
    ['business.gainPerCase', business.gainPerCase],
  ] as const;
  return from(inputs, ([perSecond, gain], leansOnGuess) => {
    const cases = withoutNoise(perSecond * periodSeconds.year);
    const value = withoutNoise(cases * gain);
    const working = `${formatNumber(cases, 'sentence')} × ${formatMoney(gain, currency, 'table')}`;
    return { state: 'value', value, shown: formatMoney(value, currency, 'sentence'), working, leansOnGuess };
  });
}

function firstYearCost({ business, currency }: Worksheet): Derivation {
  const inputs = [
    ['business.buildCost', business.buildCost],
    ['business.runCostPerMonth', business.runCostPerMonth],
  ] as const;
  return from(inputs, ([build, run], leansOnGuess) => {
    const value = build + 12 * run;
    const working = `${formatMoney(build, currency, 'sentence')} + 12 × ${formatMoney(run, currency, 'sentence')}`;
    return { state: 'value', value, shown: formatMoney(value, currency, 'sentence'), working, leansOnGuess };
  });
}

function paybackMonths(worksheet: Worksheet): Derivation {
  const { business, currency } = worksheet;
  const inputs = [
    ['business.volumePerPeriod', business.volumePerPeriod],
    ['business.gainPerCase', business.gainPerCase],
    ['business.buildCost', business.buildCost],
    ['business.runCostPerMonth', business.runCostPerMonth],
  ] as const;
  return from(inputs, ([, , build, run], leansOnGuess) => {
    const yearly = expectedBenefit(worksheet);
    const benefit = yearly.state === 'value' ? yearly.value / 12 : Number.NaN;
    if (!(benefit > run)) return { state: 'undefined', reason: 'It costs at least as much to run as it brings in.' };
    const value = build / (benefit - run);
    const [shownBuild, shownBenefit, shownRun] = [build, benefit, run].map((sum) =>
      formatMoney(sum, currency, 'sentence'),
    );
    const working = `${shownBuild} ÷ (${shownBenefit} − ${shownRun})`;
    return { state: 'value', value, shown: `${formatNumber(value, 'sentence')} months`, working, leansOnGuess };
  });
}

function shareInputs(classes: readonly ClassItem[]): Input[] {
  return classes.map(({ id, expectedShare }) => [`framing.classes.${id}.expectedShare`, expectedShare]);
}

function classShareSum({ framing }: Worksheet): Derivation {
  if (framing.classes.length === 0) return { state: 'waits', missing: ['framing.classes'] };
  if (framing.taskType.state === 'answered' && framing.taskType.value === 'multilabel') {
    return { state: 'undefined', reason: 'Labels do not exclude one another, so their shares need not add to 100 %.' };
  }
  return from(shareInputs(framing.classes), (shares, leansOnGuess) => {
    const value = withoutNoise(shares.reduce((sum, share) => sum + share, 0));
    const working = shares.map((share) => formatPercentage(share, 'table')).join(' + ');
    return { state: 'value', value, shown: formatPercentage(value, 'table'), working, leansOnGuess };
  });
}

function prevalence(worksheet: Worksheet): Derivation {
  return from([positiveShare(worksheet)], ([value], leansOnGuess) => {
    const shown = formatPercentage(value, 'table');
    return { state: 'value', value, shown, working: shown, leansOnGuess };
  });
}

function majorityAccuracy(worksheet: Worksheet): Derivation {
  const { framing } = worksheet;
  const isBinary = framing.taskType.state === 'answered' && framing.taskType.value === 'binary';
  const positives = prevalence(worksheet);
  if (isBinary && positives.state === 'value') {
    const input = { prevalence: positives.value };
    const value = withoutNoise(imbalance.compute(input).majorityAccuracy);
    return {
      ...positives,
      value,
      shown: formatPercentage(value, 'table'),
      working: `the larger of ${positives.shown} and the rest`,
      calculator: { id: imbalance.id, input },
    };
  }
  if (framing.classes.length === 0) return { state: 'waits', missing: ['framing.classes'] };
  return from(shareInputs(framing.classes), (shares, leansOnGuess) => {
    const value = Math.max(...shares);
    const working = shares.map((share) => formatPercentage(share, 'table')).join(', ');
    return {
      state: 'value',
      value,
      shown: formatPercentage(value, 'table'),
      working: `the largest of ${working}`,
      leansOnGuess,
    };
  });
}

function optimalThreshold(worksheet: Worksheet): Derivation {
  const { costMatrix } = worksheet.imbalance;
  const inputs = [
    ['imbalance.costMatrix.tp', costMatrix.tp],
    ['imbalance.costMatrix.fp', costMatrix.fp],
    ['imbalance.costMatrix.fn', costMatrix.fn],
    ['imbalance.costMatrix.tn', costMatrix.tn],
  ] as const;
  return from(inputs, ([tp, fp, fn, tn], leansOnGuess) => {
    const value = costThreshold({ tp, fp, fn, tn });
    if (value === null) {
      return { state: 'undefined', reason: 'A mistake has to cost more than the right answer it replaces.' };
    }
    const [a, b] = [formatNumber(fp - tn, 'sentence'), formatNumber(fn - tp, 'sentence')];
    return {
      state: 'value',
      value,
      shown: formatNumber(value, 'sentence'),
      working: `${a} ÷ (${a} + ${b})`,
      leansOnGuess,
      ...atKnownShare(worksheet, { tp, fp, fn, tn }),
    };
  });
}

/** The threshold does not depend on the share of positives; the calculator says more than the threshold, and asks for it. */
function atKnownShare(
  worksheet: Worksheet,
  costs: Readonly<Record<'tp' | 'fp' | 'fn' | 'tn', number>>,
): { readonly calculator?: FilledCalculator } {
  const [, share] = positiveShare(worksheet);
  if (share.state !== 'answered') return {};
  return { calculator: { id: imbalance.id, input: { prevalence: share.value, costs } } };
}
