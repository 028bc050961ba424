import { sampleSizeProportions } from '../../calculators/sample-size-proportions.ts';
import { measureKind } from '../../quantities/measure.ts';
import {
  hasFormula,
  isOfModel,
  metricItems,
  metricName,
  YES_NO_PREVALENCE_READS,
  yesNoPrevalence,
} from '../readings/metric-reading.ts';
import type { Formula, MetricReader } from '../readings/metric-reading.ts';
import { cases, counted, numberUsed } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { comparable } from '../readings/unit-typed.ts';

const EXPERIMENT = 'operations.experiment';
const DAY = 86_400_000;
const DAYS_A_WEEK = 7;
/** What is counted case by case. Precision is not here: its cases are those that were flagged, which the change changes. */
const COUNTED: readonly Formula[] = [
  'accuracy',
  'recall',
  'fpr',
  'groundedness',
  'answer-correctness',
  'exact-match',
  'win-rate',
  'refusal-rate',
  'toxicity-rate',
];

/** Whether an experiment can show what it is for. */
export const experimentSizeRules: readonly RuleDefinition[] = [
  {
    id: 'MET-12',
    version: 2,
    title: 'An experiment that is long enough',
    severity: 'error',
    kind: 'contradiction',
    stage: 'launch',
    reads: [
      'operations.rollout',
      ...[
        'metric',
        'variants',
        'allocation',
        'uniqueUnitsPerDay',
        'maxDays',
        'wholeWeeks',
        'mde',
        'metricSd',
        'alpha',
        'power',
        'metricsTested',
        'correction',
      ].map((key) => `${EXPERIMENT}.${key}`),
      'metrics.items',
      ...[
        'kind',
        'formula',
        'direction',
        'baselineValue',
        'minimumDetectableEffect',
        'effectKind',
        'alpha',
        'power',
      ].map((key) => `metrics.items.${key}`),
      'framing.waitBeforeOutcome',
      ...YES_NO_PREVALENCE_READS,
    ],
    bounds: [],
    principle: 'An experiment that ends before it could have seen the effect says nothing, and is read as a no.',
    source: 'J. L. Fleiss, Statistical Methods for Rates and Proportions (1981)',
    check: longEnough,
  },
];

function longEnough(subject: Subject): Outcome {
  const operations = subject.read.section('operations');
  const chosen = operations.group('experiment').at('metric');
  return given([operations.at('rollout'), chosen], (steps, id) => {
    // Interleaving and bandits need other numbers of cases.
    const metric = metricItems(subject).find((item) => item.id === id);
    if (!steps.includes('ab') || metric === undefined) return notApplicable;
    if (!hasFormula(metric, 'recall', 'fpr')) return longEnoughFor(subject, metric);
    const read = yesNoPrevalence(subject);
    return given([read], (positive) => {
      const part = hasFormula(metric, 'recall')
        ? { name: 'positives', share: positive, read }
        : { name: 'negatives', share: 1 - positive, read };
      return longEnoughFor(subject, metric, part);
    });
  });
}

/** The part of all cases that a metric is measured on. */
interface Part {
  readonly name: string;
  readonly share: number;
  readonly read: Read<number>;
}

function longEnoughFor(subject: Subject, metric: MetricReader, part?: Part): Outcome {
  const experiment = subject.read.section('operations').group('experiment');
  const [variants, allocation] = [experiment.at('variants'), experiment.at('allocation')];
  const [perDay, maxDays] = [experiment.at('uniqueUnitsPerDay'), experiment.at('maxDays')];
  const mde = orElse(experiment.at('mde'), metric.at('minimumDetectableEffect'));
  const [alpha, power] = [
    orElse(experiment.at('alpha'), metric.at('alpha')),
    orElse(experiment.at('power'), metric.at('power')),
  ];
  const now = metric.at('baselineValue');
  const reads = [variants, allocation, perDay, maxDays, mde, alpha, power, now] as const;
  if (experiment.at('metricSd').value !== undefined || !mayBeShare(metric, now)) return notApplicable;
  return given(reads, (groups, share, units, most, effect, level, wanted, baseline) => {
    const isRelative = metric.at('effectKind').value === 'relative';
    if (!isRelative && !comparable(mde, now)) return notApplicable;
    const signed = metric.at('direction').value === 'down' ? -effect : effect;
    const changed = isRelative ? baseline * (1 + signed) : baseline + signed;
    const corrected = level / comparisons(subject);
    const isPossible = [baseline, changed, corrected, wanted, share].every((value) => value > 0) && share <= 1;
    if (!isPossible || Math.max(baseline, changed, wanted) >= 1 || wanted <= corrected) return notApplicable;
    const counting = units * (part?.share ?? 1);
    if (effect === 0 || counting <= 0) return notApplicable;
    const input = {
      baseline,
      effect: signed,
      effectKind: isRelative ? ('relative' as const) : ('absolute' as const),
      alpha: corrected,
      power: wanted,
      sides: 2 as const,
      method: 'pooled' as const,
      ratio: 1,
      variants: groups,
      design: 'two-sample' as const,
      bothTails: false,
      trafficPerDay: counting,
      allocation: share,
    };
    const { nPerGroup, days } = sampleSizeProportions.compute(input);
    if (nPerGroup === null || days === null) return notApplicable;
    const delay = outcomeDelay(subject, metric);
    const wait = Math.ceil((delay?.value ?? 0) / DAY);
    if (days + wait <= most) return pass;
    const enough = inWholeWeeks(subject, days + wait);
    return contradiction({
      ends: [
        maxDays,
        mde,
        perDay,
        allocation,
        ...(part === undefined ? [] : [part.read]),
        ...(delay === undefined ? [] : [delay]),
      ],
      message: `To see an effect of ${shownValue(subject.read.worksheet, mde)} on ${metricName(subject, metric)} takes ${cases(nPerGroup)}${part === undefined ? '' : ` ${part.name}`} a group, ${counted(days, 'day')} at this traffic${wait === 0 ? '' : ` and ${counted(wait, 'day')} until the outcomes are known`}; the experiment runs ${counted(most, 'day')} at most.`,
      numbers: [
        numberUsed('Needed in each group', nPerGroup, { symbol: 'n' }),
        numberUsed('Groups', groups, { from: variants }),
        ...(part === undefined ? [] : [numberUsed(`New ${part.name} a day`, counting)]),
        numberUsed('Days that it takes', days),
        ...(wait === 0 ? [] : [numberUsed('Days until outcomes are known', wait)]),
        numberUsed('Significance level of each comparison', corrected, { symbol: 'α' }),
      ],
      formula: `groups · n / (new ${part?.name ?? 'units'} a day · share that takes part) + wait for outcomes ≤ days`,
      remedy: { label: `Run ${counted(enough, 'day')}`, path: maxDays.path, value: enough },
      calculator: { id: sampleSizeProportions.id, input },
    });
  });
}

/** What runs whole weeks meets every weekday equally often. */
function inWholeWeeks({ read }: Subject, days: number): number {
  const isWhole = read.section('operations').group('experiment').at('wholeWeeks').value === true;
  return isWhole ? Math.ceil(days / DAYS_A_WEEK) * DAYS_A_WEEK : days;
}

/** The experiment's own value; else that of the metric which decides it. */
function orElse(own: Read<number>, ofMetric: Read<number>): Read<number> {
  return own.value === undefined && own.state === 'blank' && ofMetric.value !== undefined ? ofMetric : own;
}

/** Shares are compared by counting; means need their deviation, and another formula. */
function mayBeShare(metric: MetricReader, { answer, value }: Read<number>): boolean {
  const formula = metric.at('formula').value;
  if (formula !== undefined) return COUNTED.includes(formula);
  if (value === undefined) return true;
  return answer.state === 'answered' && measureKind(answer.typed) === 'share';
}

/** By how much Bonferroni divides the level. Other corrections ask for less, so they are not held against the plan. */
function comparisons({ read }: Subject): number {
  const experiment = read.section('operations').group('experiment');
  if (experiment.at('correction').value !== 'bonferroni') return 1;
  return Math.max(1, experiment.at('metricsTested').value ?? 1);
}

/** A business number may be there at once; how right the model was is known only with its labels. */
function outcomeDelay({ read }: Subject, metric: MetricReader): Read<number> | undefined {
  const delay = read.section('framing').at('waitBeforeOutcome');
  return isOfModel(metric) && delay.value !== undefined ? delay : undefined;
}
