/** Counts stay exact as floating-point numbers, and the continued fractions short, up to here. */
export const LARGEST_COUNT = 1e12;
