import { binomialDeviance } from './binomial-deviance.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Probability of exactly these successes and failures in successes + failures independent trials,
 * (k + m)!/(k! m!) pᵏ qᵐ.
 *
 * The counts may be any reals of 0 or more: the incomplete beta function uses the same expression as its prefactor,
 * and takes both counts because a small one could not be won back from the total.
 *
 * @param successes k, 0 or more
 * @param failures m, 0 or more
 * @param p probability of success, in [0, 1]
 * @param q 1 − p, given by callers who know it more exactly than the subtraction would
 * @returns a probability, relative accuracy about 1e-14 for any number of trials
 *
 * Complexity: O(1).
 * Source: Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 */
export function binomialProbability(successes: number, failures: number, p: number, q: number = 1 - p): number {
  if (p === 0) return successes === 0 ? 1 : 0;
  if (q === 0) return failures === 0 ? 1 : 0;
  if (successes === 0) return Math.exp(failures * logOfComplement(p, q));
  if (failures === 0) return Math.exp(successes * logOfComplement(q, p));
  const trials = successes + failures;
  // The smaller of p and q carries the digits: for p = 1e-12 the product of trials and q has lost those of trials · p.
  const aboveMean = p <= q ? successes - trials * p : trials * q - failures;
  const exponent =
    stirlingError(trials) -
    stirlingError(successes) -
    stirlingError(failures) -
    binomialDeviance(successes, trials * p, aboveMean) -
    binomialDeviance(failures, trials * q, -aboveMean);
  const spread = 2 * Math.PI * successes * (failures / trials);
  return Math.exp(exponent) / Math.sqrt(spread);
}

/** ln(1 − share), from whichever of the two numbers carries more digits of it. */
function logOfComplement(share: number, complement: number): number {
  return share < 0.5 ? Math.log1p(-share) : Math.log(complement);
}
