import { expect, it } from 'vitest';
import { gapBehind } from './gap-behind.ts';

const gaps = ['overview.authors', 'metrics.items.m1.owner', 'metrics.items.m2.unit', 'data.sources'];
const sections = ['overview', 'business', 'metrics', 'data', 'risk'];

it.each([
  ['its own', 'metrics', 'metrics.items.m1.owner'],
  ['its own, of an item', 'metrics.items.m2', 'metrics.items.m2.unit'],
  ['that of its section', 'metrics.items.m3', 'metrics.items.m1.owner'],
  ['the next behind it', 'business', 'metrics.items.m1.owner'],
  ['the first of all', 'risk', 'overview.authors'],
])('offers %s', (_, page, gap) => {
  expect(gapBehind(gaps, page, sections)).toBe(gap);
});

it('offers nothing when nothing is missing', () => {
  expect(gapBehind([], 'metrics', sections)).toBeUndefined();
});
