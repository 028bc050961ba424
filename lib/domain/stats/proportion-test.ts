/** The test of one or two proportions whose power is asked for. Proportions, alpha and power are in (0, 1). */
export interface ProportionTest {
  /** share in the control group, or the fixed share that a single group is compared with */
  readonly baseline: number;
  /** share that should be told apart from the baseline */
  readonly changed: number;
  /** size of the changed group over the size of the control group; not used by a one-sample design */
  readonly ratio: number;
  /** chance of a false alarm over all the sides */
  readonly alpha: number;
  readonly sides: 1 | 2;
  readonly method: 'pooled' | 'evan-miller' | 'arcsine';
  readonly design: 'two-sample' | 'one-sample';
  /** count significance in the wrong direction as power too (two sides only) */
  readonly bothTails: boolean;
}

/** Mean and standard deviations of the test's statistic for one observation in the control group. */
export interface ProportionTestMoments {
  readonly signal: number;
  readonly sdWithoutEffect: number;
  readonly sdWithEffect: number;
}

/**
 * Reduces every variant of the test to three numbers; power and sample size are then the same normal formula for all.
 *
 * @returns signal and standard deviations, all above 0 when the two proportions differ
 *
 * Complexity: O(1).
 * Sources: pooled z as R's power.prop.test (Fleiss 1981); the calculator of evanmiller.org, which uses the baseline's
 * variance under "no effect" and moves towards 50 %, the more variable side; Cohen 1988, h = 2 asin √p₁ − 2 asin √p₂.
 */
export function proportionTestMoments(test: ProportionTest): ProportionTestMoments {
  const { baseline, changed, ratio } = test;
  const twoSample = test.design === 'two-sample';
  if (test.method === 'arcsine') {
    const sd = twoSample ? Math.sqrt(1 + 1 / ratio) : 1;
    return { signal: Math.abs(arcsineEffect(baseline, changed)), sdWithoutEffect: sd, sdWithEffect: sd };
  }
  const signal = Math.abs(changed - baseline);
  if (!twoSample) {
    return { signal, sdWithoutEffect: Math.sqrt(variance(baseline)), sdWithEffect: Math.sqrt(variance(changed)) };
  }
  if (test.method === 'evan-miller') {
    const mirrored = Math.min(baseline, 1 - baseline);
    return {
      signal,
      sdWithoutEffect: Math.sqrt(2 * variance(mirrored)),
      sdWithEffect: Math.sqrt(variance(mirrored) + variance(mirrored + signal)),
    };
  }
  const pooled = (baseline + ratio * changed) / (1 + ratio);
  return {
    signal,
    sdWithoutEffect: Math.sqrt(variance(pooled) * (1 + 1 / ratio)),
    sdWithEffect: Math.sqrt(variance(baseline) + variance(changed) / ratio),
  };
}

/** Cohen's h, the difference of two proportions on the scale where its variance does not depend on them. */
export function arcsineEffect(first: number, second: number): number {
  return 2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second));
}

function variance(proportion: number): number {
  return proportion * (1 - proportion);
}
