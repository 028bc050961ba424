import { expect, it } from 'vitest';
import { batchAtRate, waitForOthers } from './batch-at-rate.ts';

const batching = { maxSize: 16, maxDelay: 10, each: 1, anyway: 8 };

it('fills a batch before its time at a high rate', () => {
  // 15 more requests at 3,000 a second take 5 ms; 16 · 1 + 8 = 24.
  expect(batchAtRate(3000, batching)).toEqual({ size: 16, fill: 5, service: 24 });
});

it('sends it half empty when the time is over', () => {
  // 10 ms at 500 a second bring 5 more; 6 · 1 + 8 = 14.
  expect(batchAtRate(500, batching)).toEqual({ size: 6, fill: 10, service: 14 });
});

it('waits for nobody where a batch holds one', () => {
  expect(batchAtRate(500, { ...batching, maxSize: 1 })).toEqual({ size: 1, fill: 0, service: 9 });
});

it('keeps only the first request waiting from beginning to end', () => {
  // Half of 15 requests a third of a ms apart; half of the 6 places that are 2 ms apart.
  expect(waitForOthers(0.5, 3000, batching)).toBe(2.5);
  expect(waitForOthers(0.5, 500, batching)).toBe(6);
  expect(waitForOthers(1, 3000, batching)).toBe(5);
  expect(waitForOthers(0.99, 500, batching)).toBe(10);
  // Hardly a second request comes in time, so that each waits for it in vain.
  expect(waitForOthers(0.5, 1, batching)).toBe(10);
});
