import { labelNoise } from '#lib/domain/calculators/label-noise.ts';
import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { roundForSentence } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import type { Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';
import { positiveShare } from './positive-share.ts';

const RATES = 'labels.labelNoiseRate';

/**
 * What labels allow: a model that is always right still disagrees with labels that are wrong. These are no ceilings for
 * mistakes that follow a rule, since a model can learn the rule.
 */
export const labelValues = {
  'truth-known-after': (worksheet) => ({
    label: 'The label is there after',
    formula: 'label window + time from the outcome to its label',
    beside: ['labels.labelDelay', 'framing.horizon'],
    result: truthKnownAfter(worksheet),
  }),
  'label-accuracy-ceiling': (worksheet) => ({
    label: 'Best accuracy that the labels allow',
    formula: '1 − share of wrong labels',
    beside: [RATES],
    result: accuracyCeiling(worksheet),
  }),
  'label-recall-ceiling': (worksheet) => ({
    label: 'Best recall that the labels allow',
    formula: 'share of positive labels that are true: π(1 − fnr) ÷ (π(1 − fnr) + (1 − π) fpr)',
    beside: [RATES, 'imbalance.prevalenceProduction', 'imbalance.prevalenceTest', `${RATES}.fnr`],
    result: recallCeiling(worksheet),
  }),
  'label-precision-ceiling': (worksheet) => ({
    label: 'Best precision that the labels allow',
    formula: '1 − share of true positives that are labelled negative',
    beside: [RATES],
    result: precisionCeiling(worksheet),
  }),
} as const satisfies Readonly<Record<string, Derive>>;

function truthKnownAfter({ framing, labels }: Worksheet): Derivation {
  const inputs = [
    ['framing.horizon', framing.horizon],
    ['labels.labelDelay', labels.labelDelay],
  ] as const;
  return from(inputs, ([window, delay], leansOnGuess) => {
    const value = window + delay;
    const [shown, a, b] = [value, window, delay].map((ms) => formatDuration(ms, 'table'));
    return { state: 'value', value, shown: shown ?? '', working: `${a} + ${b}`, leansOnGuess };
  });
}

function accuracyCeiling(worksheet: Worksheet): Derivation {
  const { overall } = worksheet.labels.labelNoiseRate;
  return unlessElsewhere(worksheet, () =>
    from([[`${RATES}.overall`, overall]], ([wrong], leansOnGuess) => {
      if (!hasClasses(worksheet)) {
        return { state: 'undefined', reason: 'Accuracy is about classes, and this task answers with none.' };
      }
      return {
        ...asShare(1 - wrong, `1 − ${percent(wrong)}`, leansOnGuess),
        calculator: { id: labelNoise.id, input: { errorRate: wrong } },
      };
    }),
  );
}

function recallCeiling(worksheet: Worksheet): Derivation {
  const { fpr, fnr } = worksheet.labels.labelNoiseRate;
  const inputs: readonly [Input, Input, Input] = [shareInTest(worksheet), [`${RATES}.fpr`, fpr], [`${RATES}.fnr`, fnr]];
  return unlessElsewhere(worksheet, () =>
    from(inputs, ([prevalence, falsePositiveRate, falseNegativeRate], leansOnGuess) => {
      const input = { falsePositiveRate, falseNegativeRate, prevalence };
      const { labelPpv } = labelNoise.compute({ ...input, classes: 2 });
      if (labelPpv === null) return { state: 'undefined', reason: 'No case is ever labelled positive.' };
      const found = `${percent(prevalence)} × ${percent(withoutNoise(1 - falseNegativeRate))}`;
      const added = `${percent(withoutNoise(1 - prevalence))} × ${percent(falsePositiveRate)}`;
      return {
        ...asShare(labelPpv, `${found} ÷ (${found} + ${added})`, leansOnGuess),
        calculator: { id: labelNoise.id, input },
      };
    }),
  );
}

/** Labels limit what is measured with them, which is the test: its share of positives counts, if it has another. */
function shareInTest(worksheet: Worksheet): Input {
  const { prevalenceTest } = worksheet.imbalance;
  return prevalenceTest.state === 'answered' ? ['imbalance.prevalenceTest', prevalenceTest] : positiveShare(worksheet);
}

function precisionCeiling(worksheet: Worksheet): Derivation {
  const { fnr } = worksheet.labels.labelNoiseRate;
  return unlessElsewhere(worksheet, () =>
    from([[`${RATES}.fnr`, fnr]], ([missed], leansOnGuess) =>
      asShare(1 - missed, `1 − ${percent(missed)}`, leansOnGuess),
    ),
  );
}

/** The rates are about the process that labels the test, unless another one does. */
function unlessElsewhere({ labels }: Worksheet, derive: () => Derivation): Derivation {
  const process = valueOf(labels.testLabelProcess);
  const derived = derive();
  return derived.state === 'waits' || process === undefined || process === 'same'
    ? derived
    : { state: 'undefined', reason: 'The labels of the test are made with more care than these rates are about.' };
}

function hasClasses({ framing }: Worksheet): boolean {
  const task = valueOf(framing.taskType);
  return task !== 'regression' && task !== 'quantile-regression' && task !== 'count' && task !== 'forecasting';
}

function asShare(share: number, working: string, leansOnGuess: boolean): Extract<Derivation, { state: 'value' }> {
  const value = withoutNoise(share);
  return { state: 'value', value, shown: shownCeiling(value), working, leansOnGuess };
}

/** Close to 100 % it is what is missing that has three digits: 99.976 % is not 100 %. */
function shownCeiling(share: number): string {
  if (share < 0.99) return formatPercentage(share, 'sentence');
  return formatPercentage(withoutNoise(1 - roundForSentence(1 - share)), 'table');
}

function percent(share: number): string {
  return formatPercentage(share, 'table');
}
