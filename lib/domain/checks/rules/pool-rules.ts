import type { Worksheet } from '../../worksheets/all-sections.ts';
import { valueOf } from '../../worksheets/answers.ts';
import { dataflowValues } from '../../worksheets/derived-dataflow.ts';
import { quotedName } from '../words/item-name.ts';
import { number, numberUsed } from '../words/number-words.ts';
import { latencyOf, type ComponentReader } from '../readings/online-path.ts';
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
      const sized = components.filter((component) => component.at('concurrency').value !== undefined);
      const peaks = peakLoads(subject.read.worksheet, new Set(sized.map(({ id }) => id)));
      return components.map((component) => poolLargeEnough(subject, component, peaks.get(component.id)));
    },
  },
];

/** What arrives at each component at peak; undefined while a rate is missing. Retries are for bad days and left out. */
function peakLoads(worksheet: Worksheet, sized: ReadonlySet<string>): ReadonlyMap<string, number | undefined> {
  const { dataflow } = worksheet;
  const blank = { state: 'blank' } as const;
  const edges = dataflow.edges
    .filter(({ to }) => sized.has(valueOf(to) ?? ''))
    .map((edge) => ({ ...edge, retries: blank, timeout: blank }));
  const loads = dataflowValues({ ...worksheet, dataflow: { ...dataflow, edges } });
  const peaks = loads.filter(({ id }) => id === 'peak-load');
  return new Map(
    peaks.map(({ beside, result }) => [
      beside[0]?.split('.')[2] ?? '',
      result.state === 'value' ? result.value : undefined,
    ]),
  );
}

function poolLargeEnough(subject: Subject, component: ComponentReader, peak: number | undefined): Outcome {
  const [replicas, each, mean] = [component.at('replicas'), component.at('concurrency'), latencyOf(component, 'mean')];
  return given([replicas, each, mean], (count, concurrency, ms) => {
    const arriving = subject.read
      .section('dataflow')
      .items('edges')
      .filter((edge) => edge.at('to').value === component.id);
    if (arriving.length === 0) return notApplicable;
    const rates = arriving.map((edge) => edge.at('peakRate'));
    if (peak === undefined) {
      const missing = rates.filter(({ value }) => value === undefined);
      return missing.length > 0 ? waits(...missing) : notApplicable;
    }
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
