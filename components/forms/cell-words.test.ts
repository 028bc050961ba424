import { expect, it } from 'vitest';
import { choice, choices, list, text, yesNo } from '#lib/domain/worksheets/definition.ts';
import { cellWords } from './cell-words.ts';

const roles = { primary: 'Primary', guardrail: 'Must not get worse' };
const slices = list('Slices', { name: text('Name') }, { itemNoun: 'slice' });

it.each([
  [text('Name'), 'Precision', 'Precision'],
  [text('Name'), undefined, ''],
  [text('Name'), { unknown: {} }, 'Not known yet'],
  [text('Name'), { notApplicable: '' }, 'Does not apply'],
  [text('Name'), { unreadable: 'abt 15' }, 'abt 15'],
  [choice('Role', roles), 'guardrail', 'Must not get worse'],
  [choices('Roles', roles), ['primary', 'guardrail'], 'Primary, Must not get worse'],
  [yesNo('Positive'), false, 'No'],
  [slices, [{ id: 'a' }], '1 slice'],
])('says %o of %j', (field, value, words) => {
  expect(cellWords(field, value)).toBe(words);
});
