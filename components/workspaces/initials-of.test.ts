import { expect, test } from 'vitest';

import { initialsOf } from './initials-of.ts';

test.each([
  ['Dana Reyes', 'DR'],
  ['dana', 'D'],
  ['Ana María de la Cruz', 'AC'],
  ['  Élise  Ōta ', 'ÉŌ'],
  ['李明', '李'],
  ['👩‍🔬 Lab', '👩‍🔬L'],
  ['', '?'],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
