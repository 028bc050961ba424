/**
 * Value of a polynomial by Horner's rule.
 *
 * @param coefficients highest power first
 * @param x any real
 *
 * Complexity: one multiplication and one addition a coefficient.
 */
export function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}
