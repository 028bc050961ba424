import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
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
  [{ kind: 'remove', path: 'framing.classes.a', value: null, inverse: { value: { id: 'a' } } }, 'deleted'],
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

it('says choices in words and items by their names', () => {
  const set = { kind: 'set', path: 'metrics.items.m1.kind', value: 'model', inverse: { value: 'business' } };
  expect(eventWords('worksheet.edited', set, nothing)).toMatchObject({ before: 'Business', after: 'Model' });
  const insert = { kind: 'insert', path: 'metrics.items', value: { id: 'm1', name: 'Precision', kind: 'model' } };
  expect(eventWords('worksheet.edited', insert, nothing).after).toBe('Precision');
});

it('says when something was changed and changed back', () => {
  const payload = { kind: 'set', path: 'framing.output', value: 'x', inverse: { value: 'x' } };
  expect(eventWords('worksheet.edited', payload, nothing)).toMatchObject({ sentence: 'changed, and changed back,' });
});

it('tells what was accepted, why and until when', () => {
  const before = { check: 'FRM-02', path: 'framing.loss', reason: 'A trial', by: 'Lead' };
  const after = { ...before, reason: 'A longer trial', expires: '2027-06-01' };
  const about = { path: 'framing.loss', field: 'ML framing · Loss' };
  expect(eventWords('waiver.accepted', { before: null, after, message: 'It does not fit.' }, nothing)).toEqual({
    ...about,
    sentence: 'accepted what is found (FRM-02) about',
    after: 'A longer trial (until 1 Jun 2027)',
  });
  expect(eventWords('waiver.changed', { before, after }, nothing)).toMatchObject({
    sentence: 'changed the reason for accepting what is found (FRM-02) about',
    before: 'A trial',
    after: 'A longer trial (until 1 Jun 2027)',
  });
  expect(eventWords('waiver.withdrawn', { before: after, after: null }, nothing)).toEqual({
    ...about,
    sentence: 'no longer accepts what is found (FRM-02) about',
    before: 'A longer trial (until 1 Jun 2027)',
  });
});

it('tells who owns a section, and who was asked what', () => {
  const [dana, sam] = [
    { id: 'd', name: 'Dana' },
    { id: 's', name: 'Sam' },
  ];
  const owns = { sentence: 'changed who owns', path: 'labels', field: 'Labels and reliability' };
  const changed = (before: JsonObject | null, after: JsonObject | null) =>
    eventWords('project.ownerChanged', { section: 'labels', before, after }, nothing);
  expect(changed(dana, sam)).toEqual({ ...owns, before: 'Dana', after: 'Sam' });
  expect(changed(dana, null)).toEqual({ ...owns, before: 'Dana' });
  const asked = { path: 'framing.loss', person: dana, by: '2026-12-12', note: 'You know.' };
  expect(eventWords('question.asked', asked, nothing)).toEqual({
    sentence: 'asked Dana about',
    path: 'framing.loss',
    field: 'ML framing · Loss',
    after: 'by 12 Dec 2026: ‘You know.’',
  });
  expect(eventWords('question.asked', { ...asked, by: null, note: null }, nothing)).not.toHaveProperty('after');
});

it('tells what happened to a thread, where it is, and none of its words', () => {
  const payload = { thread: 3, kind: 'note', path: 'business.objective', label: 'Business objective › Objective' };
  expect(eventWords('thread.resolved', payload, nothing)).toEqual({
    sentence: 'resolved thread #3 on',
    path: 'business.objective',
    field: 'Business objective › Objective',
  });
  expect(eventWords('comment.deleted', { thread: 3 }, nothing)).toEqual({ sentence: 'deleted a comment in thread #3' });
});
