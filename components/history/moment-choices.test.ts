import { describe, expect, it } from 'vitest';
import { chosenMoments, momentChoices } from './moment-choices.ts';

const dates = { locale: 'en-GB', zone: 'Pacific/Chatham' };

describe('momentChoices', () => {
  it('offers the last change of each day of the reader', () => {
    const quarters = [
      { sequence: 9, at: new Date('2026-11-24T10:30:00Z') },
      { sequence: 7, at: new Date('2026-11-24T10:10:00Z') },
      { sequence: 4, at: new Date('2026-11-23T20:00:00Z') },
    ];
    const named = [{ sequence: 8, at: new Date('2026-11-24T10:20:00Z'), words: 'Dana: Target' }];
    expect(momentChoices(quarters, named, dates)).toEqual({
      days: [
        { value: '9', label: '25 Nov 2026' },
        { value: '7', label: '24 Nov 2026' },
      ],
      changes: [{ value: '8', label: '25 Nov 2026, 00:05, Dana: Target' }],
    });
  });
});

describe('chosenMoments', () => {
  it.each([
    [{}, undefined],
    [{ from: 'x' }, undefined],
    [{ from: '3' }, { from: 3, to: 'draft' }],
    [
      { from: '3', to: 'draft' },
      { from: 3, to: 'draft' },
    ],
    [
      { from: '9', to: '3' },
      { from: 3, to: 9 },
    ],
    [{ from: '-1' }, undefined],
  ])('reads %j as %j', (query, chosen) => {
    expect(chosenMoments(query)).toEqual(chosen);
  });
});
