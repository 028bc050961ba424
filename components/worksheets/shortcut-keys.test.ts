import { expect, it } from 'vitest';
import { shortcutFor } from './shortcut-keys.ts';

const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

it.each([
  [press('j'), 'next-field'],
  [press('F8', { shiftKey: true }), 'previous-finding'],
  [press('z', { ctrlKey: true }), 'undo'],
  [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
  [press('.', { ctrlKey: true }), 'panel'],
  [press('.'), 'answer-menu'],
  [press('Enter'), 'step-in'],
  [press('Enter', { ctrlKey: true }), 'next-question'],
  [press('?', { shiftKey: true }), 'help'],
  [press('j', { altKey: true }), null],
  [press('q'), null],
])('%j outside of a box asks for %s', (event, action) => {
  expect(shortcutFor(event, false, true)).toBe(action);
});

it('leaves letters to the box, and to nobody when they are switched off', () => {
  expect(shortcutFor(press('j'), true, true)).toBeNull();
  expect(shortcutFor(press('Enter'), true, true)).toBeNull();
  expect(shortcutFor(press('j'), false, false)).toBeNull();
  expect(shortcutFor(press('z', { ctrlKey: true }), true, false)).toBe('undo');
  expect(shortcutFor(press('Enter', { ctrlKey: true }), true, false)).toBe('next-question');
});
