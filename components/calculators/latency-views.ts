import type { CalculatorView } from './view.ts';

/** The pages of the calculators about latency and load. */
export const latencyViews: Readonly<Record<string, CalculatorView>> = {
  queue: {
    sentence: [
      { key: 'arrivalRate', kind: 'rate', label: 'Requests a second' },
      'requests come each second, and each takes',
      { key: 'serviceTime', kind: 'seconds', label: 'Service time' },
      'of work. How long do they wait for one of',
      { key: 'servers', kind: 'count', label: 'Servers' },
      'servers, and how many servers let',
      { key: 'targetLevel', kind: 'share', label: 'Share that is to be in time' },
      'of them start within',
      { key: 'waitTarget', kind: 'seconds', label: 'Longest wait', optional: true },
      '?',
    ],
    more: [{ key: 'cv', kind: 'number', label: 'Standard deviation of the service times over their mean' }],
    results: [
      { key: 'utilisation', label: 'Utilisation', kind: 'share' },
      { key: 'erlangC', label: 'Share that waits (Erlang C)', kind: 'share' },
      { key: 'meanWait', label: 'Wait, mean', kind: 'seconds' },
      { key: 'waitPercentiles.p90', label: 'Wait, p90', kind: 'seconds' },
      { key: 'waitPercentiles.p99', label: 'Wait, p99', kind: 'seconds' },
      { key: 'meanResponse', label: 'Response, mean', kind: 'seconds' },
      { key: 'responsePercentiles.p50', label: 'Response, p50', kind: 'seconds' },
      { key: 'responsePercentiles.p90', label: 'Response, p90', kind: 'seconds' },
      { key: 'responsePercentiles.p99', label: 'Response, p99', kind: 'seconds' },
      { key: 'serviceLevel', label: 'Share that is in time', kind: 'share' },
      { key: 'serversForTarget', label: 'Servers for the target', kind: 'count' },
      { key: 'meanQueueLength', label: 'Waiting, on average', kind: 'number' },
      { key: 'inSystem', label: 'Waiting or served, on average', kind: 'number' },
      { key: 'erlangB', label: 'Share turned away if nobody waited (Erlang B)', kind: 'share' },
    ],
  },
  'fan-out': {
    sentence: [
      'Each request waits for',
      { key: 'fanout', kind: 'count', label: 'Calls a request' },
      'calls, of which',
      { key: 'slowProbability', kind: 'share', label: 'Share of slow calls' },
      'are slow. How many requests are slow, and what must a call keep for',
      { key: 'target', kind: 'share', label: 'Requests that are to be fast', optional: true },
      'of them to be fast?',
    ],
    more: [],
    results: [
      { key: 'anySlow', label: 'Slow requests', kind: 'share' },
      { key: 'leafSlowProbability', label: 'Slow calls that the target allows', kind: 'share' },
      { key: 'largestFanout', label: 'Calls with which the target holds', kind: 'count' },
    ],
  },
};
