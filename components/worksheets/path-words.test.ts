import { expect, it } from 'vitest';
import type { Json } from '#lib/domain/json.ts';
import { pathWords } from './path-words.ts';

const draft: Record<string, Json> = { 'metrics.items': [{ id: 'm1', name: 'Precision' }, { id: 'm2' }] };
const words = (path: string) => pathWords(path, (at) => draft[at]);

it('names the item and the field, or the section and the field', () => {
  expect(words('metrics.items.m1.targetValue')).toBe('Precision · Target');
  expect(words('metrics.items.m2.targetValue')).toBe('metric 2 · Target');
  expect(words('metrics.items.m1')).toBe('Metrics · Precision');
  expect(words('metrics.items')).toBe('Metrics');
  expect(words('imbalance.costMatrix.fp')).toBe('What each outcome costs · False alarm (false positive)');
  expect(words('business.renamed')).toBe('Business objective · renamed');
  expect(words('nowhere.at')).toBe('nowhere.at');
});
