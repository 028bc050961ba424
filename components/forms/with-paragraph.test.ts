import { expect, test } from 'vitest';
import { withParagraph } from './with-paragraph.ts';

test.each([
  ['an empty text', '', 0, '![a](b)\n\n', 9],
  ['the end of a text', 'Words.', 6, 'Words.\n\n![a](b)\n\n', 17],
  ['the beginning', 'Words.', 0, '![a](b)\n\nWords.', 9],
  ['the middle of a line', 'One two', 3, 'One\n\n![a](b)\n\ntwo', 14],
  ['between two paragraphs', 'One\n\n\ntwo', 5, 'One\n\n![a](b)\n\ntwo', 14],
])('at %s the line is a paragraph of its own', (_where, text, cursor, expected, after) => {
  expect(withParagraph(text, cursor, '![a](b)')).toEqual({ text: expected, cursor: after });
});
