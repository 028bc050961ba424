import type { Derivation } from '../worksheets/derivation.ts';
import { longestWait } from '../worksheets/derived-dataflow.ts';
import { duration, durationUsed } from './duration-words.ts';
import {
  componentsById,
  connectionItem,
  connections,
  connectionsBy,
  isWaitedFor,
  noConnections,
  openWaits,
  type ComponentReader,
  type ConnectionReader,
} from './flow-reading.ts';
import { quotedName } from './item-name.ts';
import type { Read } from './reader.ts';
import { contradiction, needed, notApplicable, pass, waits } from './rule.ts';
import type { Outcome, RuleDefinition, Subject } from './rule.ts';

const FORMULA = 'timeout · (1 + retries) + retries · wait before each ≤ timeout of the caller';

/** Who waits for whom, and for how long. */
export const flowTimeoutRules: readonly RuleDefinition[] = [
  {
    id: 'FLW-07',
    version: 1,
    title: 'Timeouts within what the caller waits',
    severity: 'error',
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
      'dataflow.edges.timeout',
      'dataflow.edges.retries',
      'dataflow.edges.retryBackoff',
      'serving.timeoutMs',
    ],
    bounds: [],
    principle:
      'A component that waits longer than its own caller does works for nobody; one that waits for ever stops for ever.',
    source: 'J. Dean and L. A. Barroso, The tail at scale, Communications of the ACM 56 (2013)',
    check: timeoutsWithinCallers,
  },
];

function timeoutsWithinCallers(subject: Subject): Outcome | Outcome[] {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const components = componentsById(subject);
  const calls = all.filter((connection) => isCall(connection, components.get(connection.at('to').value ?? '')));
  const open = calls.flatMap(openWaits);
  const waited = calls.filter(isWaitedFor);
  const [leaving, arriving] = [connectionsBy('from', waited), connectionsBy('to', waited)];
  const outcomes = [
    ...waited.map((connection) =>
      needed([connection.at('timeout')], {
        message: `${quotedName(subject, connection)} is waited for without a timeout: where no answer comes, its sender hangs.`,
      }),
    ),
    ...[...components.values()].flatMap((component) => {
      const limit = limitOf(subject, component, arriving.get(component.id) ?? []);
      const sent = leaving.get(component.id) ?? [];
      return limit === undefined || sent.length === 0 ? [] : callsWithin(subject, component, sent, limit);
    }),
  ];
  if (open.length > 0) outcomes.push(waits(...open));
  return outcomes.length > 0 ? outcomes : notApplicable;
}

/** Calls within a process, files and people have no timeouts. */
function isCall(connection: ConnectionReader, to: ComponentReader | undefined): boolean {
  const mode = connection.at('mode').value;
  return mode !== 'in-process' && mode !== 'file' && to?.at('kind').value !== 'human';
}

/** The shortest that anyone waits for the component; what users wait where nothing in the worksheet calls it. */
function limitOf(
  { read }: Subject,
  component: ComponentReader,
  arriving: readonly ConnectionReader[],
): Read<number> | undefined {
  const stated = arriving
    .map((connection) => connection.at('timeout'))
    .filter(({ value }) => value !== undefined)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  if (arriving.length > 0) return stated[0];
  const isFirst = component.at('kind').value === 'client' || component.at('onOnlinePath').value === true;
  const users = read.section('serving').at('timeoutMs');
  return isFirst && users.value !== undefined ? users : undefined;
}

interface Call {
  readonly connection: ConnectionReader;
  readonly wait: Derivation;
}

/** What one call may take is certain to be too long; the sum of several only where they run one after another. */
function callsWithin(
  subject: Subject,
  component: ComponentReader,
  sent: readonly ConnectionReader[],
  limit: Read<number>,
): Outcome[] {
  const given = limit.value ?? Infinity;
  const calls = sent.flatMap((connection): Call[] => {
    const item = connectionItem(subject, connection);
    return item === undefined ? [] : [{ connection, wait: longestWait(item) }];
  });
  const tooLong = calls.filter((call) => msOf(call) > given).map((call) => overLimit(subject, call, limit));
  if (tooLong.length > 0) return tooLong;
  const sum = calls.reduce((total, call) => total + msOf(call), 0);
  if (sum > given) return [oneAfterAnother(subject, component, calls, limit, sum)];
  const missing = calls.flatMap(({ connection, wait }) =>
    wait.state === 'waits' && connection.at('timeout').value !== undefined ? readsOf(connection, wait.missing) : [],
  );
  return [missing.length > 0 ? waits(...missing) : pass];
}

function msOf({ wait }: Call): number {
  return wait.state === 'value' ? wait.value : 0;
}

function readsOf(connection: ConnectionReader, paths: readonly string[]): Read[] {
  return endsOf(connection).filter(({ path }) => paths.includes(path));
}

function endsOf(connection: ConnectionReader): Read[] {
  return [connection.at('timeout'), connection.at('retries'), connection.at('retryBackoff')];
}

function answered(reads: readonly Read[]): Read[] {
  return reads.filter(({ value }) => value !== undefined && value !== 0);
}

function overLimit(subject: Subject, call: Call, limit: Read<number>): Outcome {
  const { connection } = call;
  const given = limit.value ?? Infinity;
  return contradiction({
    ends: [...answered(endsOf(connection)), limit],
    message: `${quotedName(subject, connection)} may be waited for ${duration(msOf(call))}, and whoever waits for the result gives up after ${duration(given)}.`,
    numbers: [durationUsed('Longest wait', msOf(call)), durationUsed('Given up after', given, limit)],
    formula: FORMULA,
  });
}

function oneAfterAnother(
  subject: Subject,
  component: ComponentReader,
  calls: readonly Call[],
  limit: Read<number>,
  sum: number,
): Outcome {
  const given = limit.value ?? Infinity;
  return contradiction({
    severity: 'info',
    ends: [...calls.flatMap(({ connection }) => answered([connection.at('timeout'), connection.at('retries')])), limit],
    message: `If the calls of ${quotedName(subject, component)} run one after another they may take ${duration(sum)}, and its caller gives up after ${duration(given)}.`,
    numbers: [durationUsed('Longest waits together', sum), durationUsed('Given up after', given, limit)],
    formula: `Σ ${FORMULA}`,
  });
}
