import type { ComponentItem, ConnectionItem } from '../../worksheets/all-sections.ts';
import type { Read, Reader } from '../reader.ts';
import { notApplicable, waits } from '../rule.ts';
import type { Outcome, Subject } from '../rule.ts';

/** What several rules ask of the components and of the connections between them. */

export type ComponentReader = Reader<ComponentItem>;
export type ConnectionReader = Reader<ConnectionItem>;
export type ComponentsById = ReadonlyMap<string, ComponentReader>;

export function connections({ read }: Subject): readonly ConnectionReader[] {
  return read.section('dataflow').items('edges');
}

/** For a rule about connections, where there is none. */
export function noConnections({ read }: Subject): Outcome {
  const list = read.section('dataflow').whole('edges');
  return list.state === 'not-applicable' ? notApplicable : waits(list);
}

/** Judges every connection; waits while there is none. */
export function everyConnection(
  subject: Subject,
  judge: (connection: ConnectionReader) => Outcome,
): Outcome | Outcome[] {
  const all = connections(subject);
  return all.length === 0 ? noConnections(subject) : all.map(judge);
}

export function componentsById({ read }: Subject): ComponentsById {
  const all = read.section('dataflow').items('components');
  return new Map(all.map((component) => [component.id, component]));
}

/** Connections by the component at one of their ends; those whose end is not said are left out. */
export function connectionsBy(
  end: 'from' | 'to',
  all: readonly ConnectionReader[],
): ReadonlyMap<string, readonly ConnectionReader[]> {
  const grouped = new Map<string, ConnectionReader[]>();
  for (const connection of all) {
    const component = connection.at(end).value;
    if (component === undefined) continue;
    const others = grouped.get(component);
    if (others === undefined) grouped.set(component, [connection]);
    else others.push(connection);
  }
  return grouped;
}

/** Whether the sender waits for the answer. */
export function isWaitedFor(connection: ConnectionReader): boolean {
  return connection.at('sync').value === true;
}

/** What is put in a queue is taken not to be waited for until somebody says so. */
export function isHandedOver(connection: ConnectionReader): boolean {
  const mode = connection.at('mode').value;
  return (mode === 'pubsub' || mode === 'queue' || mode === 'file') && !isWaitedFor(connection);
}

/** Whether somebody waits may still turn out. */
export function openWaits(connection: ConnectionReader): readonly Read[] {
  const sync = connection.at('sync');
  const isOpenStill = sync.value === undefined && sync.state !== 'not-applicable';
  return isOpenStill && !isHandedOver(connection) ? [sync] : [];
}
