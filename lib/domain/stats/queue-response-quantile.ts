import { findRoot } from './find-root.ts';

/** A queue with exponential arrivals and services, in units of one service time. */
interface ServedQueue {
  /** Chance that an arriving request waits (Erlang C). */
  readonly waits: number;
  readonly servers: number;
  /** Offered load in erlangs, below the number of servers. */
  readonly load: number;
}

/**
 * Time from arrival to the end of service that a share of the requests does not exceed, in an M/M/c queue.
 *
 * It is a sum of a wait that is often zero and a service, and for more than one server no exponential distribution.
 *
 * @param share in [0, 1)
 * @returns the time in units of the mean service time
 * @throws RangeError when the share lies outside [0, 1)
 *
 * Complexity: some fifteen evaluations of the tail.
 * Source: P(T > t) = e^−t (1 + C (1 − e^−dt) / d), d = c − 1 − a, t in service times; Gross et al., Fundamentals of
 * Queueing Theory (2008), section 2.4, solved by `findRoot`.
 */
export function queueResponseQuantile(share: number, queue: ServedQueue): number {
  if (!(share >= 0 && share < 1)) throw new RangeError(`queueResponseQuantile needs a share in [0, 1), got ${share}`);
  if (share === 0) return 0;
  const wanted = 1 - share;
  let high = 1;
  while (tail(high, queue) > wanted) high *= 2;
  return findRoot((t) => Math.log(tail(t, queue) / wanted), 0, high);
}

/** Chance that a response takes longer than t service times. */
function tail(t: number, { waits, servers, load }: ServedQueue): number {
  const d = servers - 1 - load;
  // Near d = 0 the quotient loses its digits unless expm1 carries them; far from it e^−dt alone may overflow.
  if (Math.abs(d * t) < 1) return Math.exp(-t) * (1 + waits * (d === 0 ? t : -Math.expm1(-d * t) / d));
  return Math.exp(-t) + (waits * (Math.exp(-t) - Math.exp(-t * (1 + d)))) / d;
}
