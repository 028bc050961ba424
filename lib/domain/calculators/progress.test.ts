import { expect, test } from 'vitest';
import { type Progress, progressInWords, readingProgress } from './progress.ts';

test.each<[Progress, string]>([
  [{ doing: 'Resampling', done: 350, of: 1000 }, 'Resampling: 350 of 1,000'],
  [readingProgress(412_000, 9_880_000, 24_000_000), 'Reading rows: 412,000 of about 1,000,000'],
  [readingProgress(412_000, 9_880_000, null), 'Reading rows: 412,000'],
  [readingProgress(0, 0, 24_000_000), 'Reading rows: 0'],
])('%j', (progress, words) => {
  expect(progressInWords(progress)).toBe(words);
});

test('there are never more rows than there will be', () => {
  // A pipe may bring more than its size said.
  expect(readingProgress(100, 30, 20).of).toBe(100);
});
