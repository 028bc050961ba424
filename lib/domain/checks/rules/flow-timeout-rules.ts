import { longestHoldUp } from '../../worksheets/connection-arithmetic.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import {
  componentsById,
  connections,
  connectionsBy,
  isWaitedFor,
  noConnections,
  openWaits,
  type ComponentReader,
  type ConnectionReader,
} from '../readings/flow-reading.ts';
import { quotedName } from '../words/item-name.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read } from '../reader.ts';
import { contradiction, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

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
    ...waited.map((connection) => timeoutStated(subject, connection)),
    ...[...components.values()].flatMap((component) => {
      const limit = limitOf(subject, component, arriving.get(component.id) ?? []);
      const sent = leaving.get(component.id) ?? [];
      return limit === undefined || sent.length === 0 ? [] : callsWithin(subject, component, sent, limit);
    }),
  ];
  if (open.length > 0) outcomes.push(waits(...open));
  return outcomes.length > 0 ? outcomes : notApplicable;
}

function timeoutStated(subject: Subject, connection: ConnectionReader): Outcome {
  const timeout = connection.at('timeout');
  // Names are looked up for findings only: connections are many, and checks run at every change.
  if (timeout.value !== undefined) return pass;
  return needed([timeout], {
    message: `${quotedName(subject, connection)} is waited for without a timeout: where no answer comes, its sender hangs.`,
  });
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

/** What one call may take is certain to be too long; the sum of several only where they run one after another. */
function callsWithin(
  subject: Subject,
  component: ComponentReader,
  sent: readonly ConnectionReader[],
  limit: Read<number>,
): Outcome[] {
  const given = limit.value ?? Infinity;
  const tooLong = sent.filter((call) => longestWait(call) > given).map((call) => overLimit(subject, call, limit));
  if (tooLong.length > 0) return tooLong;
  const sum = sent.reduce((total, call) => total + longestWait(call), 0);
  if (sum > given) return [oneAfterAnother(subject, component, sent, limit, sum)];
  const missing = sent
    .filter((call) => call.at('timeout').value !== undefined)
    .map((call) => call.at('retries'))
    .filter(isOpen);
  return [missing.length > 0 ? waits(...missing) : pass];
}

/** In ms; what is not said of it adds nothing. */
function longestWait(call: ConnectionReader): number {
  const [timeout, retries, pause] = endsOf(call);
  return longestHoldUp(timeout.value ?? 0, retries.value ?? 0, pause.value ?? 0);
}

function endsOf(call: ConnectionReader): [Read<number>, Read<number>, Read<number>] {
  return [call.at('timeout'), call.at('retries'), call.at('retryBackoff')];
}

function answered(reads: readonly Read[]): Read[] {
  return reads.filter(({ value }) => value !== undefined && value !== 0);
}

function overLimit(subject: Subject, call: ConnectionReader, limit: Read<number>): Outcome {
  const given = limit.value ?? Infinity;
  return contradiction({
    ends: [...answered(endsOf(call)), limit],
    message: `${quotedName(subject, call)} may be waited for ${duration(longestWait(call))}, and whoever waits for the result gives up after ${duration(given)}.`,
    numbers: [durationUsed('Longest wait', longestWait(call)), durationUsed('Given up after', given, limit)],
    formula: FORMULA,
  });
}

function oneAfterAnother(
  subject: Subject,
  component: ComponentReader,
  calls: readonly ConnectionReader[],
  limit: Read<number>,
  sum: number,
): Outcome {
  const given = limit.value ?? Infinity;
  return contradiction({
    severity: 'info',
    ends: [...calls.flatMap((call) => answered(endsOf(call))), limit],
    message: `If the calls of ${quotedName(subject, component)} run one after another they may take ${duration(sum)}, and its caller gives up after ${duration(given)}.`,
    numbers: [durationUsed('Longest waits together', sum), durationUsed('Given up after', given, limit)],
    formula: `Σ ${FORMULA}`,
  });
}
