import { expect, it } from 'vitest';
import { eventWords } from './event-words.ts';

const nothing = () => undefined;

it('tells a change of a field with what it was and what it became', () => {
  const payload = {
    kind: 'set',
    path: 'framing.idealOutcome',
    value: 'Fewer chargebacks',
    inverse: { kind: 'set', path: 'framing.idealOutcome', value: 'Less fraud' },
  };
  expect(eventWords('worksheet.edited', payload, nothing)).toEqual({
    sentence: 'changed',
    path: 'framing.idealOutcome',
    field: 'ML framing · Ideal outcome',
    before: 'Less fraud',
    after: 'Fewer chargebacks',
  });
});

it.each([
  [{ kind: 'set', path: 'framing.output', value: 'x', inverse: { value: null } }, 'answered'],
  [{ kind: 'set', path: 'framing.output', value: null, inverse: { value: 'x' } }, 'cleared'],
  [{ kind: 'insert', path: 'framing.classes', value: { id: 'a', name: 'fraud' } }, 'added to'],
  [{ kind: 'remove', path: 'framing.classes.a', value: null, inverse: { value: { id: 'a' } } }, 'deleted from'],
  [{ kind: 'move', path: 'framing.classes.a', value: null }, 'moved'],
  [{}, 'changed the worksheet'],
])('tells %j as %s', (payload, sentence) => {
  expect(eventWords('worksheet.edited', payload, nothing).sentence).toBe(sentence);
});

it('tells which settings changed', () => {
  const before = { title: 'Old', slug: 'old', visibility: 'workspace' };
  const payload = { before, title: 'New', slug: 'old', visibility: 'workspace' };
  expect(eventWords('project.updated', payload, nothing)).toEqual({
    sentence: 'changed the title',
    before: 'Old',
    after: 'New',
  });
});
