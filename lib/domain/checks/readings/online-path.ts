import type { ComponentItem } from '../../worksheets/all-sections.ts';
import { isHandedOver } from './flow-reading.ts';
import { isOpen } from './open-answers.ts';
import type { Read, Reader } from '../reader.ts';
import type { Subject } from '../rule.ts';

/** What somebody waits for: the components on the path of an answer, and the calls between them. */

export type ComponentReader = Reader<ComponentItem>;
type Latency = keyof ComponentItem['latency'];

export interface OnlinePath {
  readonly components: readonly ComponentReader[];
  /** By the id of the caller. */
  readonly calls: ReadonlyMap<string, readonly Call[]>;
  /** Answers that could still lengthen it. */
  readonly open: readonly Read[];
}

interface Call {
  readonly to: string;
  /** Share of the calls that a cache answers. */
  readonly cacheHit: number;
}

/** The path as the caller sees it, or as the service does; each is looked up once. */
export function onlinePaths(subject: Subject): (isAtService: boolean) => OnlinePath {
  const known = new Map<boolean, OnlinePath>();
  return (isAtService) => {
    const path = known.get(isAtService) ?? onlinePath(subject, isAtService);
    known.set(isAtService, path);
    return path;
  };
}

/** Only what is said to be waited for counts, so that every chain in it is waited for at least. */
function onlinePath({ read }: Subject, isAtService: boolean): OnlinePath {
  const section = read.section('dataflow');
  const open: Read[] = [];
  const components = section.items('components').filter((component) => {
    const [isOnline, kind] = [component.at('onOnlinePath'), component.at('kind').value];
    if (isAtService && kind === 'gateway') return false;
    if (isOpen(isOnline)) open.push(isOnline);
    return isOnline.value === true;
  });
  const ids = new Set(components.map(({ id }) => id));
  const calls = new Map<string, Call[]>();
  for (const edge of section.items('edges')) {
    const [from, to] = [edge.at('from').value ?? '', edge.at('to').value ?? ''];
    const sync = edge.at('sync');
    if (!ids.has(from) || !ids.has(to) || isHandedOver(edge)) continue;
    if (isOpen(sync)) open.push(sync);
    if (sync.value !== true) continue;
    calls.set(from, [...(calls.get(from) ?? []), { to, cacheHit: edge.at('cacheHit').value ?? 0 }]);
  }
  if (section.items('components').length === 0) open.push(section.whole('components'));
  return { components, calls, open };
}

export interface Chain {
  readonly components: readonly ComponentReader[];
  readonly ms: number;
}

const nothing: Chain = { components: [], ms: 0 };

/**
 * The calls one after another that take longest. Whether a component makes its calls at once or in turn, the whole takes
 * no less. A component whose time is not said counts as none.
 *
 * @param passes what is left of a call at this share of cache hits
 */
export function longestChain(path: OnlinePath, key: Latency, passes: (cacheHit: number) => number): Chain {
  const byId = new Map(path.components.map((component) => [component.id, component]));
  const known = new Map<string, Chain>();
  const chainFrom = (id: string): Chain => {
    const component = byId.get(id);
    const before = known.get(id);
    if (component === undefined) return nothing;
    if (before !== undefined) return before;
    // Stands while its calls are followed, so that a circle ends here.
    known.set(id, nothing);
    const own = latencyOf(component, key).value ?? 0;
    let rest = nothing;
    for (const { to, cacheHit } of path.calls.get(id) ?? []) {
      const next = chainFrom(to);
      const ms = passes(cacheHit) * next.ms;
      if (ms > rest.ms) rest = { components: next.components, ms };
    }
    const chain = { components: [component, ...rest.components], ms: own + rest.ms };
    known.set(id, chain);
    return chain;
  };
  return path.components
    .map(({ id }) => chainFrom(id))
    .reduce((longest, chain) => (chain.ms > longest.ms ? chain : longest), nothing);
}

export function latencyOf(component: ComponentReader, key: Latency): Read<number> {
  return component.group('latency').at(key);
}

/** On average a call costs what reaches the component behind the cache. */
export const onAverage = (cacheHit: number): number => 1 - cacheHit;

/** A percentile of a call that a cache answers now and then is not known, so such calls are left out. */
export const unlessCached = (cacheHit: number): number => (cacheHit > 0 ? 0 : 1);

/** Times of these components that are not said. */
export function openLatencies(components: readonly ComponentReader[], ...keys: readonly Latency[]): readonly Read[] {
  return components.flatMap((component) => keys.map((key) => latencyOf(component, key)).filter(isOpen));
}

/** What `onlinePaths` looks at. */
export const PATH_READS = [
  'dataflow.components',
  'dataflow.components.kind',
  'dataflow.components.onOnlinePath',
  'dataflow.edges.from',
  'dataflow.edges.to',
  'dataflow.edges.mode',
  'dataflow.edges.sync',
  'dataflow.edges.cacheHit',
] as const;
