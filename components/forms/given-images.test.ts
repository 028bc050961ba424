import { expect, test } from 'vitest';
import { givenImages } from './given-images.ts';

const picture = new File(['x'], 'a.png', { type: 'image/png' });

test('images are taken, other files are not', () => {
  const files = [picture, new File(['x'], 'a.csv', { type: 'text/csv' }), picture];
  expect(givenImages({ types: ['Files'], files })).toEqual([picture, picture]);
});

test('the picture that a spreadsheet sends along with its text is not', () => {
  expect(givenImages({ types: ['text/plain', 'text/html', 'Files'], files: [picture] })).toEqual([]);
});
