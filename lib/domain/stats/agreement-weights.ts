/** How much two categories count as agreeing, by their distance in the declared order. */
export type AgreementWeights = 'identity' | 'linear' | 'quadratic';

/**
 * Agreement of two categories: 1 for the same one, 0 for the two ends of the order.
 *
 * @param first index of a category, from 0
 * @param second index of the other
 * @param categories how many there are, 2 or more unless the weights are those of identity
 *
 * Complexity: O(1).
 * Source: Cohen 1968 with the weights 1 − |i − j| / (q − 1) and 1 − ((i − j) / (q − 1))².
 */
export function agreementWeight(kind: AgreementWeights, first: number, second: number, categories: number): number {
  if (kind === 'identity') return first === second ? 1 : 0;
  const distance = Math.abs(first - second) / (categories - 1);
  return kind === 'linear' ? 1 - distance : 1 - distance * distance;
}

/**
 * For each category its agreement with one that is drawn by the shares.
 *
 * @param shares of every category, in their order
 *
 * Complexity: O(categories²); for identity the shares themselves.
 */
export function meanAgreement(kind: AgreementWeights, shares: readonly number[]): readonly number[] {
  if (kind === 'identity') return shares;
  return shares.map((_, first) => {
    let mean = 0;
    for (const [second, share] of shares.entries()) mean += share * agreementWeight(kind, first, second, shares.length);
    return mean;
  });
}
