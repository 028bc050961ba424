import { loadOf } from '../readings/connection-load.ts';
import { connections, connectionsBy, type ComponentReader, type ConnectionReader } from '../readings/flow-reading.ts';
import { quotedName } from '../words/item-name.ts';
import { number, numberUsed } from '../words/number-words.ts';
import { latencyOf } from '../readings/online-path.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

/** Whether the pools of threads and connections hold what is in progress. */
export const poolRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-12',
    version: 1,
    title: 'Pools for what is in progress',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.components',
      'dataflow.components.replicas',
      'dataflow.components.concurrency',
      'dataflow.components.latency.mean',
      'dataflow.edges',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.peakRate',
      'dataflow.edges.fanout',
      'dataflow.edges.cacheHit',
    ],
    bounds: [],
    principle: 'On average as many requests are in progress as come in the time that one takes.',
    source: 'J. D. C. Little, A proof for the queuing formula L = λW (1961)',
    check(subject) {
      const section = subject.read.section('dataflow');
      const components = section.items('components');
      if (components.length === 0) return waits(section.whole('components'));
      const arriving = connectionsBy('to', connections(subject));
      return components.map((component) => poolLargeEnough(subject, component, arriving.get(component.id) ?? []));
    },
  },
];

/** Retries are for bad days and left out. */
function poolLargeEnough(subject: Subject, component: ComponentReader, arriving: readonly ConnectionReader[]): Outcome {
  const [replicas, each, mean] = [component.at('replicas'), component.at('concurrency'), latencyOf(component, 'mean')];
  return given([replicas, each, mean], (count, concurrency, ms) => {
    if (arriving.length === 0) return notApplicable;
    const rates = arriving.map((connection) => connection.at('peakRate'));
    const missing = rates.filter(({ value }) => value === undefined);
    if (missing.length > 0) return waits(...missing);
    const peak = loadOf(arriving, () => ({ rate: 'peakRate', withRetries: false })).perSecond;
    const [pool, atOnce] = [count * concurrency, (peak * ms) / 1000];
    if (atOnce <= pool) return pass;
    return contradiction({
      ends: [each, replicas, mean, ...rates],
      message: `At peak ${number(atOnce)} requests are in progress in ${quotedName(subject, component)}, ${shownValue(subject.read.worksheet, mean)} each, and it works on ${number(pool)} at once.`,
      numbers: [
        numberUsed('Requests a second at peak', peak, { symbol: 'λ' }),
        numberUsed('Requests in progress', atOnce, { symbol: 'L' }),
        numberUsed('Requests at once', pool),
      ],
      formula: 'L = λ · W ≤ replicas · concurrency',
      remedy: {
        label: `Work on ${number(Math.ceil(atOnce / count))} at once in each replica`,
        path: each.path,
        value: Math.ceil(atOnce / count),
      },
    });
  });
}
