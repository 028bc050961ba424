import { describe, expect, it } from 'vitest';
import { beginsEdit, cellAfterKey, cellBeside } from './grid-keys.ts';

describe('cellAfterKey', () => {
  const at = { row: 1, column: 1 };
  it.each([
    ['ArrowUp', false, { row: 0, column: 1 }],
    ['ArrowDown', false, { row: 2, column: 1 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['ArrowRight', false, { row: 1, column: 2 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', true, { row: 2, column: 2 }],
    ['a', false, null],
  ])('%s (with control: %s) leads to %j', (key, control, expected) => {
    expect(cellAfterKey(key, control, at, 3, 3)).toEqual(expected);
  });

  it('stops at the edge', () => {
    expect(cellAfterKey('ArrowUp', false, { row: 0, column: 0 }, 3, 3)).toBeNull();
    expect(cellAfterKey('ArrowRight', false, { row: 0, column: 2 }, 3, 3)).toBeNull();
  });
});

it('leads from cell to cell as a text is read, and out at both ends', () => {
  expect(cellBeside(1, { row: 0, column: 1 }, 2, 3)).toEqual({ row: 0, column: 2 });
  expect(cellBeside(1, { row: 0, column: 2 }, 2, 3)).toEqual({ row: 1, column: 0 });
  expect(cellBeside(-1, { row: 1, column: 0 }, 2, 3)).toEqual({ row: 0, column: 2 });
  expect(cellBeside(1, { row: 1, column: 2 }, 2, 3)).toBeNull();
  expect(cellBeside(-1, { row: 0, column: 0 }, 2, 3)).toBeNull();
});

it('begins to edit on Enter and on a typed sign, not on a chord', () => {
  const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false, altKey: false });
  expect([beginsEdit(key('Enter')), beginsEdit(key('7')), beginsEdit(key('z', true)), beginsEdit(key('Tab'))]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
