import { quotedNames } from '../words/item-name.ts';
import { metricItems, metricList, primaryModelMetrics } from '../readings/metric-reading.ts';
import { gap, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { unlisted } from '../readings/sampling-reading.ts';

/** Whether groups that matter have a target of their own. */
export const sliceRules: readonly RuleDefinition[] = [
  {
    id: 'MET-19',
    version: 1,
    title: 'A target for each critical group',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: [
      'sampling.criticalGroups',
      'metrics.items',
      'metrics.items.kind',
      'metrics.items.role',
      'metrics.items.slices',
      'metrics.items.slices.group',
      'risk.fairnessGroups',
      'risk.fairnessGroups.group',
    ],
    bounds: [],
    principle: 'A good average can hide a group for which the model fails.',
    source: 'E. Breck et al., The ML Test Score (2017), Model 6',
    check: groupsHaveTargets,
  },
];

function groupsHaveTargets(subject: Subject): Outcome {
  const { read } = subject;
  const groups = read.section('sampling').items('criticalGroups');
  if (groups.length === 0) return unlisted(read.section('sampling').whole('criticalGroups'));
  const metrics = metricItems(subject);
  const [primary] = primaryModelMetrics(subject);
  if (primary === undefined) return waits(metricList(subject));
  // A gap between groups that is bounded is a target as well.
  const named = [
    ...metrics.flatMap((metric) => metric.items('slices').map((slice) => slice.at('group'))),
    ...read
      .section('risk')
      .items('fairnessGroups')
      .map((item) => item.at('group')),
  ];
  const known = new Set(named.map(({ value }) => value));
  const missing = groups.filter((group) => !known.has(group.id));
  if (missing.length === 0) return pass;
  const slices = primary.whole('slices');
  const open = [slices, ...named].filter((each) => each.state === 'unknown' || each.blockedBy !== undefined);
  if (open.length > 0) return waits(...open);
  if (slices.state === 'not-applicable') return notApplicable;
  return gap({
    ends: [slices],
    message: `No metric has a target for ${quotedNames(subject, missing)}, and a good average can hide that it fails there.`,
  });
}
