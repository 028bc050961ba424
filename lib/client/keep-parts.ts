/**
 * The newer of two values, with every part that says the same as before replaced by what stood there: the older one
 * itself where nothing differs. What a worker sends is a copy as a whole, and React renders again whatever has another
 * identity; so only what has really changed is rendered. For plain data; linear in its size.
 */
export function keepParts<T>(before: T, after: T): T {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) {
    return Object.is(before, after) ? before : after;
  }
  if (before === after || Array.isArray(before) !== Array.isArray(after)) return after;
  const parts = Object.entries(after).map(([key, part]: [string, unknown]) => {
    const old: unknown = Object.hasOwn(before, key) ? Reflect.get(before, key) : undefined;
    const kept = keepParts(old, part);
    return { key, kept, same: Object.is(kept, old) };
  });
  if (parts.length === Object.keys(before).length && parts.every(({ same }) => same)) return before;
  const whole: unknown = Array.isArray(after)
    ? parts.map(({ kept }) => kept)
    : Object.fromEntries(parts.map(({ key, kept }) => [key, kept]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy of the newer one, part by part
  return whole as T;
}
