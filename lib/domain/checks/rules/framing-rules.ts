import { lossFunctions, taskTypes } from '../../worksheets/sections/framing-options.ts';
import { metricItems, metricList, metricName, primaryModelMetrics } from '../readings/metric-reading.ts';
import type { Formula, MetricReader } from '../readings/metric-reading.ts';
import { counted, number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import {
  functionalOfFormula,
  functionalOfLoss,
  isClassification,
  isNumeric,
  tasksOfLoss,
} from '../readings/task-tables.ts';
import type { Functional } from '../readings/task-tables.ts';

const CHECKLISTS = 'Public checklists for reviews of ML system designs';
const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 2';
const GOOGLE = 'Google, Introduction to ML Problem Framing';
const GNEITING = 'T. Gneiting, Making and evaluating point forecasts, JASA 106 (2011)';
const SHARES_MAY_MISS = 0.01;

export const framingRules: readonly RuleDefinition[] = [
  {
    id: 'FRM-01',
    version: 1,
    title: 'Task and output agree',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'framing.taskType',
      'framing.classes',
      'framing.classes.name',
      'framing.classes.isPositive',
      'framing.classes.expectedShare',
    ],
    bounds: [],
    principle: 'A classifier has classes whose shares add up to 1; a yes-or-no task has one class that is the yes.',
    source: CHECKLISTS,
    check: taskAndOutput,
  },
  {
    id: 'FRM-02',
    version: 1,
    title: 'Loss fits the task',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['framing.loss', 'framing.taskType'],
    bounds: [],
    principle: 'What is minimised has to be defined for what is predicted.',
    source: CHECKLISTS,
    check({ read }) {
      const framing = read.section('framing');
      const reads = [framing.at('loss'), framing.at('taskType')] as const;
      return given(reads, (loss, task) => {
        if (loss === 'custom') return notApplicable;
        if (tasksOfLoss[loss].includes(task)) return pass;
        return contradiction({
          ends: reads,
          message: `The loss ‘${lossFunctions[loss]}’ does not fit a task of the kind ‘${taskTypes[task]}’.`,
        });
      });
    },
  },
  {
    id: 'FRM-03',
    version: 1,
    title: 'A moment of prediction',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['framing.predictionUnit', 'framing.predictionTime'],
    bounds: [],
    principle: 'What may be used to predict depends on the moment at which it is predicted, and for what.',
    source:
      'S. Kapoor and A. Narayanan, Leakage and the reproducibility crisis in machine-learning-based science (2023)',
    check({ read }) {
      const framing = read.section('framing');
      return needed([framing.at('predictionUnit'), framing.at('predictionTime')], {
        message: 'Without one row and the moment of its prediction, nobody can tell what leaks from the future.',
      });
    },
  },
  {
    id: 'FRM-05',
    version: 1,
    title: 'How a stand-in tracks the real thing',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['framing.targetIsProxy', 'framing.proxyLink'],
    bounds: [],
    principle: 'A label that stands in for the real outcome needs a stated link to it.',
    source: GOOGLE,
    check({ read }) {
      const framing = read.section('framing');
      return given([framing.at('targetIsProxy')], (isProxy) =>
        isProxy
          ? needed([framing.at('proxyLink')], {
              message: 'The label is a stand-in, and nothing says how it tracks the real outcome.',
            })
          : notApplicable,
      );
    },
  },
  {
    id: 'FRM-06',
    version: 1,
    title: 'A guardrail beside a stand-in',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: ['framing.targetIsProxy', 'metrics.items', 'metrics.items.role'],
    bounds: [],
    principle: 'What is optimised through a stand-in can be gamed; a guardrail metric shows when it is.',
    source: 'Google, People + AI Guidebook; Rules of Machine Learning, rule 12',
    check: (subject) =>
      given([subject.read.section('framing').at('targetIsProxy')], (isProxy) =>
        isProxy
          ? guardrail(subject, 'The label is a stand-in that can be gamed, and no guardrail metric would show it.')
          : notApplicable,
      ),
  },
  {
    id: 'FRM-07',
    version: 1,
    title: 'Classes that keep changing',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['framing.taskType', 'framing.classSetChanges'],
    bounds: [],
    principle: 'An output layer with one place a class is trained anew at every change of the classes.',
    source: DMLS,
    check({ read }) {
      const framing = read.section('framing');
      const reads = [framing.at('taskType'), framing.at('classSetChanges')] as const;
      return given(reads, (task, changes) => {
        if (task !== 'multiclass') return notApplicable;
        if (changes !== 'frequent') return pass;
        return contradiction({
          ends: reads,
          message:
            'The classes change often, and each change means training again; scoring pairs of item and candidate would not.',
        });
      });
    },
  },
  {
    id: 'FRM-08',
    version: 1,
    title: 'Many thin classes',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['framing.taskType', 'framing.classes', 'framing.classes.name', 'framing.classMinCount'],
    bounds: ['FRM-08.classes', 'FRM-08.examples'],
    principle: 'Many classes with few examples each are learned badly; routing or a hierarchy shares their examples.',
    source: DMLS,
    check({ read, profile }) {
      const framing = read.section('framing');
      const classes = framing.items('classes');
      const reads = [framing.at('taskType'), framing.at('classMinCount')] as const;
      const areFew = classes.length > 0 && classes.length <= profile['FRM-08.classes'];
      if (areFew && isClassification(reads[0].value ?? 'regression')) return pass;
      return given(reads, (task, smallest) => {
        if (!isClassification(task)) return notApplicable;
        if (smallest >= profile['FRM-08.examples']) return pass;
        if (classes.length === 0) return waits(framing.whole('classes'));
        return contradiction({
          ends: [reads[1], framing.whole('classes')],
          message: `There are ${classes.length} classes and the rarest has ${counted(smallest, 'example')}: too many thin classes; consider routing or a hierarchy.`,
          numbers: [
            numberUsed('Classes', classes.length),
            numberUsed('Examples of the rarest', smallest, { from: reads[1] }),
          ],
          formula: `classes ≤ ${profile['FRM-08.classes']} or examples ≥ ${profile['FRM-08.examples']}`,
        });
      });
    },
  },
  {
    id: 'FRM-09',
    version: 1,
    title: 'High stakes without a way to decline',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'framing.decisionMaker',
      'framing.abstain',
      'imbalance.costMatrix.tp',
      'imbalance.costMatrix.fp',
      'imbalance.costMatrix.fn',
    ],
    bounds: ['FRM-09.stakes'],
    principle:
      'Where one mistake undoes the gain of very many hits, the system should be able to leave a case to people.',
    source: 'Google, People + AI Guidebook',
    check: highStakes,
  },
  {
    id: 'FRM-11',
    version: 1,
    title: 'More than one framing',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: ['framing.framingAlternatives'],
    bounds: [],
    principle: 'The same problem can be framed in several ways, and the first is seldom the easiest.',
    source: DMLS,
    check: ({ read }) =>
      needed([read.section('framing').whole('framingAlternatives')], {
        message: 'No framing but this one is written down.',
      }),
  },
  {
    id: 'FRM-13',
    version: 1,
    title: 'Loss and metric want the same number',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'framing.loss',
      'framing.taskType',
      'metrics.items.kind',
      'metrics.items.role',
      'metrics.items.formula',
      'metrics.items.quantile',
    ],
    bounds: [],
    principle:
      'A model trained for the mean is judged unfairly by a metric that the median minimises, and the other way round.',
    source: GNEITING,
    check: lossAndMetric,
  },
];

function taskAndOutput({ read }: Subject): Outcome | Outcome[] {
  const framing = read.section('framing');
  const task = framing.at('taskType');
  if (task.value === undefined) return waits(task);
  const list = framing.whole('classes');
  if (!isClassification(task.value)) {
    const leftOver = isNumeric(task.value) && read.worksheet.framing.classes.length > 0;
    if (!leftOver) return notApplicable;
    return contradiction({
      ends: [task, list],
      message: `The output is ‘${taskTypes[task.value]}’, and classes are listed for it.`,
    });
  }
  const classes = framing.items('classes');
  if (classes.length === 0) return needed([list], { message: 'A classification needs its classes.' });
  const outcomes: Outcome[] = [];
  if (task.value === 'binary') {
    const marks = classes.map((item) => item.at('isPositive'));
    // The list is still being written, so its shares add up to nothing yet.
    if (marks.length === 1)
      return gap({ ends: [list], message: 'A yes-or-no task has two classes, and one is listed.' });
    outcomes.push(positiveClass(task, marks));
  }
  if (task.value !== 'multilabel') outcomes.push(sumOfShares(classes.map((item) => item.at('expectedShare'))));
  if (task.value === 'multilabel') outcomes.push(pass);
  return outcomes;
}

function positiveClass(task: Read, marks: readonly Read<boolean>[]): Outcome {
  const positives = marks.filter((mark) => mark.value === true);
  if (marks.length !== 2) {
    return contradiction({
      ends: [task, ...marks],
      message: `A yes-or-no task has two classes, and ${marks.length} are listed.`,
    });
  }
  if (positives.length === 1) return pass;
  if (positives.length === 2)
    return contradiction({ ends: positives, message: 'Both classes are marked as the positive one.' });
  const open = marks.filter((mark) => mark.state === 'unknown' || mark.blockedBy !== undefined);
  if (open.length > 0) return waits(...open);
  return gap({ ends: marks, message: 'Neither class is marked as the positive one.' });
}

function sumOfShares(shares: readonly Read<number>[]): Outcome {
  const open = shares.filter((share) => share.value === undefined);
  if (open.length > 0) return waits(...open);
  const sum = shares.reduce((total, share) => total + (share.value ?? 0), 0);
  if (Math.abs(sum - 1) <= SHARES_MAY_MISS + 1e-12) return pass;
  return contradiction({
    ends: shares,
    message: `The shares of the classes add up to ${percent(sum)}, not to ${percent(1)}.`,
    numbers: [shareUsed('Sum of the shares', sum)],
    formula: '|Σ shares − 1| ≤ 0.01',
  });
}

/** Passes with a guardrail metric; a gap without one. */
export function guardrail(subject: Subject, message: string): Outcome {
  const roles = metricItems(subject).map((metric) => metric.at('role'));
  if (roles.some((role) => role.value === 'guardrail')) return pass;
  const open = roles.filter((role) => role.value === undefined);
  if (open.length > 0) return waits(...open);
  return roles.length === 0
    ? needed([metricList(subject)], { message })
    : gap({ ends: [metricList(subject)], message });
}

function highStakes({ read, profile }: Subject): Outcome {
  const framing = read.section('framing');
  const costs = read.section('imbalance').group('costMatrix');
  const [maker, abstain] = [framing.at('decisionMaker'), framing.at('abstain')];
  const [tp, fp, fn] = [costs.at('tp'), costs.at('fp'), costs.at('fn')];
  if (maker.value !== undefined && maker.value !== 'automated') return notApplicable;
  return given([maker, abstain, tp, fp, fn], (_, mayAbstain, hit, alarm, miss) => {
    const gain = -hit;
    const worst = miss >= alarm ? { end: fn, cost: miss, name: 'miss' } : { end: fp, cost: alarm, name: 'false alarm' };
    if (mayAbstain || gain <= 0 || worst.cost < profile['FRM-09.stakes'] * gain) return pass;
    return contradiction({
      ends: [abstain, maker, worst.end, tp],
      message: `One ${worst.name} costs ${number(worst.cost / gain)} times what a hit is worth, and the system decides by itself without a way to decline.`,
      numbers: [
        numberUsed(`Cost of a ${worst.name}`, worst.cost, { from: worst.end }),
        numberUsed('Worth of a hit', gain, { from: tp }),
      ],
      formula: `max(fp, fn) < ${profile['FRM-09.stakes']} · (−tp)`,
    });
  });
}

function lossAndMetric(subject: Subject): Outcome | Outcome[] {
  const framing = subject.read.section('framing');
  const loss = framing.at('loss');
  const task = framing.at('taskType');
  const primaries = primaryModelMetrics(subject);
  if (primaries.length === 0) return waits(metricList(subject));
  return primaries.map((metric) => {
    const formula = metric.at('formula');
    return given([loss, task, formula], (minimised, kind, judged) => {
      const trained = functionalOfLoss[minimised];
      const wanted = functionalOf(metric, judged);
      if (!isNumeric(kind) || trained === undefined || wanted === undefined) return notApplicable;
      if (trained === wanted) return pass;
      // The quantile that pinball loss is trained for is not said, and the one at 50 % is the median.
      if (trained === 'quantile' && wanted === 'median') return notApplicable;
      return contradiction({
        ends: [loss, formula],
        message: `${lossFunctions[minimised]} trains for the ${trained}, while ${metricName(subject, metric)} is best for the ${wanted}.`,
      });
    });
  });
}

/** The quantile at 50 % is the median. */
function functionalOf(metric: MetricReader, formula: Formula): Functional | undefined {
  const functional = functionalOfFormula[formula];
  return functional === 'quantile' && metric.at('quantile').value === 0.5 ? 'median' : functional;
}
