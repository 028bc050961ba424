import { nearestName } from '../../stats/nearest-name.ts';
import { referenceIds } from '../../worksheets/references.ts';
import { everyText, wanted } from '../readings/texts-of-kind.ts';
import type { baselineKinds } from '../../worksheets/sections/framing-options.ts';
import { monitored } from '../../worksheets/sections/operations-options.ts';
import { referenceTargets, type ReferenceTarget } from '../../worksheets/reference-targets.ts';
import { quotedName } from '../words/item-name.ts';
import { isOpen } from '../readings/open-answers.ts';
import { unlisted } from '../readings/sampling-reading.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const CHECKLISTS = 'Public checklists for reviews of ML system designs';

const references = wanted(({ kind }) => kind === 'reference');

const targetLists = Object.values(referenceTargets).map(({ list }) => list);

/** Looking for what was meant takes long in a long list, and checks run at every change. */
const MOST_SUGGESTIONS = 20;

/** What a monitor watches by a metric; the others are watched by themselves. */
const OF_METRICS: readonly (keyof typeof monitored)[] = ['quality', 'business', 'fairness'];
/** Baselines that need neither people nor the model. */
const SIMPLE: readonly (keyof typeof baselineKinds)[] = ['constant', 'heuristic', 'simple-model', 'previous-model'];

/** Between sections: what points at what. */
export const referenceRules: readonly RuleDefinition[] = [
  {
    id: 'XRF-01',
    version: 1,
    title: 'References that lead somewhere',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...references.keys, ...targetLists, 'imbalance.threshold'],
    bounds: [],
    principle: 'A reference to something that was deleted says nothing.',
    source: CHECKLISTS,
    check: danglingReferences,
  },
  {
    id: 'XRF-03',
    version: 1,
    title: 'Monitors of a metric that is defined',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['operations.monitors', 'operations.monitors.what', 'operations.monitors.metric'],
    bounds: [],
    principle: 'An alarm about quality is about one metric, with its definition and its target.',
    source: CHECKLISTS,
    check: monitorsNameMetrics,
  },
  {
    id: 'XRF-04',
    version: 1,
    title: 'A baseline that could answer instead',
    severity: 'info',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.fallback', 'framing.baselines', 'framing.baselines.kind', 'risk.failureModes.fallback'],
    bounds: [],
    principle: 'The simple baseline that a model has to beat is often good enough while the model is away.',
    source: CHECKLISTS,
    check: baselineAsFallback,
  },
  {
    id: 'XRF-05',
    version: 1,
    title: 'In scope or out of it',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['overview.inScope', 'overview.inScope.text', 'overview.outOfScope', 'overview.outOfScope.text'],
    bounds: [],
    principle: 'The same point cannot be in scope and out of scope.',
    source: CHECKLISTS,
    check: scopeTwice,
  },
  {
    id: 'XRF-06',
    version: 1,
    title: 'Measured before the deadline',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['business.deadline', 'overview.milestones', 'overview.milestones.date', 'overview.milestones.measures'],
    bounds: [],
    principle: 'What is first measured after the deadline cannot be judged by it.',
    source: CHECKLISTS,
    check: measuredInTime,
  },
];

function danglingReferences({ read }: Subject): Outcome | Outcome[] {
  // What can be pointed at is the same for every reference of a kind, and long for a long list.
  const known = new Map<ReferenceTarget, ReadonlySet<string>>();
  const idsOf = (target: ReferenceTarget): ReadonlySet<string> => {
    const ids = known.get(target) ?? new Set(referenceIds(read.worksheet, target));
    known.set(target, ids);
    return ids;
  };
  let suggestions = MOST_SUGGESTIONS;
  return everyText(read.worksheet, references, (reference, id, field) => {
    if (field.kind !== 'reference') return notApplicable;
    const { target } = field;
    const ids = idsOf(target);
    if (ids.has(id)) return pass;
    suggestions -= 1;
    const near = suggestions >= 0 ? nearestName(id, [...ids]) : undefined;
    return contradiction({
      ends: [reference],
      message: `There is no ${target.replace('-', ' ')} ‘${id}’: it was deleted, or never there.`,
      ...(near === undefined ? {} : { remedy: { label: `Use ${near}`, path: reference.path, value: near } }),
    });
  });
}

function scopeTwice({ read }: Subject): Outcome | Outcome[] {
  const overview = read.section('overview');
  const inside = overview.items('inScope').map((item) => item.at('text'));
  const outside = overview.items('outOfScope').map((item) => item.at('text'));
  if (inside.length === 0) return waits(overview.whole('inScope'));
  if (outside.length === 0) return waits(overview.whole('outOfScope'));
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const twins = new Map(outside.toReversed().map((point) => [plain(point.value ?? ''), point]));
  const found = inside.flatMap((point) => {
    const words = plain(point.value ?? '');
    const twin = twins.get(words);
    if (twin === undefined || words === '') return [];
    return [
      contradiction({
        ends: [point, twin],
        message: `‘${shownValue(read.worksheet, point)}’ is in scope and out of scope.`,
      }),
    ];
  });
  return found.length > 0 ? found : pass;
}

function measuredInTime({ read }: Subject): Outcome {
  const deadline = read.section('business').at('deadline');
  const overview = read.section('overview');
  const milestones = overview.items('milestones');
  if (milestones.length === 0) return waits(overview.whole('milestones'));
  const marks = milestones.map((item) => item.at('measures'));
  const dates = milestones.filter((item) => item.at('measures').value === true).map((item) => item.at('date'));
  const early = dates.find((date) => (date.value ?? '9') <= (deadline.value ?? ''));
  const open = [...dates, ...marks].filter((read) => read.value === undefined && read.state !== 'not-applicable');
  if (early === undefined && open.length > 0) return waits(...open);
  if (dates.length === 0) return waits(overview.whole('milestones'));
  const first = dates.reduce((one, other) => ((other.value ?? '') < (one.value ?? '') ? other : one));
  return given([deadline, first], (due, measured) => {
    if (measured <= due) return pass;
    return contradiction({
      ends: [deadline, first],
      message: `The deadline is ${due}, and nothing is measured before ${measured}.`,
      formula: 'first measurement ≤ deadline',
    });
  });
}

function monitorsNameMetrics({ read }: Subject): Outcome | Outcome[] {
  const operations = read.section('operations');
  const monitors = operations.items('monitors');
  if (monitors.length === 0) return unlisted(operations.whole('monitors'));
  return monitors.map((monitor) =>
    given([monitor.at('what')], (what) =>
      OF_METRICS.includes(what)
        ? needed([monitor.at('metric')], {
            message: `A monitor watches ‘${monitored[what].toLowerCase()}’, and which metric that is, is not said.`,
          })
        : notApplicable,
    ),
  );
}

function baselineAsFallback(subject: Subject): Outcome {
  const { read } = subject;
  const fallback = read.section('serving').at('fallback');
  const framing = read.section('framing');
  return given([fallback], (answer) => {
    if (answer !== 'none') return pass;
    const baselines = framing.items('baselines');
    if (baselines.length === 0) return unlisted(framing.whole('baselines'));
    const kinds = baselines.map((baseline) => baseline.at('kind'));
    const simple = baselines.find((baseline) => SIMPLE.includes(baseline.at('kind').value ?? 'human'));
    const open = kinds.filter(isOpen);
    if (simple === undefined) return open.length > 0 ? waits(...open) : notApplicable;
    const failureModes = read.section('risk').items('failureModes');
    if (failureModes.some((mode) => mode.at('fallback').value !== undefined)) return pass;
    const isRule = simple.at('kind').value === 'heuristic';
    return contradiction({
      ends: [fallback, framing.whole('baselines')],
      message: `Nothing answers when there is no prediction, and the baseline ${quotedName(subject, simple)} could.`,
      remedy: {
        label: `Use ${isRule ? 'a rule' : 'a baseline'}`,
        path: fallback.path,
        value: isRule ? 'heuristic' : 'baseline',
      },
    });
  });
}
