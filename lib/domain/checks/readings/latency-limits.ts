import type { Worksheet } from '../../worksheets/all-sections.ts';
import type { Read, Reader } from '../reader.ts';
import { given, notApplicable, waits } from '../rule.ts';
import type { Outcome, Subject } from '../rule.ts';

/** What several rules ask of the latency objectives. */

type Percentile = 'p50' | 'p90' | 'p95' | 'p99' | 'p99-9' | 'max';

const SHARES: Readonly<Record<Percentile, number>> = {
  p50: 0.5,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
  'p99-9': 0.999,
  max: 1,
};

export interface Limit {
  /** Share of requests that have to keep it; 1 for the slowest. */
  readonly share: number;
  readonly ms: Read<number>;
  readonly percentile: Read<Percentile>;
  /** Whether it is about the service without what stands before it. */
  readonly isAtService: boolean;
}

/** Judges every objective that is about more than the model alone; waits while there is none. */
export function everyLimit(
  { read }: Subject,
  judge: (limit: Limit, ms: number) => Outcome,
): Outcome | readonly Outcome[] {
  const section = read.section('serving');
  const list = section.whole('slo');
  const objectives = section.items('slo');
  if (objectives.length === 0) return list.state === 'not-applicable' ? notApplicable : waits(list);
  return objectives.map((objective) => judgeOne(objective, judge));
}

function judgeOne(
  objective: Reader<Worksheet['serving']['slo'][number]>,
  judge: (limit: Limit, ms: number) => Outcome,
): Outcome {
  const [percentile, ms, scope] = [objective.at('percentile'), objective.at('ms'), objective.at('scope')];
  if (scope.value === 'model') return notApplicable;
  return given([percentile, ms], (key, allowed) =>
    judge({ share: SHARES[key], ms, percentile, isAtService: scope.value === 'server' }, allowed),
  );
}

/** One outcome for several limits, whose ends would begin alike: the worst. */
export function worstOf(outcomes: Outcome | readonly Outcome[]): Outcome {
  if ('outcome' in outcomes) return outcomes;
  const found = outcomes.filter(({ outcome }) => outcome === 'found');
  return (
    found.find((each) => each.outcome === 'found' && each.severity !== 'warning') ??
    found[0] ??
    outcomes.find(({ outcome }) => outcome === 'waits') ??
    outcomes.find(({ outcome }) => outcome === 'pass') ??
    notApplicable
  );
}

export const LIMIT_READS = ['serving.slo', 'serving.slo.percentile', 'serving.slo.ms', 'serving.slo.scope'] as const;
