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
      { key: 'offeredLoad', label: 'Requests being served (offered load)', kind: 'number' },
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
  availability: {
    sentence: [
      'A service needs all of these. How available can it be, and does that keep an objective of',
      { key: 'slo', kind: 'share', label: 'Objective', optional: true },
      '?',
    ],
    table: {
      label: 'What it depends on, one a row',
      hint: 'Paste rows from a spreadsheet or a CSV file. The first row names the columns: name, availability (0.999 for 99.9\u202f%) and, where there are several copies, redundancy.',
    },
    more: [],
    results: [
      { key: 'availability', label: 'Availability', kind: 'nines' },
      { key: 'downtimeMinutesPerYear', label: 'Down a year', kind: 'minutes' },
      { key: 'allowedMinutesPerYear', label: 'Down a year that the objective allows', kind: 'minutes' },
    ],
    listings: [
      {
        key: 'dependencies',
        title: 'Each with its copies',
        columns: [
          { key: 'name', label: 'Dependency', kind: 'text' },
          { key: 'availability', label: 'Availability', kind: 'nines' },
          { key: 'downtimeMinutesPerYear', label: 'Down a year', kind: 'minutes' },
        ],
      },
    ],
  },
  percentiles: {
    sentence: [
      'These values were measured. What are their percentiles, and between which limits do the true ones lie with a confidence of',
      { key: 'confidence', kind: 'share', label: 'Confidence' },
      '?',
    ],
    table: {
      label: 'Values, one a row',
      hint: 'Paste a column from a spreadsheet or a CSV file under the heading value, or, where they are counted already, value and count.',
    },
    more: [
      {
        key: 'method',
        kind: 'choice',
        numeric: true,
        label: 'Definition of a percentile',
        choices: [
          { value: '7', label: '7: R, NumPy, spreadsheets' },
          { value: '1', label: '1: nearest rank' },
          { value: '2', label: '2: nearest rank, middle at a step' },
          { value: '3', label: '3: nearest even rank' },
          { value: '4', label: '4: between k/n' },
          { value: '5', label: '5: between the middles' },
          { value: '6', label: '6: Minitab, SPSS' },
          { value: '8', label: '8: right for any median' },
          { value: '9', label: '9: right for the normal' },
        ],
      },
      { key: 'expectedInterval', kind: 'number', label: 'Time between requests as meant', optional: true },
    ],
    results: [
      { key: 'n', label: 'Values', kind: 'count' },
      { key: 'mean', label: 'Mean', kind: 'number' },
      { key: 'meanRank', label: 'Values no greater than the mean', kind: 'share' },
      { key: 'min', label: 'Least', kind: 'number' },
      { key: 'max', label: 'Greatest', kind: 'number' },
      { key: 'correctedForOmission.added', label: 'Requests that were left out', kind: 'count' },
    ],
    listings: [
      {
        key: 'percentiles',
        title: 'Percentiles',
        columns: [
          { key: 'q', label: 'Share below', kind: 'nines' },
          { key: 'value', label: 'Value', kind: 'number' },
          { key: 'interval', label: 'The true one', kind: 'range' },
          { key: 'minimumN.interval', label: 'Values for both ends', kind: 'count' },
        ],
      },
      {
        key: 'correctedForOmission.percentiles',
        title: 'With the requests that were left out',
        columns: [
          { key: 'q', label: 'Share below', kind: 'nines' },
          { key: 'value', label: 'Value', kind: 'number' },
        ],
      },
    ],
  },
  'latency-budget': {
    sentence: [
      'A request goes through these steps. Do',
      { key: 'slo.0.percentile', kind: 'share', label: 'Share of requests' },
      'of the requests end within',
      { key: 'slo.0.ms', kind: 'milliseconds', label: 'Longest time' },
      ', and which step is to blame?',
    ],
    table: {
      label: 'Steps, one a row',
      hint: 'Paste rows from a spreadsheet or a CSV file, times in ms. The first row names the columns: name with p50 and p99, or mean, or mean and sd; and, where it applies, group (steps side by side), fanout, retries, timeoutMs, after (names with + between them).',
    },
    more: [
      { key: 'samples', kind: 'count', label: 'Simulated requests' },
      { key: 'seed', kind: 'count', label: 'Seed of the simulation' },
    ],
    results: [
      { key: 'percentiles.p50', label: 'p50, if the steps are independent', kind: 'milliseconds' },
      { key: 'percentiles.p90', label: 'p90', kind: 'milliseconds' },
      { key: 'percentiles.p99', label: 'p99', kind: 'milliseconds' },
      { key: 'percentiles.p999', label: 'p99.9', kind: 'milliseconds' },
      { key: 'mean', label: 'Mean', kind: 'milliseconds' },
      { key: 'sumOfPercentiles.p99', label: 'p99s of the steps, added up', kind: 'milliseconds' },
      { key: 'unionBound.p99', label: 'p99 at most, however the steps depend on one another', kind: 'milliseconds' },
      { key: 'slo.0.slack', label: 'To spare', kind: 'milliseconds' },
      { key: 'failureProbability', label: 'Requests with a call that times out for good', kind: 'share' },
    ],
    listings: [
      {
        key: 'contributions',
        title: 'Steps, on average and among the slowest 1\u202f%',
        columns: [
          { key: 'name', label: 'Step', kind: 'text' },
          { key: 'meanMs', label: 'On average', kind: 'milliseconds' },
          { key: 'tailMs', label: 'Slowest 1\u202f%', kind: 'milliseconds' },
          { key: 'tailShare', label: 'Share of those', kind: 'share' },
        ],
      },
    ],
  },
};
