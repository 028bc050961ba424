import { describe, expect, it } from 'vitest';
import { boxText, draftAnswer, typedMark, withText } from './answer-state.ts';

describe('draftAnswer', () => {
  it.each([
    [undefined, { state: 'blank' }],
    ['', { state: 'blank' }],
    [false, { state: 'answered', value: false }],
    [0, { state: 'answered', value: 0 }],
    [{ unknown: {} }, { state: 'unknown', who: '', by: '' }],
    [{ unknown: { who: 'Dana', by: '2027-01-15' } }, { state: 'unknown', who: 'Dana', by: '2027-01-15' }],
    [{ notApplicable: 'no classes' }, { state: 'not-applicable', reason: 'no classes' }],
    [{ unreadable: 'abt 15' }, { state: 'unreadable', text: 'abt 15' }],
    [
      { value: '0.71', evidence: 'e2' },
      { state: 'answered', value: '0.71', evidence: 'e2' },
    ],
  ])('tells how %j stands', (value, expected) => {
    expect(draftAnswer(value)).toEqual(expected);
  });
});

describe('a typed quantity', () => {
  it('shows what was typed, readable or not', () => {
    expect([boxText('~80 ms'), boxText(3), boxText({ unreadable: 'abt 15' }), boxText({ unknown: {} })]).toEqual([
      '~80 ms',
      '3',
      'abt 15',
      '',
    ]);
  });

  it('says how it is known', () => {
    expect([
      typedMark('~80 ms'),
      typedMark('≈ 4 %'),
      typedMark('4 %'),
      typedMark({ value: '4 %', evidence: 'e' }),
    ]).toEqual(['guess', 'guess', 'stated', 'measured']);
  });

  it('keeps its evidence when it is retyped, and loses all when it is emptied', () => {
    expect(withText({ value: '0.71', evidence: 'e2' }, '0.72')).toEqual({ value: '0.72', evidence: 'e2' });
    expect(withText('0.71', ' ')).toBeNull();
  });
});
