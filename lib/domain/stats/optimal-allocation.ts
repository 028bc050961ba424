export interface Stratum {
  /** Of the population, or its size: the strata are weighed by what they are of the sum. */
  readonly weight: number;
  /** Standard deviation within, at least 0. */
  readonly sd: number;
  /** Of one case, above 0; the same for all where absent. */
  readonly cost?: number;
}

/**
 * Cases to draw from each stratum so that the mean over all of them varies least for the same money: Neyman's
 * allocation where a case costs the same everywhere.
 *
 * @param strata with a deviation above 0 in one of them at least
 * @param budget what all cases together may cost; without costs, their number
 * @returns cases by stratum, not rounded: n_h = budget · (W_h·S_h / √c_h) / Σ W·S·√c
 * @throws RangeError where no stratum varies
 *
 * Complexity: O(strata).
 * Source: J. Neyman, JRSS 97 (1934); W. G. Cochran, Sampling Techniques (1977), section 5.5.
 */
export function optimalAllocation(strata: readonly Stratum[], budget: number): readonly number[] {
  const divisor = strata.reduce((sum, { weight, sd, cost = 1 }) => sum + weight * sd * Math.sqrt(cost), 0);
  if (!(divisor > 0)) throw new RangeError('no stratum varies, so there is nothing to allocate by');
  return strata.map(({ weight, sd, cost = 1 }) => (budget * ((weight * sd) / Math.sqrt(cost))) / divisor);
}

/**
 * Variance of the mean of a stratified sample.
 *
 * @param strata as above
 * @param drawn cases by stratum, above 0 where the stratum varies
 * @returns Σ W_h²·S_h² / n_h; the part that the finite population takes off is left out
 *
 * Complexity: O(strata).
 * Source: W. G. Cochran, Sampling Techniques (1977), section 5.3.
 */
export function stratifiedVariance(strata: readonly Stratum[], drawn: readonly number[]): number {
  const all = strata.reduce((sum, { weight }) => sum + weight, 0);
  return strata.reduce((sum, { weight, sd }, index) => {
    return sd === 0 ? sum : sum + ((weight / all) * sd) ** 2 / (drawn[index] ?? 0);
  }, 0);
}
