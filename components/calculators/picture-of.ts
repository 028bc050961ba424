import type { Curve } from '#components/charts/curve-chart.tsx';
import { logarithmicSteps } from '#components/charts/curve-geometry.ts';
import type { Intervals } from '#components/charts/interval-chart.tsx';
import type { Matrix } from '#components/charts/matrix-chart.tsx';
import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

import { confusions } from './confusions.ts';

export type Picture =
  | { readonly kind: 'curve'; readonly curve: Curve; readonly x: 'count' | 'share' }
  | { readonly kind: 'intervals'; readonly intervals: Intervals }
  | { readonly kind: 'matrix'; readonly matrix: Matrix };

type Input = Readonly<Record<string, unknown>>;
type Output = Readonly<Record<string, unknown>>;
type Draw = (input: Input, output: Output) => Picture | null;

const POINTS = 61;
const percent = (share: number) => formatPercentage(share, 'sentence');
const count = (value: number) => formatNumber(Math.round(value), 'table');
const numberIn = (values: Output, key: string) => {
  const value = values[key];
  return typeof value === 'number' ? value : null;
};

/** The picture of a result, drawn from the calculator itself; null where there is nothing to draw. */
export function pictureOf(id: string, input: Input, output: Output): Picture | null {
  return Object.hasOwn(DRAWINGS, id) ? (DRAWINGS[id]?.(input, output) ?? null) : null;
}

const DRAWINGS: Readonly<Record<string, Draw>> = {
  'proportion-interval': (_, output) => {
    const estimate = numberIn(output, 'estimate');
    const rows = [
      { label: 'Wilson', ends: output['wilson'] },
      { label: 'Clopper–Pearson', ends: output['clopperPearson'] },
    ].flatMap(({ label, ends }) => (isInterval(ends) ? [{ label, low: ends[0], high: ends[1] }] : []));
    const [first] = rows;
    if (estimate === null || first === undefined) return null;
    const answer = `${percent(estimate)}, and the truth between ${percent(first.low)} and ${percent(first.high)}.`;
    return { kind: 'intervals', intervals: { title: 'How well is the share known?', answer, estimate, rows } };
  },

  'rare-group': (input, output) => {
    const n = numberIn(input, 'n');
    const share = numberIn(output, 'probabilityAtLeast');
    if (n === null || n < 1 || share === null) return null;
    const most = Math.max(10, 3 * n, 1.5 * (numberIn(output, 'nForAtLeast') ?? 0));
    const population = numberIn(input, 'population');
    const curve = curveOver(
      'rare-group',
      'n',
      'probabilityAtLeast',
      input,
      wholeSteps(1, Math.min(most, population ?? most)),
    );
    const confidence = numberIn(input, 'confidence');
    return drawn(
      curve,
      'count',
      { x: n, y: share },
      {
        title: 'How does the chance grow with the sample?',
        answer: `A sample of ${count(n)} holds enough with a chance of ${percent(share)}.`,
        xLabel: 'Sample',
        yLabel: 'Chance',
        reference: confidence === null ? undefined : { share: confidence, label: `${percent(confidence)} wanted` },
      },
    );
  },

  'sample-size-proportions': (input, output) => {
    const n = numberIn(output, 'nPerGroup');
    const power = numberIn(output, 'power');
    if (n === null || power === null || input['effect'] === undefined) return null;
    const { power: wanted, ...free } = input;
    const curve = curveOver('sample-size-proportions', 'n', 'power', free, wholeSteps(Math.max(2, n / 30), 4 * n));
    return drawn(
      curve,
      'count',
      { x: n, y: power },
      {
        title: 'How does the power grow with the cases?',
        answer: `${count(n)} a group find the change with a chance of ${percent(power)}.`,
        xLabel: 'Cases a group',
        yLabel: 'Power',
        reference: typeof wanted === 'number' ? { share: wanted, label: `${percent(wanted)} wanted` } : undefined,
      },
    );
  },

  imbalance: (input, output) => {
    const prevalence = numberIn(input, 'prevalence');
    const ppv = numberIn(output, 'ppv');
    if (prevalence === null || prevalence <= 0 || prevalence >= 1 || ppv === null) return null;
    const steps = logarithmicSteps(Math.min(0.001, prevalence / 3), Math.max(0.5, prevalence), POINTS);
    const curve = curveOver('imbalance', 'prevalence', 'ppv', input, steps);
    return drawn(
      curve,
      'share',
      { x: prevalence, y: ppv },
      {
        title: 'How much of what is flagged is real, at other shares of positives?',
        answer: `At ${percent(prevalence)} it is ${percent(ppv)}.`,
        xLabel: 'Share of positives',
        yLabel: 'Precision',
      },
    );
  },

  'label-agreement': (_, output) => {
    const matrix = confusions(output['categories'], output['labelPairs']);
    return matrix === null ? null : { kind: 'matrix', matrix };
  },

  'label-noise': (input, output) => {
    const errorRate = numberIn(output, 'errorRate');
    const read = numberIn(output, 'observedAccuracy') === null ? 'accuracyCeiling' : 'observedAccuracy';
    const accuracy = numberIn(output, read);
    if (errorRate === null || errorRate === 0 || accuracy === null) return null;
    const { falsePositiveRate: _fpr, falseNegativeRate: _fnr, prevalence: _prevalence, ...rest } = input;
    const steps = logarithmicSteps(Math.min(0.001, errorRate), Math.max(0.5, errorRate), POINTS);
    const ceiling = read === 'accuracyCeiling';
    return drawn(
      curveOver('label-noise', 'errorRate', read, rest, steps),
      'share',
      { x: errorRate, y: accuracy },
      {
        title: `What does ${ceiling ? 'a model that is always right' : 'this model'} score at other shares of wrong labels?`,
        answer: `With ${percent(errorRate)} of the labels wrong it scores ${percent(accuracy)}.`,
        xLabel: 'Wrong labels',
        yLabel: 'Measured accuracy',
      },
    );
  },
};

type Words = Pick<Curve, 'title' | 'answer' | 'xLabel' | 'yLabel' | 'reference'>;

function drawn(points: Curve['points'], x: 'count' | 'share', marker: Curve['marker'], words: Words): Picture | null {
  return points.length < 2 ? null : { kind: 'curve', x, curve: { ...words, points, marker } };
}

/** The calculator again with one input changed, once a step; steps at which the result is undefined are left out. */
function curveOver(id: string, vary: string, read: string, input: Input, steps: readonly number[]): Curve['points'] {
  const calculator = calculatorById(id);
  return steps.flatMap((x) => {
    try {
      const { output } = runCalculator(calculator, { ...input, [vary]: x });
      const y: unknown = typeof output === 'object' && output !== null ? Reflect.get(output, read) : null;
      return typeof y === 'number' ? [{ x, y }] : [];
    } catch (error) {
      if (isAppError(error)) return [];
      throw error;
    }
  });
}

function wholeSteps(from: number, to: number): number[] {
  return [...new Set(logarithmicSteps(from, to, POINTS).map((step) => Math.round(step)))];
}

function isInterval(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === 'number');
}
