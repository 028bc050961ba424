import type { Worksheet } from '../../worksheets/all-sections.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedNames } from '../words/item-name.ts';
import {
  metricItems,
  metricList,
  metricName,
  primaryModelMetrics,
  type MetricReader,
} from '../readings/metric-reading.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read, Reader } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { comparable } from '../readings/unit-typed.ts';

const SCORE = 'Breck et al., The ML Test Score (2017)';

type Monitor = Reader<Worksheet['operations']['monitors'][number]>;

/** Whether anyone would notice that it went wrong, and in time. */
export const monitoringRules: readonly RuleDefinition[] = [
  {
    id: 'OPS-01',
    version: 1,
    title: 'A monitor of the primary metric',
    severity: 'error',
    kind: 'gap',
    stage: 'launch',
    reads: [
      'operations.monitors',
      'operations.monitors.what',
      'operations.monitors.metric',
      'metrics.items',
      'metrics.items.kind',
      'metrics.items.role',
      'metrics.items.drives',
    ],
    bounds: [],
    principle: 'Models fail quietly: nothing breaks, the answers only get worse.',
    source:
      'Google, Rules of Machine Learning, rule 10; C. Huyen, Designing Machine Learning Systems (2022), chapter 8',
    check: primaryWatched,
  },
  {
    id: 'OPS-02',
    version: 1,
    title: 'A monitor of drift',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: ['operations.monitors', 'operations.monitors.what'],
    bounds: [],
    principle: 'Where the truth comes late, the data that goes in and the answers that come out are the first to tell.',
    source: `${SCORE}, Monitor 2 and 3`,
    check(subject) {
      const kinds = monitorsOf(subject).map((monitor) => monitor.at('what'));
      if (kinds.some(({ value }) => value !== undefined && DRIFTS.includes(value))) return pass;
      const list = monitorList(subject);
      const message = 'Nothing watches whether inputs, predictions or labels drift.';
      if (kinds.length === 0) return needed([list], { message });
      const open = kinds.filter(isOpen);
      return open.length > 0 ? waits(...open) : gap({ ends: [list], message });
    },
  },
  {
    id: 'OPS-03',
    version: 1,
    title: 'An alarm before the floor',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'operations.monitors',
      'operations.monitors.what',
      'operations.monitors.metric',
      'operations.monitors.threshold',
      'metrics.items',
      'metrics.items.name',
      'metrics.items.formula',
      'metrics.items.direction',
      'metrics.items.minimumAcceptable',
    ],
    bounds: [],
    principle: 'An alarm that comes after the least acceptable value is broken comes too late.',
    source: 'B. Beyer et al. (eds.), Site Reliability Engineering (2016), on monitoring',
    check: alarmsInTime,
  },
  {
    id: 'OPS-04',
    version: 1,
    title: 'A model that is not too old',
    severity: 'warning',
    kind: 'gap',
    stage: 'launch',
    reads: [
      'operations.stalenessImpact',
      'operations.toleratedModelAge',
      'operations.retrain.cadence',
      'operations.retrain.trigger',
      'framing.learningMode',
    ],
    bounds: [],
    principle: 'How often to train again follows from what an old model costs.',
    source: `Google, Rules of Machine Learning, rule 8; ${SCORE}, Model 4`,
    check: freshEnough,
  },
  {
    id: 'OPS-12',
    version: 1,
    title: 'Features that are the same in training and serving',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'data.features',
      'data.features.computed',
      'data.features.sameCode',
      'operations.monitors',
      'operations.monitors.what',
      'operations.logging.featuresLoggedAtServing',
    ],
    bounds: [],
    principle:
      'A feature that two programs compute is two features; logging what was served, or comparing the two, shows it.',
    source: `Google, Rules of Machine Learning, rule 29; ${SCORE}, Monitor 3`,
    check: skewWatched,
  },
];

const DRIFTS: readonly string[] = ['input-drift', 'output-drift', 'label-drift', 'skew'];

function monitorsOf({ read }: Subject): readonly Monitor[] {
  return read.section('operations').items('monitors');
}

function monitorList({ read }: Subject): Read {
  return read.section('operations').whole('monitors');
}

/** Quality as such, the metric itself, or the business metric that it stands for. */
function primaryWatched(subject: Subject): Outcome {
  const monitors = monitorsOf(subject);
  const kinds = monitors.map((monitor) => monitor.at('what'));
  if (kinds.some(({ value }) => value === 'quality')) return pass;
  const primary = primaryModelMetrics(subject);
  const targets = new Set(primary.flatMap((metric) => [metric.id, metric.at('drives').value ?? metric.id]));
  if (monitors.some((monitor) => targets.has(monitor.at('metric').value ?? ''))) return pass;
  const list = monitorList(subject);
  const message = 'Nothing watches the primary metric or what it stands for, so a model that gets worse goes unseen.';
  if (monitors.length === 0) return needed([list], { message });
  if (primary.length === 0) return waits(metricList(subject));
  const open = kinds.filter(isOpen);
  return open.length > 0 ? waits(...open) : gap({ ends: [list], message });
}

function alarmsInTime(subject: Subject): Outcome | readonly Outcome[] {
  const byId = new Map(metricItems(subject).map((metric) => [metric.id, metric]));
  const watched = monitorsOf(subject).map((monitor): Outcome => {
    const [what, metric] = [monitor.at('what'), byId.get(monitor.at('metric').value ?? '')];
    // The alarm of a monitor of drift is about the drift, not about the metric.
    if (metric === undefined || (what.value !== undefined && DRIFTS.includes(what.value))) return notApplicable;
    return given([what], () => alarmBefore(subject, metric, monitor.at('threshold')));
  });
  return watched.length > 0 ? watched : waits(monitorList(subject));
}

function alarmBefore(subject: Subject, metric: MetricReader, alarm: Read<number>): Outcome {
  const [direction, floor] = [metric.at('direction'), metric.at('minimumAcceptable')];
  // Within a range there is no floor to wait for, and one alarm cannot be compared with two ends.
  if (direction.value === 'in-range') return notApplicable;
  return given([direction, alarm, floor], (better, threshold, least) => {
    if (!comparable(alarm, floor)) return notApplicable;
    if (better === 'up' ? threshold >= least : threshold <= least) return pass;
    const { worksheet } = subject.read;
    return contradiction({
      ends: [alarm, floor],
      message: `The alarm of ${metricName(subject, metric)} goes off at ${shownValue(worksheet, alarm)}, after the least acceptable ${shownValue(worksheet, floor)} is broken.`,
      formula: better === 'up' ? 'alarm ≥ floor' : 'alarm ≤ floor',
      remedy: { label: `Set the alarm between where it stands and ${shownValue(worksheet, floor)}` },
    });
  });
}

function freshEnough({ read }: Subject): Outcome | readonly Outcome[] {
  // A prompted model is not trained here.
  if (read.section('framing').at('learningMode').value === 'pretrained-prompted') return notApplicable;
  const section = read.section('operations');
  const [trigger, cadence] = [section.group('retrain').at('trigger'), section.group('retrain').at('cadence')];
  const tolerated = section.at('toleratedModelAge');
  const hasNoCadence = trigger.value !== undefined && trigger.value !== 'schedule' && cadence.state === 'blank';
  return [
    needed([section.at('stalenessImpact')], {
      message: 'Nothing says what an old model costs, so nothing says how often to train again.',
    }),
    hasNoCadence
      ? notApplicable
      : given([cadence, tolerated], (every, oldest) =>
          every <= oldest
            ? pass
            : contradiction({
                ends: [cadence, tolerated],
                message: `The model is trained again every ${duration(every)}, and one that is older than ${duration(oldest)} is not good enough.`,
                numbers: [
                  durationUsed('Trained again every', every, cadence),
                  durationUsed('Oldest that is good enough', oldest, tolerated),
                ],
                formula: 'time between trainings ≤ oldest model that is good enough',
                remedy: {
                  label: `Train again every ${shownValue(read.worksheet, tolerated)}`,
                  path: cadence.path,
                  value: tolerated.answer.state === 'answered' ? tolerated.answer.typed : '',
                },
              }),
        ),
  ];
}

function skewWatched(subject: Subject): Outcome {
  const features = subject.read.section('data').items('features');
  if (features.length === 0) return waits(subject.read.section('data').whole('features'));
  const onDemand = features.filter((feature) => feature.at('computed').value === 'on-demand');
  const apart = onDemand.filter((feature) => feature.at('sameCode').value === false);
  if (apart.length === 0) {
    const open = [
      ...features.map((feature) => feature.at('computed')),
      ...onDemand.map((feature) => feature.at('sameCode')),
    ].filter(isOpen);
    return open.length > 0 ? waits(...open) : onDemand.length > 0 ? pass : notApplicable;
  }
  const list = monitorList(subject);
  const logged = subject.read.section('operations').group('logging').at('featuresLoggedAtServing');
  const kinds = monitorsOf(subject).map((monitor) => monitor.at('what'));
  if (logged.value === true || kinds.some(({ value }) => value === 'skew')) return pass;
  if (kinds.length === 0) return waits(list);
  const open = kinds.filter(isOpen);
  if (open.length > 0) return waits(...open);
  return contradiction({
    ends: [list, logged, ...apart.map((feature) => feature.at('sameCode'))],
    message: `${quotedNames(subject, apart)} ${apart.length === 1 ? 'is' : 'are'} computed by other code in training than when asked for, and nothing compares the two.`,
    remedy: { label: 'Log features as they are served, or watch training against serving' },
  });
}
