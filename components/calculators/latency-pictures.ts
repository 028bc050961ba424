import { logarithmicSteps } from '#components/charts/curve-geometry.ts';
import { percentileName } from '#lib/domain/calculators/percentile-key.ts';
import { drawTailCurve } from '#lib/domain/charts/tail-curve.ts';
import { drawWaterfall } from '#lib/domain/charts/waterfall.ts';
import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';

import {
  type Again,
  type Draw,
  type Output,
  POINTS,
  count,
  curveOver,
  drawn,
  numberIn,
  percent,
  wholeSteps,
} from './picture.ts';

import { isRecord, valueAt } from './results-in-words.ts';

const number = (value: number) => formatNumber(value, 'sentence');
const milliseconds = (value: number) => formatDuration(value, 'sentence');
const minutes = (value: number) => formatDuration(60_000 * value, 'sentence');

/** The pictures of the calculators about latency and load. */
export const latencyDrawings: Readonly<Record<string, Draw>> = {
  'fan-out': (input, output, again) => {
    const fanout = numberIn(input, 'fanout');
    const anySlow = numberIn(output, 'anySlow');
    if (fanout === null || anySlow === null) return null;
    const target = numberIn(input, 'target');
    return drawn(
      curveOver(again, 'fanout', 'anySlow', wholeSteps(1, Math.max(10, 10 * fanout))),
      'count',
      { x: fanout, y: anySlow },
      {
        title: 'How many requests are slow, by the calls each makes?',
        answer: `With ${count(fanout)} ${fanout === 1 ? 'call' : 'calls'} it is ${percent(anySlow)}.`,
        xLabel: 'Calls a request',
        yLabel: 'Slow requests',
        reference: target === null ? undefined : { share: 1 - target, label: `${percent(1 - target)} allowed` },
      },
    );
  },

  queue: (input, output, again) => {
    const rate = numberIn(input, 'arrivalRate');
    const waits = numberIn(output, 'erlangC');
    const utilisation = numberIn(output, 'utilisation');
    const servers = numberIn(input, 'servers');
    if (rate === null || waits === null || utilisation === null || servers === null) return null;
    const capacity = rate / utilisation;
    const steps = logarithmicSteps(Math.min(rate / 3, capacity / 10), capacity * 0.9999, POINTS);
    return drawn(
      curveOver(again, 'arrivalRate', 'erlangC', steps),
      'number',
      { x: rate, y: waits },
      {
        title: 'How does waiting grow with the load?',
        answer: `At ${formatNumber(rate, 'sentence')} requests a second ${percent(waits)} wait; ${count(servers)} can do no more than ${formatNumber(capacity, 'sentence')}.`,
        xLabel: 'Requests a second',
        yLabel: 'Share that waits',
      },
    );
  },

  availability: (input, output) => {
    const parts = recordsIn(output['dependencies']);
    const whole = numberIn(output, 'downtimeMinutesPerYear');
    if (whole === null) return null;
    const allowed = numberIn(output, 'allowedMinutesPerYear');
    // In hours where there are some, so that the axis has round ones.
    const unit = Math.max(whole, allowed ?? 0) >= 120 ? 60 : 1;
    const shown = (units: number) => minutes(unit * units);
    let start = 0;
    const rows = parts.map((part) => {
      const length = (numberIn(part, 'downtimeMinutesPerYear') ?? 0) / unit;
      const row = { label: String(part['name']), spans: [{ start, length }] };
      start += length;
      return row;
    });
    const all = [...rows, { label: 'Together', spans: [{ start: 0, length: whole / unit }] }];
    const limit = allowed === null ? undefined : { at: allowed / unit, label: `${minutes(allowed)} allowed` };
    return {
      kind: 'drawn',
      title: 'Where do the minutes of a year go?',
      answer: `${minutes(whole)} a year${allowed === null ? '.' : `, of ${minutes(allowed)} that the objective allows.`}`,
      tree: drawWaterfall({ rows: all, limit }, shown),
      table: {
        columns: ['Dependency', 'Down a year'],
        rows: all.map(({ label, spans: [span] }) => [label, shown(span?.length ?? 0)]),
      },
    };
  },

  percentiles: (_, output, again) => {
    const asked = recordsIn(output['percentiles']);
    const marks = asked.flatMap((entry) => {
      const [q, value] = [numberIn(entry, 'q'), numberIn(entry, 'value')];
      return q === null || value === null ? [] : [{ q, value, name: percentileName(q), interval: endsIn(entry) }];
    });
    const points = quantilesOver(again);
    const [first] = marks;
    if (first === undefined || points.length < 2) return null;
    const last = marks.reduce((high, mark) => (mark.q > high.q ? mark : high), first);
    return {
      kind: 'drawn',
      title: 'How far does the tail reach?',
      answer: `${last.name} is ${number(last.value)}, ${last.interval[1] === null ? 'and how much higher the true one lies the sample cannot say' : `and the true one at most ${number(last.interval[1])}`}.`,
      tree: drawTailCurve({ points, marks }, number),
      table: {
        columns: ['Percentile', 'Value', 'Lower end', 'Upper end'],
        rows: marks.map(({ name, value, interval: [low, high] }) => [
          name,
          number(value),
          low === null ? '–' : number(low),
          high === null ? '–' : number(high),
        ]),
      },
    };
  },

  'latency-budget': (_, output) => {
    const parts = recordsIn(output['contributions']);
    const [mean, tailMean] = [numberIn(output, 'mean'), numberIn(output, 'tailMean')];
    if (mean === null || tailMean === null) return null;
    const [objective] = recordsIn(output['slo']);
    const limit = objective === undefined ? null : numberIn(objective, 'ms');
    const at = (part: Output, key: string) => numberIn(part, key) ?? 0;
    const rows = parts.map((part) => ({
      label: String(part['name']),
      spans: [
        { start: at(part, 'startMs'), length: at(part, 'meanMs') },
        { start: at(part, 'tailStartMs'), length: at(part, 'tailMs') },
      ],
    }));
    const whole = [
      { start: 0, length: mean },
      { start: 0, length: tailMean },
    ];
    const worst = parts.reduce<Output>(
      (high, part) => (at(part, 'tailShare') > at(high, 'tailShare') ? part : high),
      {},
    );
    return {
      kind: 'drawn',
      title: 'Where does the time go, on average and in the slowest 1\u202f%?',
      answer: `Above the average, below the slowest 1\u202f%: there ${percent(at(worst, 'tailShare'))} of the time is ${String(worst['name'])}.`,
      tree: drawWaterfall(
        {
          rows: [...rows, { label: 'Whole', spans: whole }],
          limit: limit === null ? undefined : { at: limit, label: `${milliseconds(limit)} wanted` },
        },
        milliseconds,
      ),
      table: {
        columns: ['Step', 'On average', 'In the slowest 1\u202f%', 'Share of those'],
        rows: [
          ...rows.map(({ label, spans }, index) => [
            label,
            ...spans.map(({ length }) => milliseconds(length)),
            percent(at(parts[index] ?? {}, 'tailShare')),
          ]),
          ['Whole', milliseconds(mean), milliseconds(tailMean), percent(1)],
        ],
      },
    };
  },
};

/** Shares at which the curve of percentiles is read: evenly, and evenly again in the last percent. */
const CURVE = [
  ...Array.from({ length: 33 }, (_, index) => 0.03 * (index + 1)).filter((q) => q < 0.99),
  ...Array.from({ length: 17 }, (_, index) => 0.99 + 0.0006 * index),
];

function quantilesOver(again: Again): { q: number; value: number }[] {
  const shares = CURVE.map((q) => Number(q.toFixed(4)));
  return recordsIn(again({ percentiles: shares })?.['percentiles']).flatMap((entry) => {
    const [q, value] = [numberIn(entry, 'q'), numberIn(entry, 'value')];
    return q === null || value === null ? [] : [{ q, value }];
  });
}

function recordsIn(value: unknown): Output[] {
  return Array.isArray(value) ? value.filter((entry) => isRecord(entry)) : [];
}

function endsIn(percentile: Output): [number | null, number | null] {
  const end = (key: string) => {
    const value = valueAt(percentile, key);
    return typeof value === 'number' ? value : null;
  };
  return [end('interval.0'), end('interval.1')];
}
