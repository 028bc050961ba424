import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import { parseFile, writeFile } from './file.ts';
import { jsonSchema } from './json-schema.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(jsonSchema());

function problemsOf(file: unknown): string[] {
  return validate(file) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

const example = readFileSync(new URL('../../../examples/card-fraud/worksheet.yaml', import.meta.url), 'utf8');

describe('the published schema', { timeout: 60_000 }, () => {
  it('accepts the example', () => {
    const { draft } = parseFile(example, 'yaml');
    expect(problemsOf(JSON.parse(writeFile(draft, 'json')))).toEqual([]);
  });

  it('accepts every draft that the writer writes', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(problemsOf(JSON.parse(writeFile(draft, 'json')))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['an unknown key', { business: { objectiv: 'x' } }],
    ['an unknown section', { bussiness: {} }],
    ['an unknown answer', { framing: { taskType: 'binry' } }],
    ['a bare percentage', { imbalance: { prevalenceTest: 0.2 } }],
    ['a bare duration', { framing: { horizon: 90 } }],
    ['an item without id', { metrics: { items: [{ name: 'x' }] } }],
    ['too many items', { overview: { inScope: Array.from({ length: 501 }, (_, i) => ({ id: `p${i}`, text: 'x' })) } }],
  ])('refuses %s', (_, sections) => {
    expect(problemsOf({ format: 'plumbline/v1', title: 'T', sections })).not.toEqual([]);
  });

  it('explains fields where an editor shows it', () => {
    const text = JSON.stringify(jsonSchema());
    expect(text).toContain('A model metric matters only if it moves a business one.');
    expect(text).toContain('Applies when framing.taskType is binary or multiclass or multilabel.');
    expect(text).toContain(
      'Applies when framing.taskType is survival, or (framing.taskType is binary and framing.timeDependent is yes).',
    );
    expect(text).toContain('Applies when ./direction is not in-range.');
    expect(text).toContain('PR AUC (average precision)');
  });
});
