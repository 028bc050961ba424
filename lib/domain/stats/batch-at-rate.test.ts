import { expect, it } from 'vitest';
import { batchAtRate } from './batch-at-rate.ts';

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
