import { describe, expect, test } from 'vitest';
import { byCause, endsOfCause } from './causes.ts';
import type { Finding } from './report.ts';

/** 'MET-01 target prevalence': a rule and the ends of what it found. */
function about(text: string): { finding: Pick<Finding, 'rule' | 'ends'> } {
  const [rule = '', ...paths] = text.split(' ');
  const ends = paths.map((path) => ({ path, label: path, shown: '', basis: 'stated' as const }));
  return { finding: { rule, ends } };
}

const groups = (...texts: string[]): string[][] =>
  byCause(texts.map(about)).map((group) =>
    group.map(({ finding }) => [finding.rule, ...finding.ends.map(({ path }) => path)].join(' ')),
  );

describe('findings of one cause', () => {
  test('are those of several rules between the same ends, in whatever order the later ones stand', () => {
    const both = ['MET-10 target now share', 'MET-04 target share now'];
    expect(groups(...both)).toEqual([both]);
  });

  test('are those of one rule that fires once an item on the same end', () => {
    const both = ['IMB-10 capacity m1', 'IMB-10 capacity m2'];
    expect(groups(...both)).toEqual([both]);
  });

  test('are not those of two rules that share one end and differ in the other', () => {
    expect(groups('MET-04 target share', 'MET-11 target size')).toEqual([
      ['MET-04 target share'],
      ['MET-11 target size'],
    ]);
  });

  test('are not those that would be mended at different ends', () => {
    expect(groups('MET-04 m1 share', 'MET-04 m2 share', 'MET-05 share m1')).toHaveLength(3);
  });

  test('are not those that name no end at all', () => {
    expect(groups('A', 'A')).toEqual([['A'], ['A']]);
  });

  test('stand where the first of them stands, each finding once', () => {
    expect(groups('A x y', 'B z', 'A x w', 'C x y')).toEqual([['A x y', 'A x w', 'C x y'], ['B z']]);
  });

  test('are joined by one that belongs to two groups, in the order in which they came', () => {
    expect(groups('A x y', 'B x z', 'C q', 'A x z')).toEqual([['A x y', 'B x z', 'A x z'], ['C q']]);
  });
});

test('a group has each end once, the shared one first', () => {
  const group = ['A x y', 'A x z', 'B x y'].map(about);
  expect(endsOfCause(group).map(({ path }) => path)).toEqual(['x', 'y', 'z']);
});
