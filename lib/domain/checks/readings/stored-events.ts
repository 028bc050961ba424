import { componentsById, connections, connectionsBy, isWaitedFor, type ConnectionReader } from './flow-reading.ts';
import type { Subject } from '../rule.ts';

const STORES: readonly string[] = ['database', 'warehouse'];

/**
 * Tells of a connection whether what passes over it reaches a store: from its receiver, or from its sender over other
 * connections that hand it on or write it. Looks at each connection once for each sender.
 */
export function storedBeyond(subject: Subject): (connection: ConnectionReader) => boolean {
  const components = componentsById(subject);
  const leaving = connectionsBy(
    'from',
    connections(subject).filter((connection) => !isWaitedFor(connection) || isWritten(connection)),
  );
  const known = new Map<string, boolean>();
  const reaches = (start: string): boolean => {
    const seen = new Set<string>();
    const left = [start];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (STORES.includes(components.get(at)?.at('kind').value ?? '')) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      for (const connection of leaving.get(at) ?? []) left.push(connection.at('to').value ?? '');
    }
    return false;
  };
  return (connection) => {
    const sender = connection.at('from').value ?? connection.at('to').value ?? '';
    const before = known.get(sender);
    const isStored = before ?? reaches(sender);
    known.set(sender, isStored);
    return isStored;
  };
}

function isWritten(connection: ConnectionReader): boolean {
  const mode = connection.at('mode').value;
  return mode === 'database' || mode === 'file';
}
