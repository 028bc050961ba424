import { AppError } from '../errors.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { anyOfMany } from '../stats/any-of-many.ts';
import { discreteDistribution } from '../stats/discrete-distribution.ts';
import type { Distribution } from '../stats/distribution.ts';
import { gammaDistribution } from '../stats/gamma-distribution.ts';
import { logNormalDistribution } from '../stats/log-normal-distribution.ts';
import { normalCdf } from '../stats/normal-cdf.ts';
import { normalDistribution } from '../stats/normal-distribution.ts';
import { retriedDistribution } from '../stats/retried-distribution.ts';
import { slowestDistribution } from '../stats/slowest-distribution.ts';
import { tabulatedQuantile } from '../stats/tabulated-quantile.ts';
import type { LatencyStage } from './latency-budget-contract.ts';

/** A family whose sums stay in it. */
export type Summable =
  | { readonly family: 'gamma'; readonly shape: number; readonly scale: number }
  | { readonly family: 'normal'; readonly mean: number; readonly sd: number };

/** The time of one call, in ms. */
interface Call {
  readonly distribution: Distribution;
  readonly mean: number;
  readonly summable?: Summable;
  /** For drawing many numbers; without it the distribution’s own quantile is quick enough. */
  readonly draw?: (upper: number) => number;
}

/** The time of a stage with its retries and its fan-out, in ms. */
export interface StageTime {
  readonly distribution: Distribution;
  /** null where retries or a fan-out leave no formula. */
  readonly mean: number | null;
  readonly summable: Summable | null;
  readonly draw: (upper: number) => number;
  /** Chance that some call times out at its last attempt; null without a timeout. */
  readonly failureProbability: number | null;
}

/** Below this chance of a negative time a sum of normal times counts as normal. */
const NEGLIGIBLE = 1e-6;
/** Spreads that no measured latency has, and that would leave the range of numbers. */
const WIDEST = { p99OverP50: 1e6, sdOverMean: 10 };
/** A gamma distribution as narrow as this is normal, and its own formulas become slow. */
const NARROW = 0.01;

/** @throws AppError 'bad-input' for keys that do not go together, naming the key */
export function stageTime({ distribution, fanout, retries, timeoutMs }: LatencyStage, path: string): StageTime {
  const call = callTime(distribution, `${path}.distribution`);
  if (timeoutMs === undefined && retries > 0) {
    throw refusal(`${path}.retries`, 'needs timeoutMs, since a retry begins when the timeout has passed.');
  }
  if (timeoutMs === undefined) {
    const whole = slowestDistribution(call.distribution, fanout);
    const quick =
      call.draw === undefined ? whole : slowestDistribution({ ...call.distribution, upperQuantile: call.draw }, fanout);
    return {
      distribution: whole,
      mean: fanout === 1 ? call.mean : null,
      summable: fanout === 1 ? (call.summable ?? null) : null,
      draw: quick.upperQuantile,
      failureProbability: null,
    };
  }
  const retried = retriedDistribution(call.distribution, timeoutMs, retries);
  const quick = { ...call.distribution, upperQuantile: call.draw ?? call.distribution.upperQuantile };
  return {
    distribution: slowestDistribution(retried, fanout),
    mean: null,
    summable: null,
    draw: slowestDistribution(retriedDistribution(quick, timeoutMs, retries), fanout).upperQuantile,
    failureProbability: anyOfMany(retried.failureProbability, fanout),
  };
}

function callTime(given: LatencyStage['distribution'], path: string): Call {
  const { kind, p50, p99, mean, sd, values, points } = given;
  const keys = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const only = (...wanted: string[]): boolean =>
    wanted.length === keys.length && wanted.every((key) => keys.includes(key));
  if (p50 !== undefined && p99 !== undefined && only('p50', 'p99')) {
    if (p99 < p50) throw refusal(`${path}.p99`, `must be at least p50, and ${p99} is less than ${p50}.`);
    if (p99 > WIDEST.p99OverP50 * p50) throw refusal(`${path}.p99`, 'must be at most a million times p50.');
    const distribution = logNormalDistribution(p50, p99);
    return { distribution, mean: distribution.mean };
  }
  if (mean !== undefined && only('mean')) return gammaTime(mean, mean);
  if (mean !== undefined && sd !== undefined && only('mean', 'sd')) {
    if (sd > WIDEST.sdOverMean * mean) throw refusal(`${path}.sd`, 'must be at most ten times the mean.');
    return sd < NARROW * mean ? normalTime(mean, sd) : gammaTime(mean, sd);
  }
  if (mean !== undefined && sd !== undefined && kind !== undefined && only('kind', 'mean', 'sd')) {
    return normalTime(mean, sd);
  }
  if (values !== undefined && only('values')) {
    return discreteTime(values.map((value) => ({ value, chance: 1 / values.length })));
  }
  if (points !== undefined && only('points')) {
    const total = points.reduce((sum, { p }) => sum + p, 0);
    if (Math.abs(total - 1) > 1e-6) {
      throw refusal(
        `${path}.points`,
        `must have chances that add up to 1, and they add up to ${formatNumber(total, 'sentence')}.`,
      );
    }
    return discreteTime(points.map(({ ms, p }) => ({ value: ms, chance: p / total })));
  }
  const found = keys.length === 0 ? 'it is empty' : `there ${keys.length === 1 ? 'is' : 'are'} ${keys.join(', ')}`;
  throw refusal(
    path,
    `takes p50 and p99, mean, mean and sd (with kind normal or without), values, or points; ${found}.`,
  );
}

function gammaTime(mean: number, sd: number): Call {
  const shape = (mean / sd) ** 2;
  const scale = sd ** 2 / mean;
  const distribution = gammaDistribution(shape, scale);
  const summable = { family: 'gamma', shape, scale } as const;
  return shape === 1
    ? { distribution, mean, summable }
    : { distribution, mean, summable, draw: tabulatedQuantile(distribution) };
}

function normalTime(mean: number, sd: number): Call {
  const tame = normalCdf(-mean / sd) < NEGLIGIBLE;
  const density = Math.exp(-((mean / sd) ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return {
    distribution: normalDistribution(mean, sd),
    // What is cut off below 0 adds to the mean: E max(0, X) = m Φ(m/s) + s φ(m/s).
    mean: mean * normalCdf(mean / sd) + sd * density,
    ...(tame ? { summable: { family: 'normal', mean, sd } as const } : {}),
  };
}

function discreteTime(points: Parameters<typeof discreteDistribution>[0]): Call {
  const distribution = discreteDistribution(points);
  return { distribution, mean: distribution.mean };
}

function refusal(path: string, what: string): AppError {
  return new AppError('bad-input', `${path} ${what}`, { path });
}
