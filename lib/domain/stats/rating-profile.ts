/** How often one category was chosen for an item. */
export interface RatedCategory {
  /** Index in the order of categories. */
  readonly category: number;
  /** Ratings, above 0. */
  readonly count: number;
}

/**
 * Items that were rated alike: each category was chosen as often for one as for the other. Most coefficients of
 * agreement need no more than these and how many items there are of each, and a million items have a few dozen.
 */
export interface RatingProfile {
  readonly cells: readonly RatedCategory[];
  readonly items: number;
}

/** Ratings of one item of the profile. */
export function ratingsOf({ cells }: Pick<RatingProfile, 'cells'>): number {
  let sum = 0;
  for (const { count } of cells) sum += count;
  return sum;
}
