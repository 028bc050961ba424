/**
 * Chance that an arriving request has to wait, when nobody leaves the queue (Erlang’s delay formula).
 *
 * @param blocked Erlang B of the same servers and load
 * @param servers 1 or more
 * @param load offered load in erlangs, below the number of servers
 * @returns a probability
 * @throws RangeError when the load reaches the number of servers: the queue then grows without end
 *
 * Complexity: O(1).
 * Source: C = B / (1 − ρ (1 − B)), ρ = load / servers. Gross et al., Fundamentals of Queueing Theory (2008),
 * section 2.5.
 */
export function erlangC(blocked: number, servers: number, load: number): number {
  if (!(load < servers)) throw new RangeError(`erlangC needs a load below ${servers} servers, got ${load}`);
  return blocked / (1 - (load / servers) * (1 - blocked));
}
