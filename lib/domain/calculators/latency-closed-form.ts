import { gammaDistribution } from '../stats/gamma-distribution.ts';
import { normalDistribution } from '../stats/normal-distribution.ts';
import type { StageTime, Summable } from './stage-distribution.ts';

/** The quantile of the whole, from its upper tail, in ms. */
export type WholeQuantile = (upper: number) => number;

/**
 * The quantile of stages one after another where a formula has it: a single stage, gammas of one scale (exponentials of
 * one mean among them), normals.
 *
 * @returns null where there is none
 */
export function closedForm(stages: readonly StageTime[]): WholeQuantile | null {
  const [first, ...others] = stages;
  if (first === undefined) return null;
  if (others.length === 0) return first.distribution.upperQuantile;
  const sum = others.reduce<Summable | null>((whole, { summable }) => added(whole, summable), first.summable);
  if (sum === null) return null;
  return sum.family === 'gamma'
    ? gammaDistribution(sum.shape, sum.scale).upperQuantile
    : normalDistribution(sum.mean, sum.sd).upperQuantile;
}

function added(one: Summable | null, other: Summable | null): Summable | null {
  if (one?.family === 'gamma' && other?.family === 'gamma' && Math.abs(one.scale / other.scale - 1) < 1e-12) {
    return { ...one, shape: one.shape + other.shape };
  }
  if (one?.family === 'normal' && other?.family === 'normal') {
    return { ...one, mean: one.mean + other.mean, sd: Math.hypot(one.sd, other.sd) };
  }
  return null;
}
