import { expect, it } from 'vitest';
import { bothTexts } from './both-texts.ts';

it('puts two long texts one below the other, where both are texts and fit', () => {
  expect(bothTexts('business.problemStatement', 'Theirs.\n', '\nYours.')).toBe('Theirs.\n\nYours.');
  expect(bothTexts('business.problemStatement', null, 'Yours.')).toBeNull();
  expect(bothTexts('business.objective', 'Theirs', 'Yours')).toBeNull();
  expect(bothTexts('business.problemStatement', 'a'.repeat(40_000), 'b'.repeat(40_000))).toBeNull();
});
