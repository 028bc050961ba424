import { expect, it } from 'vitest';
import { nearestWait } from './waiting-words.ts';

const words = (path: string) => path.toUpperCase();

it.each([
  [[], 'No check waits for an answer.'],
  [[{ rule: 'a', missing: ['x'] }], '1 check waits for answers; the nearest needs only X.'],
  [
    [
      { rule: 'a', missing: ['x', 'y', 'z'] },
      { rule: 'b', missing: ['x', 'y'] },
    ],
    '2 checks wait for answers; the nearest needs 2 of them.',
  ],
])('says what waits for %j', (waiting, expected) => {
  expect(nearestWait(waiting, words)).toBe(expected);
});
