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
