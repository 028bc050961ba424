import { connectionsBy, type ConnectionReader } from './flow-reading.ts';

export interface Chain {
  /** Product of the tries along it; 1 where nothing is tried again. */
  readonly tries: number;
  readonly chain: readonly ConnectionReader[];
}

/**
 * The chain of calls, each leading on from the one before, that asks its end the most often. Retries that are not said
 * count as none. Every component is looked at once, and a circle is left where it closes.
 */
export function mostTries(calls: readonly ConnectionReader[]): Chain {
  const leaving = connectionsBy('from', calls);
  const known = new Map<string, Chain>();
  const from = (component: string): Chain => {
    const before = known.get(component);
    if (before !== undefined) return before;
    known.set(component, { tries: 1, chain: [] });
    const ways = (leaving.get(component) ?? []).map((connection): Chain => {
      const rest = from(connection.at('to').value ?? '');
      const retries = connection.at('retries').value ?? 0;
      return { tries: (1 + retries) * rest.tries, chain: [connection, ...rest.chain] };
    });
    const best = mostOf(ways);
    known.set(component, best);
    return best;
  };
  return mostOf([...leaving.keys()].map(from));
}

function mostOf(chains: readonly Chain[]): Chain {
  return chains.reduce((best, other) => (other.tries > best.tries ? other : best), { tries: 1, chain: [] });
}
