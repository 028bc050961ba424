import { nearestName } from '../stats/nearest-name.ts';
import { referenceOptions } from '../worksheets/references.ts';
import { everyText, keysOf, type Wanted } from './texts-of-kind.ts';
import { referenceTargets, type ReferenceTarget } from '../worksheets/reference-targets.ts';
import { isWithin } from './metric-reading.ts';
import { percent, shareUsed } from './number-words.ts';
import { contradiction, given, notApplicable, pass, waits } from './rule.ts';
import type { Outcome, RuleDefinition, Subject } from './rule.ts';
import { shownValue } from './shown-value.ts';

const CHECKLISTS = 'Public checklists for reviews of ML system designs';

const isReference: Wanted = ({ kind }) => kind === 'reference';

const targetLists = Object.values(referenceTargets).map(({ list }) => list);

/** Looking for what was meant takes long in a long list, and checks run at every change. */
const MOST_SUGGESTIONS = 20;

/** Between sections: what points at what, and what is said twice. */
export const referenceRules: readonly RuleDefinition[] = [
  {
    id: 'XRF-01',
    version: 1,
    title: 'References that lead somewhere',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [...keysOf(isReference), ...targetLists, 'imbalance.threshold'],
    bounds: [],
    principle: 'A reference to something that was deleted says nothing.',
    source: CHECKLISTS,
    check: danglingReferences,
  },
  {
    id: 'XRF-02',
    version: 1,
    title: 'One quantity, one value',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'framing.taskType',
      'framing.classes.isPositive',
      'framing.classes.expectedShare',
      'imbalance.prevalenceProduction',
    ],
    bounds: ['XRF-02.difference'],
    principle: 'The same quantity, stated twice, has the same value or one of them is wrong.',
    source: CHECKLISTS,
    check: sameShare,
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
    const ids = known.get(target) ?? new Set(referenceOptions(read.worksheet, target).map((option) => option.id));
    known.set(target, ids);
    return ids;
  };
  let suggestions = MOST_SUGGESTIONS;
  return everyText(read.worksheet, isReference, (reference, id, field) => {
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

function sameShare({ read, profile }: Subject): Outcome {
  const framing = read.section('framing');
  const task = framing.at('taskType');
  if (task.value === undefined) return waits(task);
  if (task.value !== 'binary') return notApplicable;
  const share = framing
    .items('classes')
    .find((item) => item.at('isPositive').value === true)
    ?.at('expectedShare');
  if (share === undefined) return waits(framing.whole('classes'));
  const live = read.section('imbalance').at('prevalenceProduction');
  return given([share, live], (expected, produced) => {
    if (isWithin(profile['XRF-02.difference'], expected, produced)) return pass;
    return contradiction({
      ends: [share, live],
      message: `Both read ‘share of positives’, but the classes say ${shownValue(read.worksheet, share)} and the imbalance section ${shownValue(read.worksheet, live)}.`,
      numbers: [
        shareUsed('Share of the positive class', expected, { from: share }),
        shareUsed('Share of positives in production', produced, { from: live }),
      ],
      formula: `difference ≤ ${percent(profile['XRF-02.difference'])} of the larger`,
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
