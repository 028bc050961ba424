import { expect, test } from 'vitest';

import { matchesIn } from './matches-in.ts';

const shown = (excerpt: string, text: string) =>
  matchesIn(excerpt, text)
    .map(({ words, matched }) => (matched ? `[${words}]` : words))
    .join('');

test.each([
  ['Precision at 60 % recall; precision counts', 'precision', '[Precision] at 60 % recall; [precision] counts'],
  ['a (b) c', '(b)', 'a [(b)] c'],
  ['nothing here', 'psi', 'nothing here'],
  ['', 'psi', ''],
  ['all', '  ', 'all'],
])('%j searched for %j', (excerpt, text, pieces) => {
  expect(shown(excerpt, text)).toBe(pieces);
});
