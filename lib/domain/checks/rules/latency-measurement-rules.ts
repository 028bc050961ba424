import { quantileSampleSize } from '../../stats/quantile-sample-size.ts';
import { quotedName } from '../words/item-name.ts';
import { everyLimit, LIMIT_READS, worstOf } from '../readings/latency-limits.ts';
import { cases, counted, numberUsed } from '../words/number-words.ts';
import { latencyOf, type ComponentReader } from '../readings/online-path.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const TENE = 'G. Tene, How not to measure latency (2015)';
const CONFIDENCE = 0.95;

/** Whether the percentiles that are told were measured in a way that can show them. */
export const latencyMeasurementRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-09',
    version: 1,
    title: 'Enough requests for the percentile',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...LIMIT_READS,
      'serving.measurement.n',
      'dataflow.components',
      'dataflow.components.latencySampleN',
      'dataflow.components.latency.p95',
      'dataflow.components.latency.p99',
      'dataflow.components.latency.p999',
    ],
    bounds: [],
    principle:
      'The greatest of n independent requests lies beyond the percentile q with confidence 1 − qⁿ; with fewer than 299 nothing bounds p99 from above at 95 %.',
    source: 'S. S. Wilks (1941); W. Q. Meeker, G. J. Hahn and L. A. Escobar, Statistical Intervals (2017), chapter 5',
    check: (subject) => [worstOf(wholeMeasured(subject)), ...componentsMeasured(subject)],
  },
  {
    id: 'LAT-10',
    version: 1,
    title: 'A load test that does not wait',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.measurement.openLoop', 'serving.measurement.expectedInterval'],
    bounds: [],
    principle:
      'A client that waits for each answer sends nothing while the service is slow, and so leaves the slow requests out.',
    source: `${TENE}; HdrHistogram, on coordinated omission`,
    check({ read }) {
      const measurement = read.section('serving').group('measurement');
      const [openLoop, interval] = [measurement.at('openLoop'), measurement.at('expectedInterval')];
      return given([openLoop], (isOpen) =>
        isOpen || interval.value !== undefined
          ? pass
          : contradiction({
              ends: [openLoop, interval],
              message:
                'The load test waits for each answer before it sends the next request, so the percentiles leave out those that a stall would have delayed.',
              remedy: {
                label:
                  'Send requests on time, or give the time between two requests, so that the omitted ones are counted',
              },
            }),
      );
    },
  },
  {
    id: 'LAT-11',
    version: 1,
    title: 'Percentiles that are not averaged',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: ['serving.measurement.aggregatedHow'],
    bounds: [],
    principle: 'The mean of ten p99s is the p99 of nothing; histograms add up, percentiles do not.',
    source: 'HdrHistogram; Google, Site Reliability Engineering, on aggregation',
    check({ read }) {
      const how = read.section('serving').group('measurement').at('aggregatedHow');
      return given([how], (aggregated) =>
        aggregated === 'merged-histograms'
          ? pass
          : contradiction({
              ends: [how],
              message: 'Percentiles of machines or windows are averaged, which gives the percentile of nothing.',
              remedy: { label: 'Merge the histograms, then read them' },
            }),
      );
    },
  },
];

function wholeMeasured(subject: Subject): Outcome | readonly Outcome[] {
  const n = subject.read.section('serving').group('measurement').at('n');
  return everyLimit(subject, (limit) =>
    limit.share === 1
      ? notApplicable
      : given([n], (count) => {
          const name = shownValue(subject.read.worksheet, limit.percentile);
          return enough(`The latency at ${name} is`, n, count, { at: limit.percentile, share: limit.share, name });
        }),
  );
}

function componentsMeasured(subject: Subject): readonly Outcome[] {
  return subject.read
    .section('dataflow')
    .items('components')
    .map((component) => {
      const n = component.at('latencySampleN');
      const told = highestTold(component);
      if (told === undefined) return notApplicable;
      return given([n], (count) => enough(`The ${told.name} of ${quotedName(subject, component)} is`, n, count, told));
    });
}

interface Told {
  readonly at: Read;
  readonly share: number;
  readonly name: string;
}

/** The highest percentile of the component that is stated: it takes the most requests. */
function highestTold(component: ComponentReader): Told | undefined {
  const told: readonly Told[] = [
    { at: latencyOf(component, 'p999'), share: 0.999, name: 'p99.9' },
    { at: latencyOf(component, 'p99'), share: 0.99, name: 'p99' },
    { at: latencyOf(component, 'p95'), share: 0.95, name: 'p95' },
  ];
  return told.find(({ at }) => at.value !== undefined);
}

function enough(what: string, n: Read<number>, count: number, { at, share, name }: Told): Outcome {
  const { oneSided, interval } = quantileSampleSize(share, CONFIDENCE);
  if (count >= oneSided) return pass;
  return contradiction({
    ends: [n, at],
    message: `${what} measured on ${counted(count, 'request')}, and it takes ${cases(oneSided)} to bound ${name} from above with 95\u202f% confidence.`,
    numbers: [
      numberUsed('Requests measured', count, { symbol: 'n', from: n }),
      numberUsed('Needed for an upper bound', oneSided),
      numberUsed('Needed for an interval with both ends', interval),
    ],
    formula: '1 − qⁿ ≥ 95 %',
    remedy: { label: `Measure ${counted(oneSided, 'request')} or more` },
  });
}
