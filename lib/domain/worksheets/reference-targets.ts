/**
 * What a reference may point at. Its value is the id of an item of the list; `field` is a single value that can be
 * meant as well, by the last part of its path.
 */
export const referenceTargets = {
  metric: { list: 'metrics.items' },
  class: { list: 'framing.classes' },
  baseline: { list: 'framing.baselines' },
  threshold: { list: 'imbalance.segmentThresholds', field: 'imbalance.threshold' },
  objective: { list: 'objectives.items' },
  source: { list: 'data.sources' },
  feature: { list: 'data.features' },
  component: { list: 'dataflow.components' },
  split: { list: 'sampling.splits' },
  'critical-group': { list: 'sampling.criticalGroups' },
  stakeholder: { list: 'overview.stakeholders' },
  'affected-people': { list: 'overview.usersAffected' },
} as const satisfies Readonly<Record<string, { list: string; field?: string }>>;

export type ReferenceTarget = keyof typeof referenceTargets;
