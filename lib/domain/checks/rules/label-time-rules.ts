import { derive } from '../../worksheets/derived.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import { contradiction, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { unlisted } from '../readings/sampling-reading.ts';
import { shownValue } from '../words/shown-value.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 4';
/** Numbers that move before a label is there. */
const LEADING: readonly string[] = ['input-drift', 'output-drift', 'skew'];

/** When labels are there, and what changed on the way. */
export const labelTimeRules: readonly RuleDefinition[] = [
  {
    id: 'LBL-11',
    version: 1,
    title: 'Something that tells before labels are there',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'operations.monitors',
      'operations.monitors.what',
      'operations.monitors.window',
      'labels.labelType',
      'labels.labelDelay',
      'framing.horizon',
      'framing.waitBeforeOutcome',
    ],
    bounds: [],
    principle: 'Quality that is known only months later is watched by what moves sooner.',
    source: DMLS,
    check: somethingLeads,
  },
  {
    id: 'LBL-12',
    version: 1,
    title: 'When ‘not yet’ becomes ‘no’',
    severity: 'warning',
    kind: 'gap',
    stage: 'design',
    reads: ['labels.labelType', 'labels.whoChoseWindow', 'framing.horizon'],
    bounds: [],
    principle: 'A short window calls late positives negative, and a long one delays every label.',
    source: DMLS,
    check: windowChosen,
  },
  {
    id: 'LBL-14',
    version: 1,
    title: 'One definition of a label',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'labels.guidelineChangedAt',
      'labels.lineageFields',
      'sampling.splits',
      'sampling.splits.from',
      'sampling.splits.to',
    ],
    bounds: [],
    principle: 'Labels by two guidelines are two kinds of labels, and only their version tells them apart.',
    source: DMLS,
    check: oneDefinition,
  },
];

function somethingLeads({ read }: Subject): Outcome | Outcome[] {
  const operations = read.section('operations');
  const [labels, framing] = [read.section('labels'), read.section('framing')];
  const monitors = operations.items('monitors');
  if (monitors.length === 0) return unlisted(operations.whole('monitors'));
  const kinds = monitors.map((monitor) => monitor.at('what'));
  if (kinds.some(({ value }) => value !== undefined && LEADING.includes(value))) return pass;
  const open = kinds.filter(isOpen);
  if (open.length > 0) return waits(...open);
  const ofQuality = monitors.filter((monitor) => monitor.at('what').value === 'quality');
  const type = labels.at('labelType');
  if (ofQuality.length === 0 || type.value === 'none') return notApplicable;
  const [window, delay, wait] = [framing.at('horizon'), labels.at('labelDelay'), framing.at('waitBeforeOutcome')];
  const known = derive(read.worksheet, 'truth-known-after').result;
  const isDerived = known.state === 'value' && delay.value !== undefined && window.value !== undefined;
  return ofQuality.map((monitor) =>
    given([monitor.at('window'), ...(isDerived ? [delay, window] : [wait])], (over, first) => {
      const after = isDerived ? known.value : first;
      if (over >= after) return pass;
      return contradiction({
        ends: [operations.whole('monitors'), monitor.at('window'), ...(isDerived ? [delay, window] : [wait])],
        message: `Quality is watched over ${duration(over)}, its labels come only after ${duration(after)}, and nothing that is watched tells sooner; add the drift of inputs or predictions.`,
        numbers: [
          durationUsed('Window of the monitor', over, monitor.at('window')),
          durationUsed('Labels come after', after),
        ],
        formula: 'window ≥ time until labels are there, or a monitor of drift',
      });
    }),
  );
}

function windowChosen({ read }: Subject): Outcome {
  const labels = read.section('labels');
  const [window, who] = [read.section('framing').at('horizon'), labels.at('whoChoseWindow')];
  return given([labels.at('labelType')], (type) => {
    if (type !== 'natural-implicit') return notApplicable;
    const isChosen = needed([window], {
      message: 'Behaviour gives the labels and no window says when it is over: every ‘no’ may be a ‘not yet’.',
    });
    if (isChosen.outcome !== 'pass') return isChosen;
    return needed([who], {
      message: `Within ${shownValue(read.worksheet, window)} nothing means ‘no’, and nobody is named who chose that window.`,
    });
  });
}

function oneDefinition({ read }: Subject): Outcome {
  const labels = read.section('labels');
  const [changed, kept] = [labels.at('guidelineChangedAt'), labels.at('lineageFields')];
  const sampling = read.section('sampling');
  const splits = sampling.items('splits');
  return given([changed], (day) => {
    if (splits.length === 0) return unlisted(sampling.whole('splits'));
    const begins = splits.map((split) => split.at('from')).filter(({ value }) => value !== undefined && value < day);
    const ends = splits.map((split) => split.at('to')).filter(({ value }) => value !== undefined && value >= day);
    const [before, after] = [begins[0], ends[0]];
    if (before === undefined || after === undefined) {
      const open = splits.flatMap((split) => [split.at('from'), split.at('to')]).filter(isOpen);
      return open.length > 0 ? waits(...open) : pass;
    }
    return given([kept], (fields) => {
      if (fields.includes('guideline-version')) return pass;
      return contradiction({
        ends: [kept, changed, before, after],
        message: `The guideline changed on ${day}, within the time of the cases (${before.value} to ${after.value}), and its version is not kept with the labels: two definitions are mixed.`,
        remedy: {
          label: 'Keep the version of the guideline',
          path: kept.path,
          value: [...fields, 'guideline-version'],
        },
      });
    });
  });
}
