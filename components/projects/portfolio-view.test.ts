import { expect, it } from 'vitest';
import { isNarrowed, readView } from './portfolio-view.ts';

const usual = { title: '', archived: false, stage: undefined, having: undefined, sort: 'changed' };

it('reads what an address says and leaves the rest at its usual', () => {
  expect(readView({})).toEqual(usual);
  expect(readView({ title: ' card ', archived: 'true', stage: 'design', having: 'overdue', sort: 'due' })).toEqual({
    title: 'card',
    archived: true,
    stage: 'design',
    having: 'overdue',
    sort: 'due',
  });
  expect(readView({ stage: 'toString', having: 'constructor', sort: ['due', 'title'] })).toEqual(usual);
});

it('tells a narrowed list from one that is only ordered', () => {
  expect(isNarrowed(readView({ sort: 'due', archived: 'true' }))).toBe(false);
  expect(isNarrowed(readView({ having: 'errors' }))).toBe(true);
});
