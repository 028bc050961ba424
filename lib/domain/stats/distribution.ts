/** A distribution of times: 0 or more, whatever its shape. */
export interface Distribution {
  /** Chance of at most x. */
  readonly cdf: (x: number) => number;
  /**
   * The smallest x that is exceeded with no more than the given chance, in (0, 1]. Asked from above, because a tail of
   * 1e-12 is lost in 1 − 1e-12.
   */
  readonly upperQuantile: (upper: number) => number;
}
