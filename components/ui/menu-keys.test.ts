import { describe, expect, test } from 'vitest';

import { focusAfterKey } from './menu-keys.ts';

const texts = ['Copy link', 'Export', 'Rename', 'Remove'];
const press = (key: string, current: number, typeahead = { text: '', at: 0 }, nowMs = 10_000) =>
  focusAfterKey(key, texts, current, typeahead, nowMs);

describe('focus after a key in a menu', () => {
  test('arrows move and wrap at both ends', () => {
    expect(press('ArrowDown', 0)).toBe(1);
    expect(press('ArrowDown', 3)).toBe(0);
    expect(press('ArrowUp', 0)).toBe(3);
    expect(press('ArrowUp', -1)).toBe(3);
  });

  test('Home and End go to the ends', () => {
    expect(press('Home', 2)).toBe(0);
    expect(press('End', 0)).toBe(3);
  });

  test('letters jump, and more letters narrow while they come quickly', () => {
    const typeahead = { text: '', at: 0 };
    expect(press('r', 0, typeahead, 10_000)).toBe(2);
    expect(press('e', 2, typeahead, 10_200)).toBe(2);
    expect(press('m', 2, typeahead, 10_400)).toBe(3);
  });

  test('after a pause a letter starts anew and looks past the current item', () => {
    const typeahead = { text: 'r', at: 10_000 };
    expect(press('r', 2, typeahead, 11_000)).toBe(3);
  });

  test('other keys are not for the menu', () => {
    expect(press('Enter', 0)).toBeNull();
    expect(press('z', 0)).toBeNull();
    expect(focusAfterKey('ArrowDown', [], -1, { text: '', at: 0 }, 0)).toBeNull();
  });
});
