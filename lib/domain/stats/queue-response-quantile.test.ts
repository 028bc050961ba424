import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { queueResponseQuantile } from './queue-response-quantile.ts';

test('one server: exponential with what is left of the capacity', () => {
  const row = referenceRows('latency_throughput.csv').find(({ calc }) => calc === 'mm1_p99_response');
  // 80 arrivals, 100 services a second: the load is .8, and so is the chance to wait.
  const quantile = queueResponseQuantile(0.99, { waits: 0.8, servers: 1, load: 0.8 }) / 100;
  expect(relativeDifference(quantile, numberIn(row ?? {}, 'expected'))).toBeLessThan(1e-12);
});

test('where d is zero the limit holds: P(T > t) = e^−t (1 + C t)', () => {
  // Two servers, one erlang: C = 1/3.
  const t = queueResponseQuantile(0.99, { waits: 1 / 3, servers: 2, load: 1 });
  expect(Math.exp(-t) * (1 + t / 3)).toBeCloseTo(0.01, 14);
  const beside = queueResponseQuantile(0.99, { waits: 1 / 3, servers: 2, load: 1 + 1e-9 });
  expect(relativeDifference(beside, t)).toBeLessThan(1e-8);
});

test('without waiting the response is the service', () => {
  expect(queueResponseQuantile(0.5, { waits: 0, servers: 4, load: 0.1 })).toBeCloseTo(Math.LN2, 14);
});

test('a larger share takes longer', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.9999, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer({ min: 1, max: 50 }),
      (share, utilisation, servers) => {
        const queue = { waits: utilisation, servers, load: utilisation * servers };
        const more = share + (1 - share) / 2;
        expect(queueResponseQuantile(more, queue)).toBeGreaterThan(queueResponseQuantile(share, queue));
      },
    ),
  );
});

test('the share of all requests has no time', () => {
  expect(() => queueResponseQuantile(1, { waits: 0.5, servers: 1, load: 0.5 })).toThrow(RangeError);
});
