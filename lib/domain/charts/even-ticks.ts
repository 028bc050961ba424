/**
 * Round values at which an axis from 0 is marked: steps of 1, 2 or 5 times a power of ten.
 *
 * @param most end of the axis, 0 or more
 * @param count how many ticks there may be, 0 not counted; 3 or more, so that there is one
 */
export function evenTicks(most: number, count: number): number[] {
  if (!(most > 0)) return [0];
  const least = most / count;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
  const ticks = Math.floor((most / step) * (1 + 1e-9));
  // From a rounded quotient, so that 3 · 0.1 is .3.
  return Array.from({ length: ticks + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
