import { expect, it } from 'vitest';
import { saveSentence, saveWords } from './save-words.ts';

const dates = { locale: 'en-GB', zone: 'UTC' };

it.each([
  [{ kind: 'saved', at: null }, 'Saved'],
  [{ kind: 'saved', at: Date.UTC(2026, 11, 12, 14, 2) }, 'Saved 14:02'],
  [{ kind: 'saving' }, 'Saving'],
  [{ kind: 'offline', kept: 3 }, 'Offline, 3 kept'],
  [{ kind: 'not-saved', kept: 1, retryAt: 0 }, 'Not saved'],
  [{ kind: 'signed-out', kept: 1 }, 'Signed out'],
] as const)('says %j as %s', (state, words) => {
  expect(saveWords(state, dates).words).toBe(words);
});

it('says how many changes are kept and when it tries again', () => {
  expect(saveSentence({ kind: 'not-saved', kept: 3, retryAt: 8000 }, 0)).toBe(
    'Not saved: the server does not answer. 3 changes are kept in this browser; trying again in 8\u202fs.',
  );
  expect(saveSentence({ kind: 'saving' }, 0)).toBeNull();
});
