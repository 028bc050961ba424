import { expect, it } from 'vitest';
import type { SaveState } from '#lib/client/kept-ops.ts';
import { saveSentence } from './save-sentence.ts';
import { saveWords } from './save-words.ts';

const dates = { locale: 'en-GB', zone: 'UTC' };

it.each([
  [{ kind: 'saved', at: null }, 'Saved'],
  [{ kind: 'saved', at: Date.UTC(2026, 11, 12, 14, 2) }, 'Saved 14:02'],
  [{ kind: 'saving' }, 'Saving'],
  [{ kind: 'offline', kept: 3 }, 'Offline, 3 kept'],
  [{ kind: 'not-saved', kept: 1, retryAt: 0, why: 'busy' }, 'Not saved'],
  [{ kind: 'signed-out', kept: 1, somebodyElse: false }, 'Signed out'],
] as const)('says %j as %s', (state, words) => {
  expect(saveWords(state, dates).words).toBe(words);
});

function said(state: SaveState, durable = true): string | null {
  const sentence = saveSentence(state, 0, durable);
  return sentence === null ? null : `${sentence.words}${sentence.countdown}.`;
}

const notSaved = { kind: 'not-saved', kept: 3, retryAt: 8000 } as const;

it.each([
  [
    { ...notSaved, why: 'no-answer' },
    'Not saved: the server does not answer. 3 changes are kept in this browser; trying again in 8\u202fs.',
  ],
  [
    { ...notSaved, kept: 1, why: 'failing' },
    'Not saved: something is wrong at the server. 1 change is kept in this browser; trying again in 8\u202fs.',
  ],
  [
    { kind: 'signed-out', kept: 1, somebodyElse: false },
    'You were signed out. Your changes are kept. Sign in here to send them.',
  ],
  [
    { kind: 'signed-out', kept: 1, somebodyElse: true },
    'Somebody else is signed in here now. Your changes are kept. Sign in here to send them.',
  ],
  [{ kind: 'saving' }, null],
] as const)('says what is kept, and what happens to it: %j', (state, sentence) => {
  expect(said(state)).toBe(sentence);
});

it('asks for the tab to stay open where the browser keeps nothing', () => {
  expect(said({ ...notSaved, why: 'busy' }, false)).toBe(
    'Not saved: the server has too much to do. 3 changes are kept in this tab, which has to stay open; trying again in 8\u202fs.',
  );
  expect(said({ kind: 'offline', kept: 1 }, false)).toBe(
    'You are offline. 1 change is kept in this tab, which has to stay open, and will be sent when the connection is back.',
  );
});
