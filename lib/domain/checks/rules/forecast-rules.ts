import { metricItems, metricList } from '../readings/metric-reading.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

/** Predictions of what is still to come: forecasts, survival and churn. */
export const forecastRules: readonly RuleDefinition[] = [
  {
    id: 'FRM-14',
    version: 1,
    title: 'A yardstick for forecasts',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: [
      'framing.taskType',
      'framing.horizon',
      'framing.baselines',
      'framing.baselines.kind',
      'metrics.items',
      'metrics.items.measuredWhere',
    ],
    bounds: [],
    principle: 'A forecast is judged at its horizon, from rolling origins, against the naive forecast.',
    source: 'R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, chapter 5',
    check: forecastYardstick,
  },
  {
    id: 'FRM-15',
    version: 1,
    title: 'Cases that are not finished',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'framing',
    reads: ['framing.horizon', 'framing.followUp', 'framing.censoring'],
    bounds: [],
    principle: 'A case that is followed for less than the label window is not known to be a negative.',
    source: 'Survival analysis; e.g. J. P. Klein and M. L. Moeschberger (2003), chapter 3',
    check({ read }) {
      const framing = read.section('framing');
      const censoring = framing.at('censoring');
      const reads = [framing.at('horizon'), framing.at('followUp')] as const;
      return given(reads, (horizon, followUp) => {
        if (horizon <= followUp || censoring.value !== undefined) return pass;
        if (censoring.state === 'not-applicable') return notApplicable;
        if (censoring.state === 'unknown') return waits(censoring);
        return contradiction({
          ends: [...reads, censoring],
          message: 'Cases are followed for less than the label window, so unfinished ones would count as negatives.',
          formula: 'label window ≤ follow-up',
        });
      });
    },
  },
];

function forecastYardstick(subject: Subject): Outcome | Outcome[] {
  const framing = subject.read.section('framing');
  const task = framing.at('taskType');
  if (task.value === undefined) return waits(task);
  if (task.value !== 'forecasting') return notApplicable;
  const kinds = framing.items('baselines').map((baseline) => baseline.at('kind'));
  const openKinds = kinds.filter((kind) => kind.value === undefined);
  const naive = kinds.some((kind) => kind.value === 'constant' || kind.value === 'heuristic');
  const places = metricItems(subject).map((metric) => metric.at('measuredWhere'));
  const rolling = places.some((place) => place.value === 'offline-backtest');
  const openPlaces = places.filter((place) => place.value === undefined);
  return [
    needed([framing.at('horizon')], { message: 'A forecast without a horizon cannot be judged.' }),
    naive
      ? pass
      : openKinds.length > 0
        ? waits(...openKinds)
        : unlessOpen(
            framing.whole('baselines'),
            'No naive or seasonal naive forecast, a constant or a rule, stands as the yardstick.',
          ),
    rolling
      ? pass
      : openPlaces.length > 0
        ? waits(...openPlaces)
        : unlessOpen(metricList(subject), 'No metric is measured by a backtest with rolling origins.'),
  ];
}

/** A gap in a list, unless that list is an open question. */
function unlessOpen(list: Read, message: string): Outcome {
  return list.state === 'answered' ? gap({ ends: [list], message }) : needed([list], { message });
}
