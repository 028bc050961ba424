import { expect, test } from 'vitest';

import { counted, listed } from './counts.ts';

test('one is singular, all else plural, and thousands are separated', () => {
  expect(counted(1, 'project', 'projects', 'en-GB')).toBe('1\u00A0project');
  expect(counted(0, 'project', 'projects', 'en-GB')).toBe('0\u00A0projects');
  expect(counted(1094, 'project', 'projects', 'en-GB')).toBe('1,094\u00A0projects');
});

test('a list of words ends with "and"', () => {
  expect(listed([])).toBe('');
  expect(listed(['owner'])).toBe('owner');
  expect(listed(['owner', 'admin', 'editor'])).toBe('owner, admin and editor');
});
