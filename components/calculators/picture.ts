import type { Curve } from '#components/charts/curve-chart.tsx';
import { logarithmicSteps } from '#components/charts/curve-geometry.ts';
import type { Intervals } from '#components/charts/interval-chart.tsx';
import type { DrawnFigure } from '#components/charts/drawn-chart.tsx';
import type { Matrix } from '#components/charts/matrix-chart.tsx';
import { calculatorById } from '#lib/domain/calculators/all-calculators.ts';
import { runCalculator } from '#lib/domain/calculators/run-calculator.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

/** What the horizontal axis counts in. */
export type Across = 'count' | 'share' | 'number';

export type Picture =
  | { readonly kind: 'curve'; readonly curve: Curve; readonly x: Across }
  | { readonly kind: 'intervals'; readonly intervals: Intervals }
  | { readonly kind: 'matrix'; readonly matrix: Matrix }
  | ({ readonly kind: 'drawn' } & DrawnFigure);

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;
export type Draw = (input: Input, output: Output) => Picture | null;

export const POINTS = 61;
export const percent = (share: number) => formatPercentage(share, 'sentence');
export const count = (value: number) => formatNumber(Math.round(value), 'table');

export function numberIn(values: Output, key: string): number | null {
  const value = values[key];
  return typeof value === 'number' ? value : null;
}

type Words = Pick<Curve, 'title' | 'answer' | 'xLabel' | 'yLabel' | 'reference'>;

export function drawn(points: Curve['points'], x: Across, marker: Curve['marker'], words: Words): Picture | null {
  return points.length < 2 ? null : { kind: 'curve', x, curve: { ...words, points, marker } };
}

/** The calculator again with one input changed, once a step; steps at which the result is undefined are left out. */
export function curveOver(
  id: string,
  vary: string,
  read: string,
  input: Input,
  steps: readonly number[],
): Curve['points'] {
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

export function wholeSteps(from: number, to: number): number[] {
  return [...new Set(logarithmicSteps(from, to, POINTS).map((step) => Math.round(step)))];
}
