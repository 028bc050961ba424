/**
 * Chance that at least one of n independent tries happens.
 *
 * @param chance of each, in [0, 1]
 * @param n tries, 0 or more
 * @returns 1 − (1 − chance)ⁿ, with all digits where the chance is tiny
 *
 * Complexity: O(1).
 * Source: definition; the logarithm keeps what 1 − chance would round away.
 */
export function anyOfMany(chance: number, n: number): number {
  return n === 0 ? 0 : Math.abs(Math.expm1(n * Math.log1p(-chance)));
}

/**
 * The chance of each of n independent tries with which all of them fail in a given share of cases.
 *
 * @param noneHappens share of cases in which none happens, in (0, 1)
 * @param n tries, 1 or more
 * @returns 1 − noneHappens^(1/n), the inverse of `anyOfMany`
 */
export function chanceOfEach(noneHappens: number, n: number): number {
  return -Math.expm1(Math.log(noneHappens) / n);
}

/**
 * Chance that at least one of several independent things happens.
 *
 * @param chances of each, in [0, 1]
 * @returns 1 − Π (1 − chance), with all digits where the chances are tiny
 */
export function anyOf(chances: readonly number[]): number {
  return Math.abs(Math.expm1(chances.reduce((sum, chance) => sum + Math.log1p(-chance), 0)));
}
