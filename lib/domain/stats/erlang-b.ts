/**
 * Chance that an arriving request finds every server busy, when those that do are turned away (Erlang’s loss formula).
 *
 * @param servers whole number of 0 or more
 * @param load offered load in erlangs, arrival rate × service time, 0 or more
 * @returns a probability
 * @throws RangeError when servers is not a whole number of 0 or more, or the load is negative or not finite
 *
 * Complexity: O(servers).
 * Source: the recursion B(0) = 1, B(k) = a B(k−1) / (k + a B(k−1)); it adds only positive numbers, so nothing cancels.
 * Gross et al., Fundamentals of Queueing Theory (2008), section 2.5.
 */
export function erlangB(servers: number, load: number): number {
  if (!Number.isInteger(servers) || servers < 0) {
    throw new RangeError(`erlangB needs a whole number of servers, got ${servers}`);
  }
  if (!(load >= 0 && load < Infinity)) throw new RangeError(`erlangB needs a load of 0 or more, got ${load}`);
  let blocked = 1;
  for (let count = 1; count <= servers; count += 1) blocked = withOneMoreServer(blocked, count, load);
  return blocked;
}

/** One step of the recursion: from the chance with count − 1 servers to that with count. */
export function withOneMoreServer(blocked: number, count: number, load: number): number {
  return (load * blocked) / (count + load * blocked);
}
