import type { Worksheet } from './all-sections.ts';
import type { Derive, Derived } from './derivation.ts';
import { dataflowValues } from './derived-dataflow.ts';
import { framingValues } from './derived-framing.ts';
import { generationValues } from './derived-generation.ts';
import { labelValues } from './derived-labels.ts';
import { objectiveValues } from './derived-objectives.ts';
import { operationsValues } from './derived-operations.ts';
import { riskValues } from './derived-risk.ts';
import { samplingValues } from './derived-sampling.ts';
import { servingValues } from './derived-serving.ts';
import { sourceValues } from './derived-sources.ts';

/** What follows once in a worksheet. It is shown beside its inputs with the formula, and never typed. */
const derivations = {
  ...framingValues,
  ...samplingValues,
  ...labelValues,
  ...servingValues,
  ...generationValues,
  ...operationsValues,
  ...riskValues,
} as const satisfies Readonly<Record<string, Derive>>;

export type DerivedId = keyof typeof derivations;

/** Every derived value that the worksheet has a place for: those above, and those of the items of lists. */
export function deriveAll(worksheet: Worksheet): readonly Derived[] {
  return [
    ...Object.entries(derivations).map(([id, derived]) => ({ id, ...derived(worksheet) })),
    ...objectiveValues(worksheet),
    ...sourceValues(worksheet),
    ...dataflowValues(worksheet),
  ];
}

export function derive(worksheet: Worksheet, id: DerivedId): Derived {
  return { id, ...derivations[id](worksheet) };
}

/** The derived values to show beside a field. */
export function derivedBeside(worksheet: Worksheet, path: string): readonly Derived[] {
  return deriveAll(worksheet).filter(({ beside }) => beside.includes(path));
}
