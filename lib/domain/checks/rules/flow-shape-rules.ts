import { waitingCycle } from '../readings/waiting-cycle.ts';
import {
  componentsById,
  connections,
  connectionsBy,
  everyConnection,
  isWaitedFor,
  noConnections,
  openWaits,
  type ComponentReader,
  type ComponentsById,
  type ConnectionReader,
} from '../readings/flow-reading.ts';
import { quotedName, quotedNames } from '../words/item-name.ts';
import { counted, number, numberUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 3';
const SERVICES: readonly string[] = ['gateway', 'service', 'model-server'];

/** How components are tied together. */
export const flowShapeRules: readonly RuleDefinition[] = [
  {
    id: 'FLW-02',
    version: 1,
    title: 'A shared database that both can reach',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['dataflow.edges', 'dataflow.edges.mode', 'dataflow.edges.bothCanAccess'],
    bounds: [],
    principle: 'Data passes through a database only between two sides that can both reach it.',
    source: DMLS,
    check: (subject) =>
      everyConnection(subject, (connection) => {
        const [mode, both] = [connection.at('mode'), connection.at('bothCanAccess')];
        return given([mode], (how) => {
          if (how !== 'database') return notApplicable;
          return given([both], (canReach) =>
            canReach
              ? pass
              : contradiction({
                  ends: [both, mode],
                  message: `${quotedName(subject, connection)} passes through a database that not both ends can reach.`,
                }),
          );
        });
      }),
  },
  {
    id: 'FLW-03',
    version: 1,
    title: 'A web of services that wait',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.components.kind',
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
    ],
    bounds: ['FLW-03.services', 'FLW-03.connections'],
    principle: 'Where every service calls many others, each change and each failure reaches all of them.',
    source: DMLS,
    check: webOfServices,
  },
  {
    id: 'FLW-04',
    version: 1,
    title: 'Nobody waits for an event',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.components.kind',
      'dataflow.components.onOnlinePath',
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
    ],
    bounds: [],
    principle:
      'A queue is there so that the sender need not wait; where it waits, a call is shorter and says no sooner.',
    source: DMLS,
    check(subject) {
      const components = componentsById(subject);
      return everyConnection(subject, (connection) => waitedForEvent(subject, connection, components));
    },
  },
  {
    id: 'FLW-05',
    version: 1,
    title: 'Data for many is published',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.dataOrLogic',
      'dataflow.components',
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
    ],
    bounds: ['FLW-05.consumers'],
    principle: 'Who sends the same data to many by calls has to know them all; who publishes it knows none.',
    source: DMLS,
    check: pushedToMany,
  },
  {
    id: 'FLW-06',
    version: 1,
    title: 'No circle of waiting',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['dataflow.edges', 'dataflow.edges.from', 'dataflow.edges.to', 'dataflow.edges.mode', 'dataflow.edges.sync'],
    bounds: [],
    principle: 'Components that wait for one another in a circle stop all together once their threads are used up.',
    source: 'G. Coulouris et al., Distributed Systems: Concepts and Design (2012), section 17.5',
    check: circleOfWaiting,
  },
];

function webOfServices(subject: Subject): Outcome {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const { profile } = subject;
  const kinds = [...componentsById(subject).values()].map((component) => component.at('kind'));
  const services = new Set(
    [...componentsById(subject)].flatMap(([id, component]) =>
      SERVICES.includes(component.at('kind').value ?? '') ? [id] : [],
    ),
  );
  const openKinds = kinds.filter(isOpen);
  if (services.size + openKinds.length < profile['FLW-03.services']) return pass;
  const between = all.filter(
    (connection) =>
      connection.at('mode').value !== 'in-process' &&
      services.has(connection.at('from').value ?? '') &&
      services.has(connection.at('to').value ?? ''),
  );
  const open = [...openKinds, ...between.flatMap(openWaits)];
  if (open.length > 0) return waits(...open);
  const waiting = between.filter(isWaitedFor);
  if (waiting.length <= profile['FLW-03.connections'] * services.size) return pass;
  return contradiction({
    ends: waiting.map((connection) => connection.at('sync')),
    message: `${services.size} services wait for one another over ${waiting.length} connections; a broker between them would need one for each.`,
    numbers: [numberUsed('Services', services.size), numberUsed('Connections waited for', waiting.length)],
    formula: `connections ≤ ${number(profile['FLW-03.connections'])} · services`,
  });
}

/** A sender that waits until a broker has a message does not wait for whoever reads it. */
function waitedForEvent(subject: Subject, connection: ConnectionReader, components: ComponentsById): Outcome {
  const [mode, sync] = [connection.at('mode'), connection.at('sync')];
  return given([mode], (how) => {
    if (how !== 'pubsub' && how !== 'queue') return notApplicable;
    const to = components.get(connection.at('to').value ?? '');
    return given([sync], (isSync) => {
      if (!isSync || to?.at('kind').value === 'broker') return pass;
      const from = components.get(connection.at('from').value ?? '');
      if (from === undefined) return notApplicable;
      const online = from.at('onOnlinePath');
      return given([online], (isOnline) =>
        isOnline
          ? contradiction({
              ends: [mode, sync, online],
              message: `${quotedName(subject, connection)} goes through events, and its sender waits for the answer while somebody waits for the sender.`,
            })
          : pass,
      );
    });
  });
}

function pushedToMany(subject: Subject): Outcome | Outcome[] {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const about = subject.read.section('dataflow').at('dataOrLogic');
  if (about.value !== 'data-heavy') return isOpen(about) ? waits(about) : notApplicable;
  const calls = all.filter((connection) => ['rest', 'rpc'].includes(connection.at('mode').value ?? ''));
  const pushes = connectionsBy(
    'from',
    calls.filter((connection) => connection.at('sync').value === false),
  );
  const found = [...componentsById(subject).values()].flatMap((sender) => {
    const sent = pushes.get(sender.id) ?? [];
    const receivers = new Set(sent.map((connection) => connection.at('to').value)).size;
    return receivers < subject.profile['FLW-05.consumers'] || receivers === 0
      ? []
      : [calledByOne(subject, sender, sent, receivers)];
  });
  if (found.length > 0) return found;
  const open = calls.flatMap(openWaits);
  return open.length > 0 ? waits(...open) : pass;
}

function calledByOne(
  subject: Subject,
  sender: ComponentReader,
  sent: readonly ConnectionReader[],
  receivers: number,
): Outcome {
  return contradiction({
    ends: sent.map((connection) => connection.at('mode')),
    message: `${quotedName(subject, sender)} calls ${counted(receivers, 'receiver')} to hand them data, and waits for none of them; publish it once instead.`,
    numbers: [numberUsed('Receivers', receivers)],
    formula: `receivers < ${number(subject.profile['FLW-05.consumers'])}`,
  });
}

function circleOfWaiting(subject: Subject): Outcome {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const leaving = all.filter((connection) => connection.at('mode').value !== 'in-process');
  const circle = waitingCycle(leaving.filter(isWaitedFor));
  if (circle !== undefined) {
    const components = componentsById(subject);
    const members = circle.flatMap((connection) => components.get(connection.at('from').value ?? '') ?? []);
    return contradiction({
      ends: circle.map((connection) => connection.at('sync')),
      message:
        circle.length === 1
          ? `${quotedNames(subject, members)} waits for itself.`
          : `${quotedNames(subject, members)} wait for one another in a circle.`,
    });
  }
  const mayWait = leaving.filter((each) => isWaitedFor(each) || openWaits(each).length > 0);
  const possible = waitingCycle(mayWait) ?? [];
  const missing = [
    ...possible.flatMap(openWaits),
    ...mayWait.flatMap((connection) => [connection.at('from'), connection.at('to')].filter(isOpen)),
  ];
  return missing.length > 0 ? waits(...missing) : pass;
}
