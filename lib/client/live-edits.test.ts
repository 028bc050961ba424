import { expect, it } from 'vitest';
import { afterEvent } from './live-edits.ts';

const event = (payload: unknown, type = 'worksheet.edited') => ({ sequence: 2, type, actor: null, payload });
const sections = { overview: { inScope: [{ id: 'a', text: 'one' }] } };

it.each([
  [{ kind: 'set', path: 'overview.inScope.a.text', value: 'changed' }, [{ id: 'a', text: 'changed' }]],
  [
    { kind: 'insert', path: 'overview.inScope', value: { id: 'b' }, after: null },
    [{ id: 'b' }, { id: 'a', text: 'one' }],
  ],
  [{ kind: 'remove', path: 'overview.inScope.a', value: null }, undefined],
])('brings in %j', (payload, expected) => {
  expect(afterEvent(sections, event(payload))?.['overview']?.['inScope']).toEqual(expected);
});

it('passes over what is no edit, and asks for the worksheet where an entry says too little', () => {
  expect(afterEvent(sections, event({}, 'project.updated'))).toBe(sections);
  expect(afterEvent(sections, event({}, 'worksheet.imported'))).toBeNull();
  expect(afterEvent(sections, event({}, 'waiver.accepted'))).toBeNull();
  expect(afterEvent(sections, event({ kind: 'mystery', path: 'overview.name' }))).toBeNull();
});
