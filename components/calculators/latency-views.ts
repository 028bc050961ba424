import {
  confidence,
  count,
  milliseconds,
  minutes,
  nines,
  number,
  numberChoice,
  optional,
  range,
  rate,
  seconds,
  share,
  text,
} from './view-parts.ts';
import type { CalculatorView } from './view.ts';

/** The pages of the calculators about latency and load. */
export const latencyViews: Readonly<Record<string, CalculatorView>> = {
  queue: {
    sentence: [
      rate('arrivalRate', 'Requests a second'),
      'requests come each second, and each takes',
      seconds('serviceTime', 'Service time'),
      'of work. How long do they wait for one of',
      count('servers', 'Servers'),
      'servers, and how many servers let',
      share('targetLevel', 'Share that is to be in time'),
      'of them start within',
      optional(seconds('waitTarget', 'Longest wait')),
      '?',
    ],
    more: [number('cv', 'Standard deviation of the service times over their mean')],
    results: [
      number('offeredLoad', 'Requests being served (offered load)'),
      share('utilisation', 'Utilisation'),
      share('erlangC', 'Share that waits (Erlang C)'),
      seconds('meanWait', 'Wait, mean'),
      seconds('waitPercentiles.p90', 'Wait, p90'),
      seconds('waitPercentiles.p99', 'Wait, p99'),
      seconds('meanResponse', 'Response, mean'),
      seconds('responsePercentiles.p50', 'Response, p50'),
      seconds('responsePercentiles.p90', 'Response, p90'),
      seconds('responsePercentiles.p99', 'Response, p99'),
      share('serviceLevel', 'Share that is in time'),
      count('serversForTarget', 'Servers for the target'),
      number('meanQueueLength', 'Waiting, on average'),
      number('inSystem', 'Waiting or served, on average'),
      share('erlangB', 'Share turned away if nobody waited (Erlang B)'),
    ],
  },
  'fan-out': {
    sentence: [
      'Each request waits for',
      count('fanout', 'Calls a request'),
      'calls, of which',
      share('slowProbability', 'Share of slow calls'),
      'are slow. How many requests are slow, and what must a call keep for',
      optional(share('target', 'Requests that are to be fast')),
      'of them to be fast?',
    ],
    more: [],
    results: [
      share('anySlow', 'Slow requests'),
      share('leafSlowProbability', 'Slow calls that the target allows'),
      count('largestFanout', 'Calls with which the target holds'),
    ],
  },
  availability: {
    sentence: [
      'A service needs all of these. How available can it be, and does that keep an objective of',
      optional(share('slo', 'Objective')),
      '?',
    ],
    table: {
      label: 'What it depends on, one a row',
      hint: 'Paste rows from a spreadsheet or a CSV file. The first row names the columns: name, availability (0.999 for 99.9\u202f%) and, where there are several copies, redundancy.',
    },
    more: [],
    results: [
      nines('availability', 'Availability'),
      minutes('downtimeMinutesPerYear', 'Down a year'),
      minutes('allowedMinutesPerYear', 'Down a year that the objective allows'),
    ],
    listings: [
      {
        key: 'dependencies',
        title: 'Each with its copies',
        columns: [
          text('name', 'Dependency'),
          nines('availability', 'Availability'),
          minutes('downtimeMinutesPerYear', 'Down a year'),
        ],
      },
    ],
  },
  percentiles: {
    sentence: [
      'These values were measured. What are their percentiles, and between which limits do the true ones lie with a confidence of',
      confidence,
      '?',
    ],
    table: {
      label: 'Values, one a row',
      hint: 'Paste a column from a spreadsheet or a CSV file under the heading value, or, where they are counted already, value and count.',
    },
    more: [
      numberChoice('method', 'Definition of a percentile', [
        ['7', '7: R, NumPy, spreadsheets'],
        ['1', '1: nearest rank'],
        ['2', '2: nearest rank, middle at a step'],
        ['3', '3: nearest even rank'],
        ['4', '4: between k/n'],
        ['5', '5: between the middles'],
        ['6', '6: Minitab, SPSS'],
        ['8', '8: right for any median'],
        ['9', '9: right for the normal'],
      ]),
      optional(number('expectedInterval', 'Time between requests as meant')),
    ],
    results: [
      count('n', 'Values'),
      number('mean', 'Mean'),
      share('meanRank', 'Values no greater than the mean'),
      number('min', 'Least'),
      number('max', 'Greatest'),
      count('correctedForOmission.added', 'Requests that were left out'),
    ],
    listings: [
      {
        key: 'percentiles',
        title: 'Percentiles',
        columns: [
          nines('q', 'Share below'),
          number('value', 'Value'),
          range('interval', 'The true one'),
          count('minimumN.interval', 'Values for both ends'),
        ],
      },
      {
        key: 'correctedForOmission.percentiles',
        title: 'With the requests that were left out',
        columns: [nines('q', 'Share below'), number('value', 'Value')],
      },
    ],
  },
  'latency-budget': {
    sentence: [
      'A request goes through these steps. Do',
      share('slo.0.percentile', 'Share of requests'),
      'of the requests end within',
      milliseconds('slo.0.ms', 'Longest time'),
      ', and which step is to blame?',
    ],
    table: {
      label: 'Steps, one a row',
      hint: 'Paste rows from a spreadsheet or a CSV file, times in ms. The first row names the columns: name with p50 and p99, or mean, or mean and sd; and, where it applies, group (steps side by side), fanout, retries, timeoutMs, after (names with + between them).',
    },
    more: [count('samples', 'Simulated requests'), count('seed', 'Seed of the simulation')],
    results: [
      milliseconds('percentiles.p50', 'p50, if the steps are independent'),
      milliseconds('percentiles.p90', 'p90'),
      milliseconds('percentiles.p99', 'p99'),
      milliseconds('percentiles.p999', 'p99.9'),
      milliseconds('mean', 'Mean'),
      milliseconds('sumOfPercentiles.p99', 'p99s of the steps, added up'),
      milliseconds('unionBound.p99', 'p99 at most, however the steps depend on one another'),
      milliseconds('slo.0.slack', 'To spare'),
      share('failureProbability', 'Requests with a call that times out for good'),
    ],
    listings: [
      {
        key: 'contributions',
        title: 'Steps, on average and among the slowest 1\u202f%',
        columns: [
          text('name', 'Step'),
          milliseconds('meanMs', 'On average'),
          milliseconds('tailMs', 'Slowest 1\u202f%'),
          share('tailShare', 'Share of those'),
        ],
      },
    ],
  },
};
