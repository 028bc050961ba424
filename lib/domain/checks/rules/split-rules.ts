import { formatDuration } from '../../quantities/duration.ts';
import { derive } from '../../worksheets/derived.ts';
import { splitMethods } from '../../worksheets/sections/sampling-options.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedName } from '../words/item-name.ts';
import { metricItems } from '../readings/metric-reading.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { SPLIT_READS, splitsWithRole } from '../readings/sampling-reading.ts';
import { isOpen } from '../readings/open-answers.ts';

const KN =
  'S. Kapoor and A. Narayanan, Leakage and the reproducibility crisis in machine-learning-based science (2023)';
const BY_TIME: readonly string[] = ['time', 'group-time'];
const DAY = 86_400_000;

/** Whether training and test are apart: in time, by entity, by case. */
export const splitRules: readonly RuleDefinition[] = [
  {
    id: 'SMP-07',
    version: 1,
    title: 'A split by time where time matters',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'sampling.splitMethod',
      'sampling.timeColumn',
      'framing.taskType',
      'framing.timeDependent',
      'framing.horizon',
    ],
    bounds: [],
    principle: 'A model that is to predict the future has to be tested on a future that it has not seen.',
    source: `C. Huyen, Designing Machine Learning Systems (2022), chapter 5; ${KN}, L3`,
    check: splitByTime,
  },
  {
    id: 'SMP-08',
    version: 1,
    title: 'Entities on one side of the split',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.groupKey', 'sampling.entitiesOverlap', 'sampling.productionEntities', 'sampling.splitMethod'],
    bounds: [],
    principle: 'A test on entities that were trained on tells nothing about new ones.',
    source: `${KN}, L3.2`,
    check: entitiesApart,
  },
  {
    id: 'SMP-12',
    version: 1,
    title: 'Something is held out',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: [
      ...SPLIT_READS,
      'sampling.splits.from',
      'sampling.splits.to',
      'sampling.splitMethod',
      'framing.taskType',
      'framing.learningMode',
      'metrics.items.measuredWhere',
    ],
    bounds: [],
    principle: 'What was used to choose the model cannot tell how good it is.',
    source: `${KN}, L1.1`,
    check: heldOut,
  },
  {
    id: 'SMP-13',
    version: 1,
    title: 'Duplicates on one side',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['sampling.dedupBeforeSplit', 'sampling.splitMethod'],
    bounds: [],
    principle: 'A copy of a training case in the test set is remembered, not predicted.',
    source: `${KN}, L1.4`,
    check({ read }) {
      const sampling = read.section('sampling');
      const reads = [sampling.at('dedupBeforeSplit'), sampling.at('splitMethod')] as const;
      return given(reads, (isDone, method) => {
        // What comes again later comes again in production, and copies of one moment stay together.
        if (BY_TIME.includes(method)) return notApplicable;
        if (isDone) return pass;
        return contradiction({
          ends: reads,
          message: 'Duplicates are not removed before the split, so copies of a case can stand on both sides of it.',
        });
      });
    },
  },
  {
    id: 'SMP-14',
    version: 2,
    title: 'A gap as long as labels take',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...SPLIT_READS,
      'sampling.splits.from',
      'sampling.splits.to',
      'sampling.splitMethod',
      'sampling.gap',
      'framing.taskType',
      'framing.horizon',
      'labels.labelDelay',
    ],
    bounds: [],
    principle: 'On the first day of the test, the truth about the last cases of training has to be known already.',
    source: KN,
    check: gapBeforeTest,
  },
];

function splitByTime({ read }: Subject): Outcome {
  const [sampling, framing] = [read.section('sampling'), read.section('framing')];
  const [method, column] = [sampling.at('splitMethod'), sampling.at('timeColumn')];
  const [task, depends, window] = [framing.at('taskType'), framing.at('timeDependent'), framing.at('horizon')];
  return given([method], (cut) => {
    // Nobody here knows how a split from outside was cut.
    if (cut === 'predefined') return notApplicable;
    if (BY_TIME.includes(cut)) return pass;
    const found = (cause: Read, words: string, severity: 'error' | 'warning'): Outcome =>
      contradiction({
        severity,
        ends: [method, cause],
        message: `${words}, and the test is cut ‘${splitMethods[cut].toLowerCase()}’: it is easier than what comes in production.`,
        remedy: { label: 'Cut by time', path: method.path, value: cut === 'group' ? 'group-time' : 'time' },
      });
    if (task.value === 'forecasting') return found(task, 'Future values are predicted', 'error');
    if (depends.value === false) return pass;
    // New entities and new places are a test of their own, which a later time would make harder still.
    const severity = cut === 'group' || cut === 'geographic' ? 'warning' : 'error';
    if (depends.value === true) return found(depends, 'The past predicts the future', severity);
    const hasWindow = window.value !== undefined && window.value > 0;
    if (hasWindow) return found(window, `Labels look ${duration(window.value ?? 0)} ahead`, severity);
    if (column.value !== undefined) return found(column, `Cases are ordered in time by ‘${column.value}’`, 'warning');
    return isOpen(depends) ? waits(depends) : pass;
  });
}

function entitiesApart({ read }: Subject): Outcome {
  const sampling = read.section('sampling');
  const [key, overlap, method] = [sampling.at('groupKey'), sampling.at('entitiesOverlap'), sampling.at('splitMethod')];
  const served = sampling.at('productionEntities');
  return given([key, overlap], (entity, isShared) => {
    if (!isShared) return pass;
    if (method.value === 'group') {
      return contradiction({
        ends: [overlap, method],
        message: `The split keeps each ‘${entity}’ on one side, and they are said to stand on both.`,
      });
    }
    if (served.value === 'known') return pass;
    if (served.value === 'unseen') {
      return contradiction({
        ends: [overlap, served, key],
        message: `The same ‘${entity}’ stands in training and in the test, and production meets new ones: the test is too easy.`,
      });
    }
    return contradiction({
      severity: 'warning',
      ends: served.value === undefined ? [overlap, key] : [overlap, served, key],
      message: `The same ‘${entity}’ stands in training and in the test, which tells nothing about new ones${served.value === undefined ? '; say whether production meets any' : ''}.`,
    });
  });
}

function heldOut(subject: Subject): Outcome {
  const sampling = subject.read.section('sampling');
  const framing = subject.read.section('framing');
  const task = framing.at('taskType').value;
  if (task === 'clustering' || framing.at('learningMode').value === 'rl') return notApplicable;
  const tests = splitsWithRole(subject, 'test');
  if (tests.length > 0) return apartFromValidation(subject);
  // A backtest holds the future out at every step, without a split that is a test.
  const isBacktested = metricItems(subject).some((metric) => metric.at('measuredWhere').value === 'offline-backtest');
  if (task === 'forecasting' && isBacktested) return pass;
  const [list, splits] = [sampling.whole('splits'), sampling.items('splits')];
  const message = 'No split is held out as a test, so nothing tells how good the model is on new cases.';
  if (splits.length === 0) return needed([list], { message });
  const open = splits.map((split) => split.at('role')).filter(isOpen);
  return open.length > 0 ? waits(...open) : gap({ ends: [list], message });
}

/** Two splits by time of the same days are one. */
function apartFromValidation(subject: Subject): Outcome {
  if (subject.read.section('sampling').at('splitMethod').value !== 'time') return pass;
  for (const test of splitsWithRole(subject, 'test')) {
    const [from, to] = [test.at('from'), test.at('to')];
    if (from.value === undefined || to.value === undefined) continue;
    const twin = splitsWithRole(subject, 'validation').find(
      (split) => split.at('from').value === from.value && split.at('to').value === to.value,
    );
    if (twin === undefined) continue;
    return contradiction({
      ends: [from, to, twin.at('from'), twin.at('to')],
      message: `${quotedName(subject, test)} and ${quotedName(subject, twin)} are the same days, so the test was used to choose the model.`,
    });
  }
  return pass;
}

interface Gap {
  readonly read: Read;
  readonly ms: number;
}

function gapBeforeTest(subject: Subject): Outcome {
  const { read } = subject;
  const [sampling, framing] = [read.section('sampling'), read.section('framing')];
  const stated = sampling.at('gap');
  const window = framing.at('horizon');
  return given([sampling.at('splitMethod'), framing.at('taskType')], (cut, task) => {
    // A forecast is made at the last day of training, so that its horizon is the test.
    if (task === 'forecasting') return notApplicable;
    if (!BY_TIME.includes(cut) && (cut !== 'predefined' || stated.value === undefined)) return notApplicable;
    const between = gapOf(subject, stated);
    if ('outcome' in between) return between;
    return given([window], (ahead) => {
      const { ms } = between;
      if (ms < ahead) {
        // Dates say when training ends to the day only; a gap that is typed is as long as it says.
        const isToTheDay = between.read.path !== stated.path;
        return tooShort(between, stated, {
          severity: isToTheDay && ahead - ms < DAY ? 'warning' : 'error',
          ends: [window],
          needs: ahead,
          words: `labels look ${duration(ahead)} ahead, so that those of the last training cases reach into the test`,
          formula: 'gap ≥ label window',
        });
      }
      const delay = read.section('labels').at('labelDelay');
      if (delay.state === 'not-applicable') return pass;
      return given([delay], () => {
        const known = derive(read.worksheet, 'truth-known-after').result;
        if (known.state !== 'value' || ms >= known.value) return pass;
        return tooShort(between, stated, {
          severity: 'warning',
          ends: [delay, window],
          needs: known.value,
          words: `labels are there only after ${duration(known.value)}, so that those of the last training cases would not be known yet`,
          formula: 'gap ≥ label window + time from the outcome to its label',
        });
      });
    });
  });
}

/** As stated; else by the dates of the only training and the only test. */
function gapOf(subject: Subject, stated: Read<number>): Gap | Outcome {
  if (stated.value !== undefined) return { read: stated, ms: stated.value };
  const [train, ...trains] = splitsWithRole(subject, 'train');
  const [test, ...tests] = splitsWithRole(subject, 'test');
  if (train === undefined || test === undefined || trains.length + tests.length > 0) return waits(stated);
  const [end, start] = [train.at('to'), test.at('from')];
  if (end.value === undefined || start.value === undefined) return waits(stated);
  const { result } = derive(subject.read.worksheet, 'gap-by-dates');
  if (result.state === 'value') return { read: start, ms: result.value };
  return contradiction({
    ends: [start, end],
    message: `Training lasts until ${end.value} and the test begins on ${start.value}, before training ends.`,
    formula: 'last day of training < first day of the test',
  });
}

interface Shortage {
  readonly severity: 'error' | 'warning';
  readonly ends: readonly Read[];
  readonly needs: number;
  readonly words: string;
  readonly formula: string;
}

function tooShort({ read, ms }: Gap, stated: Read, { severity, ends, needs, words, formula }: Shortage): Outcome {
  const wanted = formatDuration(needs, 'table').replaceAll('\u202f', ' ');
  return contradiction({
    severity,
    ends: [read, ...ends],
    message: `Between training and test lie ${duration(ms)}, and ${words}.`,
    numbers: [durationUsed('Gap', ms, read), durationUsed('Gap that is needed', needs)],
    formula,
    remedy:
      read.path === stated.path
        ? { label: `Leave ${duration(needs)}`, path: stated.path, value: wanted }
        : { label: `Leave ${duration(needs)} between them` },
  });
}
