import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sectionGuidance } from '#lib/domain/worksheets/guidance/all-guidance.ts';

const page = readFileSync(new URL('../../docs/question-coverage.md', import.meta.url), 'utf8');

/** Templates, and how many questions or parts each is published with, where that is a number. */
const templates: readonly { readonly name: string; readonly atLeast: number }[] = [
  { name: 'ML design document', atLeast: 7 },
  { name: 'Machine Learning Canvas', atLeast: 10 },
  { name: 'Problem framing', atLeast: 1 },
  { name: 'Model card', atLeast: 4 },
  { name: 'Datasheets for Datasets', atLeast: 7 },
  { name: 'Data Cards Playbook', atLeast: 1 },
  { name: 'ML Test Score', atLeast: 28 },
  { name: 'Responsible-AI impact assessment', atLeast: 5 },
  { name: 'Machine learning lens', atLeast: 1 },
  { name: 'Reviews of ML system designs', atLeast: 1 },
];

const parts = page.split(/^## /m).slice(1);

interface Row {
  readonly question: string;
  readonly fields: readonly string[];
}

function rowsOf(part: string): Row[] {
  return part
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| question') && !line.startsWith('| -'))
    .map((line) => {
      const [, question = '', fields = ''] = line.split('|').map((cell) => cell.trim());
      return { question, fields: Array.from(fields.matchAll(/`([^`]+)`/g), ([, key = '']) => key) };
    });
}

/** Guidance is there for every field and for nothing else, which a test of its own holds. */
function isField(key: string): boolean {
  const [section = '', ...within] = key.split('.');
  return Object.hasOwn(sectionGuidance(section), within.join('.'));
}

describe('the questions of public templates', () => {
  it('come from every template that the product promises to hold', () => {
    expect(parts.map((part) => templates.findIndex(({ name }) => part.startsWith(name)))).toEqual(
      templates.map((_, index) => index),
    );
  });

  it.each(templates)('$name: every question has a field, and every field exists', ({ name, atLeast }) => {
    const rows = rowsOf(parts.find((part) => part.startsWith(name)) ?? '');
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(rows.filter(({ fields }) => fields.length === 0)).toEqual([]);
    expect(rows.flatMap(({ fields }) => fields).filter((key) => !isField(key))).toEqual([]);
  });
});
