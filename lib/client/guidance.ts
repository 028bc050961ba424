import { definitionKey } from '#lib/domain/worksheets/paths.ts';
import { askedOnce } from './asked-once.ts';
import type { FieldGuidance, SectionGuidance } from '#lib/domain/worksheets/guidance/field-guidance.ts';

/** One chunk a section, fetched when somebody first goes to one of its fields. */
const loaders: Readonly<Record<string, () => Promise<SectionGuidance>>> = {
  overview: async () => (await import('#lib/domain/worksheets/guidance/overview.ts')).overviewGuidance,
  business: async () => (await import('#lib/domain/worksheets/guidance/business.ts')).businessGuidance,
  framing: async () => (await import('#lib/domain/worksheets/guidance/framing.ts')).framingGuidance,
  metrics: async () => (await import('#lib/domain/worksheets/guidance/metrics.ts')).metricsGuidance,
  objectives: async () => (await import('#lib/domain/worksheets/guidance/objectives.ts')).objectivesGuidance,
  data: async () => (await import('#lib/domain/worksheets/guidance/data.ts')).dataGuidance,
  dataflow: async () => (await import('#lib/domain/worksheets/guidance/dataflow.ts')).dataflowGuidance,
  sampling: async () => (await import('#lib/domain/worksheets/guidance/sampling.ts')).samplingGuidance,
  labels: async () => (await import('#lib/domain/worksheets/guidance/labels.ts')).labelsGuidance,
  imbalance: async () => (await import('#lib/domain/worksheets/guidance/imbalance.ts')).imbalanceGuidance,
  serving: async () => (await import('#lib/domain/worksheets/guidance/serving.ts')).servingGuidance,
  artifacts: async () => (await import('#lib/domain/worksheets/guidance/artifacts.ts')).artifactsGuidance,
  operations: async () => (await import('#lib/domain/worksheets/guidance/operations.ts')).operationsGuidance,
  risk: async () => (await import('#lib/domain/worksheets/guidance/risk.ts')).riskGuidance,
};

const known = new Map<string, SectionGuidance>();
const nothing: Promise<SectionGuidance> = Promise.resolve({});

/** Without an answer there is no guidance for a while. */
const askers = new Map(
  Object.entries(loaders).map(([section, load]) => {
    const ask = async () => {
      const found = await load();
      known.set(section, found);
      return found;
    };
    return [section, askedOnce<SectionGuidance>(ask, {})];
  }),
);

/** What has come so far, for a page that does not wait. */
export function knownGuidance(section: string): SectionGuidance {
  return known.get(section) ?? {};
}

/** The guidance of a section; the same promise each time, so that a component can wait for it. */
export function sectionGuidance(section: string): Promise<SectionGuidance> {
  return askers.get(section)?.() ?? nothing;
}

/** What the guidance says about the field at a path, whichever item of a list it is in. */
export function guidanceFor(guidance: SectionGuidance, path: string): FieldGuidance | undefined {
  const key = definitionKey(path);
  const within = key?.slice(key.indexOf('.') + 1) ?? '';
  return Object.hasOwn(guidance, within) ? guidance[within] : undefined;
}
