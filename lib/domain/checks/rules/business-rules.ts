import { formatMoney } from '../../quantities/money.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { everyMetric, metricItems, metricName, type MetricReader } from '../readings/metric-reading.ts';
import { number, numberUsed } from '../words/number-words.ts';
import type { Read, Reader } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';
import { comparable } from '../readings/unit-typed.ts';
import type { BaselineItem } from '../../worksheets/all-sections.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 2';
const CHECKLISTS = 'Public checklists for reviews of ML system designs';
const RULE_1 = 'Google, Rules of Machine Learning, rule 1';

type BaselineReader = Reader<BaselineItem>;

export const businessRules: readonly RuleDefinition[] = [
  {
    id: 'BIZ-01',
    version: 1,
    title: 'A business metric',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['metrics.items', 'metrics.items.kind'],
    bounds: [],
    principle: 'A model metric matters only if it moves a number that the business already watches.',
    source: `${DMLS}; Google, Rules of Machine Learning, rule 2`,
    check(subject) {
      const list = subject.read.section('metrics').whole('items');
      const kinds = metricItems(subject).map((metric) => metric.at('kind'));
      if (kinds.some((kind) => kind.value === 'business')) return pass;
      const message = 'No business metric is named; a model metric matters only if it moves one.';
      if (kinds.length === 0) return needed([list], { message });
      const open = kinds.filter((kind) => kind.value === undefined);
      return open.length > 0 ? waits(...open) : gap({ ends: [list], message });
    },
  },
  {
    id: 'BIZ-02',
    version: 1,
    title: 'Where the business metric stands, where it should go, by when',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: [
      'metrics.items.name',
      'metrics.items.formula',
      'metrics.items.kind',
      'metrics.items.baselineValue',
      'metrics.items.targetValue',
      'metrics.items.rangeMin',
      'metrics.items.rangeMax',
      'metrics.items.targetDate',
    ],
    bounds: [],
    principle: 'Without a baseline, a target and a date, success cannot be told from drift.',
    source: DMLS,
    check(subject) {
      return everyMetric(subject, (metric) => [
        given([metric.at('kind')], (kind) =>
          kind === 'business'
            ? needed(
                [
                  metric.at('baselineValue'),
                  metric.at('targetValue'),
                  metric.at('rangeMin'),
                  metric.at('rangeMax'),
                  metric.at('targetDate'),
                ],
                {
                  message: `${metricName(subject, metric)} lacks a baseline, a target or a date, so success cannot be told from drift.`,
                },
              )
            : notApplicable,
        ),
      ]);
    },
  },
  {
    id: 'BIZ-03',
    version: 1,
    title: 'A decision that changes',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['framing.decision'],
    bounds: [],
    principle: 'A prediction that changes no action has no value.',
    source: 'L. Dorard, Machine Learning Canvas, box Decisions',
    check: ({ read }) =>
      needed([read.section('framing').at('decision')], {
        message: 'Nothing says what is done differently because of the prediction.',
      }),
  },
  {
    id: 'BIZ-04',
    version: 1,
    title: 'A baseline to beat',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['framing.baselines', 'framing.baselines.kind', 'framing.baselines.inProduction'],
    bounds: [],
    principle: 'Start from what works without the model: a constant, the current process, a rule, people.',
    source: `${RULE_1}; Breck et al., The ML Test Score (2017), Model 5`,
    check(subject) {
      const framing = subject.read.section('framing');
      const list = framing.whole('baselines');
      const baselines = framing.items('baselines');
      if (baselines.some(isYardstick)) return pass;
      const message =
        'No baseline stands without the new model: a constant, the current process, a rule, people or the model in production.';
      if (baselines.length === 0) return needed([list], { message });
      const open = baselines.flatMap((baseline) => openQuestions(baseline));
      return open.length > 0
        ? waits(...open)
        : gap({ ends: baselines.map((baseline) => baseline.at('kind')), message });
    },
  },
  {
    id: 'BIZ-05',
    version: 1,
    title: 'A target beyond the best baseline',
    severity: 'error',
    kind: 'contradiction',
    stage: 'framing',
    reads: [
      'metrics.items.kind',
      'metrics.items.role',
      'metrics.items.direction',
      'metrics.items.targetValue',
      'framing.baselines',
      'framing.baselines.name',
      'framing.baselines.kind',
      'framing.baselines.values.metric',
      'framing.baselines.values.value',
      'overview.priorities.quality',
    ],
    bounds: [],
    principle: 'A target that something simpler already reaches does not need the model.',
    source: RULE_1,
    check(subject) {
      const values = Map.groupBy(baselineValues(subject), ({ metric }) => metric);
      return everyMetric(subject, (metric) => [beatsBaselines(subject, metric, values.get(metric.id) ?? [])]);
    },
  },
  {
    id: 'BIZ-06',
    version: 1,
    title: 'Pays back within a year',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['business.volumePerPeriod', 'business.gainPerCase', 'business.runCostPerMonth', 'business.buildCost'],
    bounds: [],
    principle: 'What is gained in a year should exceed what it costs to build and to run for that year.',
    source: CHECKLISTS,
    check: payback,
  },
  {
    id: 'BIZ-07',
    version: 1,
    title: 'When to stop',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: ['business.killCriterion'],
    bounds: [],
    principle: 'A criterion for failure that is written before the start is the only one that is honest.',
    source: 'Google, Introduction to ML Problem Framing, success and failure metrics',
    check: ({ read }) =>
      needed([read.section('business').at('killCriterion')], {
        message: 'Nothing says when to stop: no result would count as failure.',
      }),
  },
  {
    id: 'BIZ-08',
    version: 1,
    title: 'What is out of scope',
    severity: 'warning',
    kind: 'gap',
    stage: 'framing',
    reads: ['overview.outOfScope'],
    bounds: [],
    principle: 'Saying what it is not for keeps a design from growing into everything.',
    source: CHECKLISTS,
    check: ({ read }) =>
      needed([read.section('overview').whole('outOfScope')], {
        message: 'Nothing is out of scope; anti-goals keep a design from growing.',
      }),
  },
];

const YARDSTICKS: readonly string[] = ['constant', 'current-process', 'heuristic', 'human'];

function isYardstick(baseline: BaselineReader): boolean {
  const kind = baseline.at('kind').value;
  if (kind === undefined) return false;
  return YARDSTICKS.includes(kind) || (kind === 'previous-model' && baseline.at('inProduction').value === true);
}

/** What would have to be known about a baseline that is not seen to be a yardstick. */
function openQuestions(baseline: BaselineReader): readonly Read[] {
  const kind = baseline.at('kind');
  const production = baseline.at('inProduction');
  if (kind.value === undefined) return [kind];
  return kind.value === 'previous-model' && production.value === undefined ? [production] : [];
}

interface BaselineValue {
  readonly metric: string | undefined;
  /** Of the baseline. */
  readonly name: string | undefined;
  readonly kind: Read<string>;
  readonly value: Read<number>;
}

function baselineValues({ read }: Subject): readonly BaselineValue[] {
  return read
    .section('framing')
    .items('baselines')
    .flatMap((baseline) =>
      baseline.items('values').map((entry) => ({
        metric: entry.at('metric').value,
        name: baseline.at('name').value,
        kind: baseline.at('kind'),
        value: entry.at('value'),
      })),
    );
}

/** Where the gain is cost or speed, doing as well as people or the current process is the point. */
function gainIsCostOrSpeed({ read }: Subject): boolean {
  const first = read.section('overview').items('priorities')[0]?.at('quality').value;
  return first === 'cost' || first === 'latency' || first === 'throughput';
}

function beatsBaselines(subject: Subject, metric: MetricReader, all: readonly BaselineValue[]): Outcome {
  const target = metric.at('targetValue');
  if (target.state === 'not-applicable' || metric.at('direction').value === 'in-range') return notApplicable;
  // Whatever does nothing wins on a guardrail, on speed and on gaps between groups, and is no way to meet the target.
  const [kind, role] = [metric.at('kind').value, metric.at('role').value];
  if (kind === 'system' || kind === 'fairness' || role === 'guardrail' || role === 'secondary') return notApplicable;
  const leftOut = gainIsCostOrSpeed(subject) ? ['human', 'current-process'] : [];
  const values = all.filter(({ kind }) => kind.value === undefined || !leftOut.includes(kind.value));
  if (values.length === 0) return kind === 'model' ? waits(baselinesOf(subject)) : notApplicable;
  const unknown = values.find(({ value }) => value.value === undefined);
  if (unknown !== undefined) return waits(unknown.value);
  return given([metric.at('kind'), metric.at('role'), metric.at('direction'), target], (_, __, direction, wanted) => {
    if (values.some(({ value }) => !comparable(value, target))) return notApplicable;
    const better = (a: number, b: number): boolean => (direction === 'up' ? a > b : a < b);
    const winner = values.reduce((one, other) => (better(other.value.value ?? 0, one.value.value ?? 0) ? other : one));
    const { value: best, name } = winner;
    if (best.value === undefined || better(wanted, best.value)) return pass;
    const { worksheet } = subject.read;
    const reached = `${name === undefined ? 'the best baseline' : `the baseline ‘${name}’`} reaches ${shownValue(worksheet, best)}`;
    return contradiction({
      ends: [target, best],
      message: `The ${metricName(subject, metric)} target of ${shownValue(worksheet, target)} is already met without this model: ${reached}.`,
      numbers: [
        numberUsed('Target', wanted, { from: target }),
        numberUsed('Best baseline', best.value, { from: best }),
      ],
      formula: direction === 'up' ? 'target > best baseline' : 'target < best baseline',
    });
  });
}

function baselinesOf({ read }: Subject): Read {
  return read.section('framing').whole('baselines');
}

function payback(subject: Subject): Outcome {
  const { read } = subject;
  const business = read.section('business');
  const reads = [
    business.at('volumePerPeriod'),
    business.at('gainPerCase'),
    business.at('runCostPerMonth'),
    business.at('buildCost'),
  ] as const;
  return given(reads, (_, gain, run, build) => {
    const benefit = derivedValue(subject, 'expected-benefit');
    const cost = derivedValue(subject, 'first-year-cost');
    // Both follow from the answers above and from nothing else.
    if (benefit === undefined || cost === undefined || benefit > cost) return pass;
    const casesPerYear = gain === 0 ? 0 : benefit / gain;
    const money = (amount: number): string => formatMoney(amount, read.worksheet.currency, 'sentence');
    const breakEven = casesPerYear > 0 ? Math.ceil((cost / casesPerYear) * 100 + 1e-9) / 100 : null;
    return contradiction({
      ends: reads,
      message: `It does not pay back within a year: it brings ${money(benefit)} and costs ${money(cost)} to build and run.`,
      numbers: [
        numberUsed('Expected benefit a year', benefit, { symbol: 'v · g', from: reads[0] }),
        numberUsed('Gain per case', gain, { symbol: 'g', from: reads[1] }),
        numberUsed('Cost to run a month', run, { symbol: 'r', from: reads[2] }),
        numberUsed('Cost to build', build, { symbol: 'b', from: reads[3] }),
      ],
      formula: 'v · g > 12 · r + b',
      ...(breakEven === null
        ? {}
        : {
            remedy: {
              label: `Needs a gain of more than ${formatMoney(breakEven, read.worksheet.currency, 'table')} a case (${number(casesPerYear)} cases a year)`,
            },
          }),
    });
  });
}
