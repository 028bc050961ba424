import { logarithmicSteps } from '#components/charts/curve-geometry.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';

import { type Draw, POINTS, count, curveOver, drawn, numberIn, percent, wholeSteps } from './picture.ts';

/** The pictures of the calculators about latency and load. */
export const latencyDrawings: Readonly<Record<string, Draw>> = {
  'fan-out': (input, output) => {
    const fanout = numberIn(input, 'fanout');
    const anySlow = numberIn(output, 'anySlow');
    if (fanout === null || anySlow === null) return null;
    const target = numberIn(input, 'target');
    return drawn(
      curveOver('fan-out', 'fanout', 'anySlow', input, wholeSteps(1, Math.max(10, 10 * fanout))),
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

  queue: (input, output) => {
    const rate = numberIn(input, 'arrivalRate');
    const waits = numberIn(output, 'erlangC');
    const utilisation = numberIn(output, 'utilisation');
    const servers = numberIn(input, 'servers');
    if (rate === null || waits === null || utilisation === null || servers === null) return null;
    const capacity = rate / utilisation;
    const steps = logarithmicSteps(Math.min(rate / 3, capacity / 10), capacity * 0.9999, POINTS);
    return drawn(
      curveOver('queue', 'arrivalRate', 'erlangC', input, steps),
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
};
