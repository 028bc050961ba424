import { expect, test } from 'vitest';
import { ownerWords } from './owner-words.ts';

const dana = { id: 'd', name: 'Dana', gone: null };

test('an owner is named, and so is one who has left, with what became of them', () => {
  expect(ownerWords(dana)).toBe('Owner: Dana');
  expect(ownerWords({ ...dana, gone: 'from-workspace' })).toBe('Owner: was Dana, no longer a member');
  expect(ownerWords({ ...dana, gone: 'from-project' })).toBe('Owner: was Dana, who no longer sees this project');
  expect(ownerWords(undefined)).toBe('No owner yet');
});
