import { describe, expect, it } from 'vitest';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { isQuantity, type Field, type Fields } from '#lib/domain/worksheets/definition.ts';
import { readQuantity } from '#lib/domain/worksheets/read-quantity.ts';
import { guidanceAt, sectionGuidance } from './all-guidance.ts';

/** Something, and without shouting. */
const sentence: unknown = expect.stringMatching(/^[^!]*\S[^!]*$/);

interface Known {
  readonly key: string;
  readonly field: Field;
}

function fieldsOf(fields: Fields, at: string): Known[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const key = at === '' ? name : `${at}.${name}`;
    const inner = field.kind === 'list' || field.kind === 'group' ? fieldsOf(field.fields, key) : [];
    return [{ key, field }, ...inner];
  });
}

describe.each(sections.map((section) => [section.key, section] as const))('%s', (key, section) => {
  const known = fieldsOf(section.fields, '');
  const guidance = sectionGuidance(key);

  it('has guidance for every field and for nothing else', () => {
    expect(Object.keys(guidance).toSorted((a, b) => a.localeCompare(b))).toEqual(
      known.map((field) => field.key).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('says something in each part', () => {
    for (const [field, parts] of Object.entries(guidance)) {
      const { why, how, good, weak, source } = parts;
      for (const said of [why, how, good, weak, source]) expect({ field, said }).toEqual({ field, said: sentence });
      expect({ field, why }).toEqual({ field, why: expect.stringMatching(/[.?]$/) });
      expect({ field, how }).toEqual({ field, how: expect.stringMatching(/[.?…]$/) });
      expect(good).not.toBe(weak);
    }
  });

  it('gives good examples that the fields can read', () => {
    for (const { key: field, field: definition } of known) {
      if (!isQuantity(definition)) continue;
      const example = guidance[field]?.good.split(/[:,](?= )| for | from /)[0] ?? '';
      const { ok } = readQuantity(definition, example, { currency: 'EUR' });
      expect({ field, example, ok }).toEqual({ field, example, ok: true });
    }
  });
});

it('finds guidance by the path of any item', () => {
  expect(guidanceAt('metrics.items.m7.targetValue')).toBe(sectionGuidance('metrics')['items.targetValue']);
  expect(guidanceAt('metrics.items.m7')).toBe(sectionGuidance('metrics')['items']);
  expect(guidanceAt('metrics')).toBeUndefined();
  expect(guidanceAt('nowhere.at')).toBeUndefined();
});
