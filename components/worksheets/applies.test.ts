import { expect, it } from 'vitest';
import type { Json } from '#lib/domain/json.ts';
import { framing } from '#lib/domain/worksheets/sections/framing.ts';
import { metrics } from '#lib/domain/worksheets/sections/metrics.ts';
import { keysThatApply } from './applies.ts';

const reading = (values: Record<string, Json>) => (path: string) => values[path];

it('asks for classes only where there are any', () => {
  const asked = (task: Json) => keysThatApply(framing.fields, 'framing', reading({ 'framing.taskType': task }));
  expect(asked('binary')).toContain('classes');
  expect(asked('regression')).not.toContain('classes');
  expect(asked({ unknown: {} })).not.toContain('classes');
});

it('looks at the siblings within an item', () => {
  const { fields } = metrics.fields.items;
  const asked = (values: Record<string, Json>) => keysThatApply(fields, 'metrics.items.m1', reading(values));
  expect(asked({ 'metrics.items.m1.kind': 'model', 'metrics.items.m1.role': 'primary' })).toContain('drives');
  expect(asked({ 'metrics.items.m1.kind': 'business', 'metrics.items.m1.role': 'primary' })).not.toContain('drives');
});
