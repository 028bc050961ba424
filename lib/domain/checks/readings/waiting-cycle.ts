import { connectionsBy, type ConnectionReader } from './flow-reading.ts';

/**
 * The connections of a circle, each leading on from the one before; undefined where there is none. Depth first, and
 * every component is left once, so linear in the connections.
 */
export function waitingCycle(all: readonly ConnectionReader[]): readonly ConnectionReader[] | undefined {
  const leaving = connectionsBy('from', all);
  const done = new Set<string>();
  const visit = (component: string, way: readonly ConnectionReader[]): readonly ConnectionReader[] | undefined => {
    const again = way.findIndex((connection) => connection.at('from').value === component);
    if (again >= 0) return way.slice(again);
    if (done.has(component)) return undefined;
    for (const connection of leaving.get(component) ?? []) {
      const circle = visit(connection.at('to').value ?? '', [...way, connection]);
      if (circle !== undefined) return circle;
    }
    done.add(component);
    return undefined;
  };
  for (const component of leaving.keys()) {
    const circle = visit(component, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
