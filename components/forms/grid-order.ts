/** Which item another follows once it has moved; null where it stands first. Places are counted from 0. */
export function followedAt(ids: readonly string[], from: number, to: number): string | null {
  return ids.filter((_, index) => index !== from)[to - 1] ?? null;
}

/** The place to which a row goes that is dropped at a height, from the middles of all rows as they stand. */
export function placeAt(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length;
}
