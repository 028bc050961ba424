import { describe, expect, test } from 'vitest';

import { rules } from '#lib/domain/checks/all-rules.ts';

import { familyOf, readWords } from './rule-words.ts';

describe('rules in words', () => {
  test('a field of a list, a field of a section, a section', () => {
    expect(readWords('metrics.items.targetValue')).toMatch(/^Metrics › \S/);
    expect(readWords('metrics.items')).toMatch(/^Metrics › \S/);
    expect(readWords('metrics')).toBe('Metrics');
    expect(readWords('framing.baselines.values.metric')).toBe('ML framing › Metric');
    expect(readWords('moon.phase')).toBeUndefined();
  });

  test.each(rules.map(({ id }) => id))('the family of %s has a name', (id) => {
    expect(familyOf(id)).not.toBe(id.split('-')[0]);
  });

  test.each(rules.map(({ id, reads }) => [id, reads] as const))('%s reads fields that have labels', (_, reads) => {
    expect(reads.map(readWords).filter((words) => words !== undefined && /[a-z][A-Z]/.test(words))).toEqual([]);
  });
});
