import type { Curve } from '#components/charts/curve-chart.tsx';
import { logarithmicSteps } from '#components/charts/curve-geometry.ts';
import type { Intervals } from '#components/charts/interval-chart.tsx';
import type { DrawnFigure } from '#components/charts/drawn-chart.tsx';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

/** What the horizontal axis counts in. */
export type Across = 'count' | 'share' | 'number';

export type Picture =
  | { readonly kind: 'curve'; readonly curve: Curve; readonly x: Across }
  | { readonly kind: 'intervals'; readonly intervals: Intervals }
  | ({ readonly kind: 'drawn' } & DrawnFigure);

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;
/** The calculator again, with some of its inputs changed; null where that makes no sense. */
export type Again = (changes: Input) => Output | null;
export type Draw = (input: Input, output: Output, again: Again) => Picture | null;

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

/** One result as one input changes, a point a step; steps at which it is undefined are left out. */
export function curveOver(
  again: Again,
  vary: string,
  read: string,
  steps: readonly number[],
  without: Input = {},
): Curve['points'] {
  return steps.flatMap((x) => {
    const y = again({ ...without, [vary]: x })?.[read];
    return typeof y === 'number' ? [{ x, y }] : [];
  });
}

export function wholeSteps(from: number, to: number): number[] {
  return [...new Set(logarithmicSteps(from, to, POINTS).map((step) => Math.round(step)))];
}
