import { expect, it } from 'vitest';
import { shownJson } from './shown-json.ts';

it.each([
  [null, 'nothing'],
  ['0.2 %', '0.2 %'],
  [true, 'Yes'],
  [['a', 'b'], 'a, b'],
  [{ unknown: { who: 'Data owner' } }, 'Not known yet, Data owner'],
  [{ notApplicable: 'no classes' }, 'Does not apply: no classes'],
  [{ unreadable: 'abt 15' }, 'abt 15'],
  [{ value: '0.71', evidence: 'e1' }, '0.71'],
  [{ id: 'm1', name: 'Precision', role: 'primary' }, 'Precision, primary'],
  [{ id: 'm1' }, 'a new item'],
])('shows %j as %s', (value, shown) => {
  expect(shownJson(value)).toBe(shown);
});
