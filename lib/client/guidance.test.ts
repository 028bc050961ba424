import { expect, it } from 'vitest';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { guidanceFor, sectionGuidance } from './guidance.ts';

it.each(sections.map(({ key }) => key))('loads the guidance of %s, once', async (key) => {
  expect(Object.keys(await sectionGuidance(key)).length).toBeGreaterThan(0);
  expect(sectionGuidance(key)).toBe(sectionGuidance(key));
});

it('knows a field in whichever item it stands', async () => {
  const guidance = await sectionGuidance('metrics');
  expect(guidanceFor(guidance, 'metrics.items.m1.formula')?.weak).toBe('Another, without a definition');
  expect(guidanceFor(guidance, 'metrics.items')?.good).toContain('Fraud loss');
  expect(guidanceFor(guidance, 'metrics.nothing')).toBeUndefined();
});

it('has nothing to say about a section that does not exist', async () => {
  expect(await sectionGuidance('constructor')).toEqual({});
});
