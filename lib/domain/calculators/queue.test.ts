import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { calculatorById } from './all-calculators.ts';
import { queueContract } from './queue-contract.ts';
import { queue } from './queue.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof queue.compute>;
const run = (input: object): Result => queue.compute(queueContract.input.parse(input));

test.each(referenceRows('erlang.csv'))('published: $servers servers, $offered_load_erlangs erlangs', (row) => {
  const result = run({
    arrivalRate: numberIn(row, 'offered_load_erlangs'),
    serviceTime: 1,
    servers: numberIn(row, 'servers'),
  });
  const pairs: [number | null, string][] = [
    [result.erlangB, 'erlang_B'],
    [result.erlangC, 'erlang_C'],
    [result.meanQueueLength, 'Lq'],
    [result.meanWait, 'Wq_times_mu'],
  ];
  for (const [actual, column] of pairs) {
    expect(relativeDifference(actual ?? Number.NaN, numberIn(row, column))).toBeLessThan(1e-13);
  }
});

// README of pyworkforce: 10 erlangs of 180 s, 14 positions, 20 s.
test('the service level that pyworkforce prints', () => {
  const { serviceLevel } = run({ arrivalRate: 10 / 180, serviceTime: 180, servers: 14, waitTarget: 20 });
  expect(relativeDifference(serviceLevel ?? 0, 0.8883500191794669)).toBeLessThan(1e-12);
});

test('one server: the response is exponential with what is left of the capacity', () => {
  const row = referenceRows('latency_throughput.csv').find(({ calc }) => calc === 'mm1_p99_response');
  const { responsePercentiles, inSystem } = run({ arrivalRate: 80, serviceTime: 0.01, servers: 1 });
  expect(relativeDifference(responsePercentiles?.['p99'] ?? 0, numberIn(row ?? {}, 'expected'))).toBeLessThan(1e-12);
  expect(inSystem).toBeCloseTo(4, 12);
});

test('one server, service times that never vary: half the wait (Pollaczek and Khinchine)', () => {
  const shared = { arrivalRate: 0.8, serviceTime: 1, servers: 1 };
  expect(run({ ...shared, cv: 0 }).meanWait).toBeCloseTo(2, 12);
  expect(run({ ...shared, cv: 1 }).meanWait).toBeCloseTo(4, 12);
});

test('the named number of servers keeps the target and one less does not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 200, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (arrivalRate, waitTarget, cv) => {
        const given = { arrivalRate, serviceTime: 1, waitTarget, targetLevel: 0.9, cv };
        const { serversForTarget } = run({ ...given, servers: 1 });
        const level = (servers: number) => run({ ...given, servers }).serviceLevel ?? 0;
        expect(level(serversForTarget ?? 1)).toBeGreaterThanOrEqual(0.9);
        if (serversForTarget !== 1) expect(level((serversForTarget ?? 0) - 1)).toBeLessThan(0.9);
      },
    ),
  );
});

test('Little’s law, and percentiles that grow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (servers, load) => {
      const result = run({ arrivalRate: load * servers, serviceTime: 1, servers });
      expect(result.inSystem).toBeCloseTo(load * servers + (result.meanQueueLength ?? 0), 9);
      const { p50 = 0, p90 = 0, p99 = 0 } = result.responsePercentiles ?? {};
      expect(p50).toBeLessThan(p90);
      expect(p90).toBeLessThan(p99);
      expect(p99).toBeGreaterThanOrEqual(result.waitPercentiles?.['p99'] ?? Infinity);
    }),
  );
});

/** Requests in order of arrival, each taking the server that is free first. */
function simulate(servers: number, load: number, count: number): { waits: number[]; responses: number[] } {
  const random = seededRandom(7);
  const exponential = (): number => -Math.log(1 - random());
  const freeAt = Array.from({ length: servers }, () => 0);
  const [waits, responses]: [number[], number[]] = [[], []];
  let now = 0;
  for (let index = 0; index < count; index += 1) {
    now += exponential() / (load * servers);
    const first = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(now, freeAt[first] ?? 0);
    const end = start + exponential();
    freeAt[first] = end;
    waits.push(start - now);
    responses.push(end - now);
  }
  return { waits, responses };
}

test('a simulated queue waits as long as the formulas say', () => {
  const { waits, responses } = simulate(3, 0.7, 400_000);
  const result = run({ arrivalRate: 2.1, serviceTime: 1, servers: 3, waitTarget: 0.5 });
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  expect(relativeDifference(mean, result.meanWait ?? 0)).toBeLessThan(0.02);
  const inTime = waits.filter((wait) => wait <= 0.5).length / waits.length;
  expect(Math.abs(inTime - (result.serviceLevel ?? 0))).toBeLessThan(0.004);
  for (const [key, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const below = responses.filter((time) => time <= (result.responsePercentiles?.[key] ?? 0)).length;
    expect(Math.abs(below / responses.length - share)).toBeLessThan(0.004);
  }
});

test('what grows without end is null with the reason', () => {
  const result = run({ arrivalRate: 120, serviceTime: 0.1, servers: 10, waitTarget: 0.05 });
  expect(result).toMatchObject({ stable: false, utilisation: 1.2, meanWait: null, responsePercentiles: null });
  expect(result.notes).toEqual([expect.stringContaining('12 seconds of work come each second, and 10 servers do 10')]);
  expect(result.serversForTarget).toBeGreaterThan(12);
  expect(run({ arrivalRate: 10, serviceTime: 0.1, servers: 1 }).notes[0]).toContain('as much work comes');
});

test('without the shape of the service times the response has no percentiles, and says why', () => {
  const result = run({ arrivalRate: 8, serviceTime: 1, servers: 10, cv: 0.5 });
  expect(result.responsePercentiles).toBeNull();
  expect(result.notes.join(' ')).toContain('cv alone does not say it');
  expect(result.assumptions.join(' ')).toContain('Allen and Cunneen');
});

test('no wait at all asked for beyond what can be counted', () => {
  const result = run({ arrivalRate: 1e6, serviceTime: 1, servers: 1, waitTarget: 0 });
  expect(result.serversForTarget).toBeNull();
  expect(result.notes.join(' ')).toContain('more than a hundred thousand servers');
});

test('says in words what it found', () => {
  const { interpretation } = runCalculator(calculatorById('queue'), queue.example);
  expect(interpretation.join(' ')).toMatch(/8 of 10 servers are busy: 80.% of the time/);
  expect(interpretation.join(' ')).toMatch(/40\.9.% of the requests wait/);
  expect(interpretation.join(' ')).toMatch(/For 95.% to wait no longer than 50.ms takes \d+ servers\./);
});

test.each([
  [{ arrivalRate: 1, serviceTime: 1 }, 'servers is missing.'],
  [{ arrivalRate: 1, serviceTime: 1, servers: 1.5 }, 'servers must be a whole number.'],
  [{ arrivalRate: 1, serviceTime: 1, servers: 1e7 }, 'servers must be at most a hundred thousand.'],
  [{ arrivalRate: 1, serviceTime: 1, servers: 1, percentiles: [0.5, 1] }, 'percentiles.1 must be above 0 and below 1.'],
  [{ arrivalRate: 1, serviceTime: 1, servers: 1, percentiles: [] }, 'percentiles must hold at least one entry.'],
  [{ arrivalRate: 1, serviceTime: 1, servers: 1, percentiles: 0.5 }, 'percentiles must be a list.'],
])('%j is refused: %s', (input, sentence) => {
  expect(() => runCalculator(calculatorById('queue'), input)).toThrow(sentence);
});
