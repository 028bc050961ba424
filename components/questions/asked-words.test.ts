import { expect, test } from 'vitest';
import { askedWords } from './asked-words.ts';

const [sam, dana, lee] = [
  { id: 's', name: 'Sam' },
  { id: 'd', name: 'Dana' },
  { id: 'l', name: 'Lee' },
];

test('whoever reads a question is told who asks whom', () => {
  const asking = { person: dana, by: sam };
  expect(askedWords(asking, 'Dana', dana)).toBe('Sam asks you');
  expect(askedWords(asking, 'Dana', sam)).toBe('You ask Dana');
  expect(askedWords(asking, 'Dana', lee)).toBe('Sam asks Dana');
  expect(askedWords({ person: sam, by: sam }, 'Sam', sam)).toBe('You find out');
  expect(askedWords({ person: dana, by: null }, 'Dana', dana)).toBe('You are asked');
});

test('where nobody was asked, whom the worksheet names finds out', () => {
  expect(askedWords(null, 'dana', dana)).toBe('You find out');
  expect(askedWords(null, 'Dana', sam)).toBe('Dana finds out');
  expect(askedWords({ person: null, by: sam }, 'Dana', lee)).toBe('Dana finds out');
  expect(askedWords(null, '', sam)).toBe('');
});
