import { formatRate } from '../../quantities/rate.ts';
import { loadOf, type Load } from '../readings/connection-load.ts';
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
import { listed, number, numberUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { mostTries } from '../readings/retry-chain.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

/** Whether receivers can take what is sent, and what happens when they cannot. */
export const flowLoadRules: readonly RuleDefinition[] = [
  {
    id: 'FLW-08',
    version: 1,
    title: 'Receivers keep up with senders',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.components.capacity',
      'dataflow.edges',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
      'dataflow.edges.rate',
      'dataflow.edges.peakRate',
      'dataflow.edges.fanout',
      'dataflow.edges.cacheHit',
      'dataflow.edges.retries',
    ],
    bounds: [],
    principle: 'What arrives faster than it is worked off waits longer and longer; a queue only stretches a peak.',
    source: 'load = Σ rate · fan-out · (1 − answered by a cache) < capacity',
    check: receiversKeepUp,
  },
  {
    id: 'FLW-13',
    version: 1,
    title: 'Retries that multiply',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
      'dataflow.edges.retries',
    ],
    bounds: ['FLW-13.tries'],
    principle: 'Where each of several components tries again, what has failed is asked the product of their tries.',
    source: 'B. Beyer et al., Site Reliability Engineering (2016), chapter 22',
    check: retriesThatMultiply,
  },
];

function receiversKeepUp(subject: Subject): Outcome | Outcome[] {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const arriving = connectionsBy('to', all);
  const outcomes = [...componentsById(subject).values()].flatMap((component) => {
    const received = arriving.get(component.id);
    return received === undefined ? [] : [keepsUp(subject, component, received)];
  });
  return outcomes.length > 0 ? outcomes : notApplicable;
}

/** Where somebody waits the peak has to be taken at once; what is handed over may wait until the peak is over. */
function keepsUp(subject: Subject, component: ComponentReader, received: readonly ConnectionReader[]): Outcome {
  const capacity = component.at('capacity');
  return given([capacity], (most) => {
    const found = (load: Load, severity: 'error' | 'info', arrives: (shown: string) => string): Outcome =>
      contradiction({
        severity,
        ends: [capacity, ...load.ends],
        message: `${arrives(formatRate(load.perSecond, 'second', 'sentence'))} ${quotedName(subject, component)}, which can take ${formatRate(most, 'second', 'sentence')}.`,
        numbers: [
          numberUsed('Arrives a second', load.perSecond),
          numberUsed('Can be taken a second', most, { from: capacity }),
        ],
        formula: 'Σ rate · fan-out · (1 − answered by a cache) < capacity',
      });

    const lasting = loadOf(received, (connection) => ({
      rate: isWaitedFor(connection) ? 'peakRate' : 'rate',
      withRetries: false,
    }));
    if (lasting.perSecond >= most) {
      const when = received.some(isWaitedFor) ? 'At peak' : 'On average';
      return found(lasting, 'error', (shown) => `${when} ${shown} arrive at`);
    }
    const peak = loadOf(received, () => ({ rate: 'peakRate', withRetries: false }));
    if (peak.perSecond >= most) {
      const open = received.flatMap(openWaits);
      if (open.length > 0) return waits(...open);
      return found(peak, 'info', (shown) => `What waits grows while the peak lasts, as ${shown} arrive at`);
    }
    const worst = loadOf(received, () => ({ rate: 'peakRate', withRetries: true }));
    if (worst.perSecond >= most) {
      return found(worst, 'info', (shown) => `If calls fail at peak, retries bring up to ${shown} to`);
    }
    return worst.missing.length > 0 ? waits(...worst.missing) : pass;
  });
}

function retriesThatMultiply(subject: Subject): Outcome {
  const all = connections(subject);
  if (all.length === 0) return noConnections(subject);
  const calls = all.filter(isWaitedFor);
  const { tries, chain } = mostTries(calls);
  if (tries > subject.profile['FLW-13.tries']) {
    const repeated = chain.filter((connection) => (connection.at('retries').value ?? 0) > 0);
    const each = repeated.map(
      (connection) => `${number(1 + (connection.at('retries').value ?? 0))} of ${quotedName(subject, connection)}`,
    );
    return contradiction({
      ends: repeated.map((connection) => connection.at('retries')),
      message: `What fails at the end of a chain of calls is tried ${number(tries)} times for one request: ${listed(each)}.`,
      numbers: [numberUsed('Tries for one request', tries)],
      formula: `Π (1 + retries) ≤ ${number(subject.profile['FLW-13.tries'])}`,
    });
  }
  const open = [...all.flatMap(openWaits), ...calls.map((connection) => connection.at('retries')).filter(isOpen)];
  return open.length > 0 ? waits(...open) : calls.length > 0 ? pass : notApplicable;
}
