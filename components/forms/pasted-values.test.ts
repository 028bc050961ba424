import { describe, expect, it } from 'vitest';
import { choice, choices, date, percentage, reference, text, yesNo } from '#lib/domain/worksheets/definition.ts';
import { draftFromText } from './pasted-values.ts';

const roles = { primary: 'Primary', guardrail: 'Must not get worse' };

describe('draftFromText', () => {
  it.each([
    [text('Name'), ' Precision ', 'Precision'],
    [text('Name'), '  ', null],
    [percentage('Share'), '0.2', '0.2 %'],
    [percentage('Share'), 'a few', { unreadable: 'a few' }],
    [choice('Role', roles), 'must not get worse', 'guardrail'],
    [choice('Role', roles), 'PRIMARY', 'primary'],
    [choice('Role', roles), 'other', { unreadable: 'other' }],
    [choices('Roles', roles), 'primary, Must not get worse', ['primary', 'guardrail']],
    [yesNo('Positive'), 'y', true],
    [yesNo('Positive'), 'FALSE', false],
    [date('Until'), '1.2.2027', { unreadable: '1.2.2027' }],
  ])('reads a cell for %o', (field, cell, expected) => {
    expect(draftFromText(field, cell)).toEqual(expected);
  });

  it('finds what a reference names', () => {
    const items = [{ value: 'm1', label: 'Precision' }];
    expect(draftFromText(reference('Drives', 'metric'), 'precision', items)).toBe('m1');
    expect(draftFromText(reference('Drives', 'metric'), 'recall', items)).toEqual({ unreadable: 'recall' });
  });
});
