import { describe, expect, expectTypeOf, it } from 'vitest';
import { sections, type Worksheet } from './all-sections.ts';
import type { Answer } from './answers.ts';
import { comparisons, type Condition } from './conditions.ts';
import type { Field, Fields } from './definition.ts';
import { fieldAtPath, parentPath } from './paths.ts';
import { readWorksheet } from './read-worksheet.ts';
import { referenceTargets } from './reference-targets.ts';

interface Defined {
  readonly path: string;
  readonly field: Field;
}

/** Every field once, items of lists under the id 'x'. */
function everyField(fields: Fields, at: string): Defined[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const path = `${at}.${key}`;
    if (field.kind === 'group') return [{ path, field }, ...everyField(field.fields, path)];
    if (field.kind === 'list') return [{ path, field }, ...everyField(field.fields, `${path}.x`)];
    return [{ path, field }];
  });
}

const all = sections.flatMap((section) => everyField(section.fields, section.key));

describe('the definition', () => {
  it('gives every field an address that leads back to it', () => {
    expect(all.length).toBeGreaterThan(120);
    for (const { path, field } of all) expect(fieldAtPath(path)).toBe(field);
  });

  it('compares in conditions only with answers that exist', () => {
    const conditions: { path: string; condition: Condition }[] = [
      ...sections.flatMap((s) => (s.appliesWhen ? [{ path: s.key, condition: s.appliesWhen }] : [])),
      ...all.flatMap(({ path, field }) => (field.appliesWhen ? [{ path, condition: field.appliesWhen }] : [])),
    ];
    expect(conditions.length).toBeGreaterThan(20);
    for (const { path, condition } of conditions) {
      for (const compared of comparisons(condition)) {
        const at = compared.path.startsWith('./') ? `${parentPath(path)}.${compared.path.slice(2)}` : compared.path;
        const field = fieldAtPath(at);
        const possible: (string | boolean)[] =
          field?.kind === 'choice' || field?.kind === 'choices'
            ? Object.keys(field.options)
            : field?.kind === 'yes-no'
              ? [true, false]
              : [];
        const impossible = compared.values.filter((value) => !possible.includes(value));
        expect({ path, at, impossible }).toEqual({ path, at, impossible: [] });
      }
    }
  });

  it('writes keys in camelCase and answers in kebab-case', () => {
    for (const { path, field } of all) {
      expect(path.split('.').at(-1)).toMatch(/^[a-z][a-zA-Z0-9]*$/);
      if (field.kind !== 'choice' && field.kind !== 'choices') continue;
      for (const option of Object.keys(field.options))
        expect(option).toMatch(/^([a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z]{3})$/);
      expect(Object.keys(field.options)).not.toContain('unknown');
    }
  });

  it('keeps the names that answers are told apart by free', () => {
    for (const { path, field } of all) {
      expect(path.split('.').at(-1)).not.toMatch(/^(id|state|unknown|notApplicable|unreadable)$/);
      if (field.kind === 'list') expect(Object.keys(field.fields)).toContain(field.nameField);
    }
  });

  it('summarises lists in at most six columns that exist', () => {
    for (const { field } of all) {
      if (field.kind !== 'list') continue;
      expect(field.summary.length).toBeLessThanOrEqual(6);
      expect(Object.keys(field.fields)).toEqual(expect.arrayContaining([...field.summary]));
    }
  });

  it('points references at lists, where their section is defined', () => {
    const targets = Object.values(referenceTargets);
    const defined = targets.filter(({ list }) => sections.some(({ key }) => list.startsWith(`${key}.`)));
    expect(defined.map(({ list }) => [list, fieldAtPath(list)?.kind])).toEqual(
      defined.map(({ list }) => [list, 'list']),
    );
    const single = targets.flatMap((target) => ('field' in target ? [target.field] : []));
    expect(single.filter((path) => fieldAtPath(path) === undefined)).toEqual([]);
  });

  it('infers the types of answers', () => {
    const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'T', sections: {} });
    expect(worksheet.business.objective).toEqual({ state: 'blank' });
    expectTypeOf<Worksheet['business']['objective']>().toEqualTypeOf<Answer<string>>();
    expectTypeOf<Worksheet['imbalance']['costMatrix']['fp']>().toEqualTypeOf<Answer<number>>();
    expectTypeOf<Worksheet['framing']['targetIsProxy']>().toEqualTypeOf<Answer<boolean>>();
    expectTypeOf<Worksheet['metrics']['items'][number]['direction']>().toEqualTypeOf<
      Answer<'up' | 'down' | 'in-range'>
    >();
    expectTypeOf<Worksheet['framing']['baselines'][number]['values'][number]['metric']>().toEqualTypeOf<
      Answer<string>
    >();
    expectTypeOf<Worksheet['overview']['approverRoles']>().toEqualTypeOf<
      Answer<readonly ('product' | 'ml' | 'data' | 'infra' | 'legal' | 'domain')[]>
    >();
  });
});
