/**
 * The probability that a score means at another share of positives than the one the model was trained on.
 *
 * @param score probability at the training share, in [0, 1]
 * @param trained share of positives in training, in (0, 1)
 * @param now share of positives where the score is used, in [0, 1]
 * @returns a probability
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(1).
 * Source: C. Elkan, The Foundations of Cost-Sensitive Learning (2001), theorem 2:
 * p′ = b′(p − pb) / (b − pb + b′p − bb′).
 */
export function shiftPrior(score: number, trained: number, now: number): number {
  if (!(score >= 0 && score <= 1)) throw new RangeError(`score ${score} lies outside [0, 1]`);
  if (!(trained > 0 && trained < 1)) throw new RangeError(`trained share ${trained} lies outside (0, 1)`);
  if (!(now >= 0 && now <= 1)) throw new RangeError(`share ${now} lies outside [0, 1]`);
  const positive = score * (1 - trained) * now;
  const negative = (1 - score) * trained * (1 - now);
  return positive + negative === 0 ? score : positive / (positive + negative);
}
