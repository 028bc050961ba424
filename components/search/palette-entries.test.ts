import { describe, expect, it } from 'vitest';
import { matchingEntries, type PaletteEntry } from './palette-entries.ts';

const target = { kind: 'page', href: '/' } as const;
const entry = (group: PaletteEntry['group'], label: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  group,
  label,
  target,
  ...more,
});

const entries = [
  entry('Do', 'New project', { also: 'create start' }),
  entry('This worksheet', 'Cost of a miss', { onlyWhenAsked: true }),
  entry('This worksheet', 'Objective', { hint: 'Business objective', onlyWhenAsked: true }),
  entry('This worksheet', 'Who owns the objective', { onlyWhenAsked: true }),
  entry('This worksheet', 'Métrics'),
  entry('In worksheets', '… fraud costs the issuer …', { found: true, onlyWhenAsked: true }),
];

const labels = (typed: string) => matchingEntries(entries, typed).map(({ label }) => label);

describe('matchingEntries', () => {
  it('lists what is always there before anything is typed', () => {
    expect(labels('')).toEqual(['Métrics', 'New project']);
  });

  it('puts the beginning of a label before a word in it', () => {
    expect(labels('obj').slice(0, 2)).toEqual(['Objective', 'Who owns the objective']);
  });

  it('puts the group with the best match first, and what the server finds after all else', () => {
    const project = entry('Projects', 'Create', { found: true });
    const groups = matchingEntries([project, entry('Go to', 'Recreate'), ...entries], 'create').map(
      ({ group }) => group,
    );
    expect(groups).toEqual(['Go to', 'Do', 'Projects', 'In worksheets']);
    expect(
      matchingEntries([entry('This worksheet', 'Where it is read'), entry('Do', 'Read here')], 'read here')[0]?.group,
    ).toBe('Do');
  });

  it('wants every word, in any order, and looks at other words for it too', () => {
    expect(labels('miss cost')).toContain('Cost of a miss');
    expect(labels('create')).toContain('New project');
    expect(labels('business objective')).toContain('Objective');
    expect(labels('miss nothing')).toEqual(['… fraud costs the issuer …']);
  });

  it('minds neither case nor accents', () => {
    expect(labels('METRICS')).toContain('Métrics');
  });

  it('shows eight of a group at most', () => {
    const many = Array.from({ length: 20 }, (_, at) => entry('Projects', `Project ${at}`));
    expect(matchingEntries(many, 'project')).toHaveLength(8);
  });
});
