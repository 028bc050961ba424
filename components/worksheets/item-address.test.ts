import { expect, it } from 'vitest';
import { framing } from '#lib/domain/worksheets/sections/framing.ts';
import { metrics } from '#lib/domain/worksheets/sections/metrics.ts';
import { itemPlace, itemSegment, summariesOf, writePlace } from './item-address.ts';

it('gives items of the main list their id, and others the name of their list', () => {
  expect(itemSegment('metrics.items.m1')).toBe('m1');
  expect(itemSegment('framing.classes.fraud')).toBe('classes.fraud');
});

it('finds the item again', () => {
  expect(itemPlace(metrics, 'm1')).toMatchObject({ list: 'metrics.items', id: 'm1' });
  expect(itemPlace(framing, 'classes.fraud')).toMatchObject({ list: 'framing.classes', id: 'fraud' });
  expect(itemPlace(framing, 'fraud')).toBeUndefined();
  expect(itemPlace(framing, 'baselines')).toBeUndefined();
});

it('finds an item inside of another', () => {
  expect(itemPlace(framing, 'baselines.rules.values.v1')).toMatchObject({
    list: 'framing.baselines.rules.values',
    field: { itemNoun: 'value' },
    id: 'v1',
  });
  expect(itemPlace(metrics, 'm1.slices.s1')).toMatchObject({ list: 'metrics.items.m1.slices', id: 's1' });
  expect(itemPlace(metrics, 'm1.name.s1')).toBeUndefined();
});

it('leads to the page where a field stands', () => {
  const summaries = summariesOf([framing, metrics]);
  expect(writePlace(summaries, 'metrics.items.m1.targetValue')).toEqual({
    section: 'metrics',
    field: 'metrics.items.m1.targetValue',
  });
  expect(writePlace(summaries, 'metrics.items.m1.alpha')).toMatchObject({ item: 'm1' });
  expect(writePlace(summaries, 'framing.taskType')).toEqual({ section: 'framing', field: 'framing.taskType' });
  expect(writePlace(summaries, 'metrics.items.m1.targetValue', true)).toMatchObject({ item: 'm1' });
});
