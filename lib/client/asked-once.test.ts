import { expect, it } from 'vitest';
import { askedOnce, RETRY_MS } from './asked-once.ts';

it('asks once, and gives all the same promise', async () => {
  let asked = 0;
  const answer = askedOnce(async () => (asked += 1), 0);
  expect(answer()).toBe(answer());
  expect(await answer()).toBe(1);
  expect(await answer()).toBe(1);
});

it('does without an answer for a while, by the same promise, and then asks again', async () => {
  let [time, asked, online] = [1_000, 0, false];
  const ask = async () => {
    asked += 1;
    if (!online) throw new Error('offline');
    return 'found';
  };
  const answer = askedOnce(ask, 'nothing', () => time);
  const first = answer();
  expect(await first).toBe('nothing');
  time += RETRY_MS - 1;
  expect(answer()).toBe(first);
  expect(asked).toBe(1);
  [time, online] = [time + 1, true];
  expect(await answer()).toBe('found');
  time += 10 * RETRY_MS;
  expect(await answer()).toBe('found');
  expect(asked).toBe(2);
});
