/** What is multiplied to a rate until it reaches the receiver, by the field that says it. */
export const loadFactors = {
  fanout: (calls: number) => calls,
  cacheHit: (share: number) => 1 - share,
  retries: (again: number) => 1 + again,
} as const satisfies Readonly<Record<string, (value: number) => number>>;

/** Twelve digits bring whole numbers back: a rate by the day is kept by the second. */
export function ratePassedOn(perSecond: number, factors: readonly number[]): number {
  return Number(factors.reduce((product, factor) => product * factor, perSecond).toPrecision(12));
}

/** How long the sender is held up before it knows that it gets no answer, in the unit of the timeout. */
export function longestHoldUp(timeout: number, retries: number, pause: number): number {
  return timeout * (1 + retries) + retries * pause;
}
