/** |actual − expected| / |expected|, or the absolute difference where 0 is expected. Every test of a number states its own bound. */
export function relativeDifference(actual: number, expected: number): number {
  const difference = Math.abs(actual - expected);
  return expected === 0 ? difference : difference / Math.abs(expected);
}
