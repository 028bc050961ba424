import { expect, it } from 'vitest';
import { differenceWords } from './difference-words.ts';

const nothing = () => undefined;
const plain = { item: false, kind: 'changed' } as const;

it('marks the words of a text, under a name without its section', () => {
  const before = 'Lower the loss';
  expect(differenceWords({ ...plain, path: 'business.objective', before, after: 'Halve the loss' }, nothing)).toEqual({
    name: 'Objective',
    pieces: [
      { kind: 'removed', text: 'Lower' },
      { kind: 'added', text: 'Halve' },
      { kind: 'same', text: ' the loss' },
    ],
  });
});

it('shows all else as the form does', () => {
  const path = 'framing.taskType';
  expect(differenceWords({ ...plain, path, before: 'binary', after: { unknown: { who: 'Dana' } } }, nothing)).toEqual({
    name: 'Kind of task',
    before: 'Yes or no',
    after: 'Not known yet, Dana',
  });
});

it('tells an item with what it said, also when it is gone', () => {
  const before = { id: 'm1', name: 'Precision', kind: 'model' };
  const gone = { path: 'metrics.items.m1', kind: 'removed', item: true, before, after: null } as const;
  expect(differenceWords(gone, nothing)).toEqual({
    name: 'Metrics',
    note: 'metric deleted',
    before: 'Precision; Kind: Model',
  });
});

it('tells an order by the names of the items', () => {
  const order = {
    path: 'metrics.items',
    kind: 'reordered',
    item: false,
    before: ['a', 'b'],
    after: ['b', 'a'],
  } as const;
  const valueAt = (path: string) => (path.endsWith('a') ? { id: 'a', name: 'Precision' } : { id: 'b', name: 'Loss' });
  expect(differenceWords(order, valueAt)).toMatchObject({ before: 'Precision, Loss', after: 'Loss, Precision' });
});
