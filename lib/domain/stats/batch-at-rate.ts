/** How a server gathers requests into batches. Times in ms. */
export interface Batching {
  readonly maxSize: number;
  readonly maxDelay: number;
  /** What each request adds to the time of a batch. */
  readonly each: number;
  /** What a batch takes whatever its size. */
  readonly anyway: number;
}

export interface BatchAtRate {
  /** Requests in a usual batch. */
  readonly size: number;
  /** How long the first request of a batch waits for the others, in ms. */
  readonly fill: number;
  /** How long the batch then takes, in ms. */
  readonly service: number;
}

/**
 * What a usual batch looks like at a steady rate: it is sent when it is full, or when its first request has waited
 * long enough.
 *
 * @param perSecond requests that arrive, above 0
 *
 * Complexity: O(1).
 * Source: (B − 1)/λ until B requests are there, and 1 + λd of them after a time d; both are means.
 */
export function batchAtRate(perSecond: number, { maxSize, maxDelay, each, anyway }: Batching): BatchAtRate {
  const fill = Math.min(maxDelay, (1000 * (maxSize - 1)) / perSecond);
  const size = Math.min(maxSize, 1 + (perSecond * fill) / 1000);
  return { size, fill, service: size * each + anyway };
}

/**
 * How long this share of requests waits at most for the others of its batch, in ms: places in a batch are equally
 * likely, and only the first request waits from beginning to end.
 *
 * @param share of requests, from 0 to 1
 * @param perSecond requests that arrive, above 0
 *
 * Complexity: O(1).
 * Source: uniform places. Where time runs out, 1 of 1 + λd requests waits d and the others evenly less, so that
 * P(wait ≤ w) = λw / (1 + λd) for w < d.
 */
export function waitForOthers(share: number, perSecond: number, batching: Batching): number {
  const { size, fill } = batchAtRate(perSecond, batching);
  const isFull = size === batching.maxSize;
  return isFull ? share * fill : Math.min(fill, (1000 * share * size) / perSecond);
}
