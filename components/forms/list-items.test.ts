import { expect, it } from 'vitest';
import { choice, list, text } from '#lib/domain/worksheets/definition.ts';
import { itemName, listItems, newItemId } from './list-items.ts';

const metrics = list('Metrics', { name: text('Metric') }, { itemNoun: 'metric' });

it('reads the items of a draft and nothing else', () => {
  expect(listItems([{ id: 'a', name: 'x' }, 'stray', { name: 'no id' }]).map((item) => item.id)).toEqual(['a']);
  expect(listItems({ unknown: {} })).toEqual([]);
});

it('calls an item by its name, else by its place', () => {
  const item = (name: string) => ({ id: 'a', value: { id: 'a', name } });
  expect(itemName(metrics, item('Precision'), 0)).toBe('Precision');
  expect(itemName(metrics, item(''), 1)).toBe('metric 2');
  expect(itemName(metrics, item('x'.repeat(80)), 0)).toHaveLength(60);
});

it('says the words of a choice that names an item', () => {
  const priorities = list('Priorities', { quality: choice('Quality', { cost: 'Cost' }) }, { itemNoun: 'priority' });
  expect(itemName(priorities, { id: 'a', value: { id: 'a', quality: 'cost' } }, 0)).toBe('Cost');
});

it('makes ids that no item has', () => {
  const id = newItemId('metric', []);
  expect(id).toMatch(/^metric-[a-z0-9]+$/);
});
