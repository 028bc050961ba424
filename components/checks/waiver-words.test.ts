import { expect, it } from 'vitest';
import { waiverWords } from './waiver-words.ts';

const waiver = { path: 'framing.loss', reason: 'Only for the pilot', by: 'Head of payments' } as const;

it.each([
  [{ state: 'accepted' }, 'Accepted by Head of payments: ‘Only for the pilot’'],
  [{ state: 'accepted', expires: '2027-06-01' }, 'Accepted by Head of payments until 1 Jun 2027: ‘Only for the pilot’'],
  [
    { state: 'expired', expires: '2027-06-01' },
    'Accepted by Head of payments until 1 Jun 2027, which is over: ‘Only for the pilot’',
  ],
  [{ state: 'value-changed' }, 'Accepted by Head of payments; a value has changed since: ‘Only for the pilot’'],
] as const)('says of %j who, until when, why, and why no longer', (more, words) => {
  expect(waiverWords({ ...waiver, ...more }, 'en-GB')).toBe(words);
});
