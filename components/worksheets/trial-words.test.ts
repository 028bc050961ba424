import { describe, expect, it } from 'vitest';
import type { DerivedEntry } from '#lib/client/assessment.ts';
import { readExample } from '#test/example-worksheet.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { effectWords, nowWords, outcomeWords, triedWords, wouldBeWords } from './trial-words.ts';

const { findings } = runChecks(readExample('flawed').worksheet, { today: '2026-12-01', mode: 'draft' });
const some = (count: number) => findings.slice(0, count);
const number = { key: 'payback-months', now: null, tried: null };
const none = { goes: [], comes: [], changes: [], derived: [] };

it.each([
  [none, 'Nothing that is checked or derived would change.'],
  [{ ...none, goes: some(1) }, '1 finding would go.'],
  [{ ...none, comes: some(2), derived: [number] }, '2 findings would come and 1 number would change.'],
  [
    { goes: some(1), comes: some(1), changes: some(3), derived: [number, number] },
    '1 finding would go, 1 would come, 3 would read differently and 2 numbers would change.',
  ],
])('counts what would change: case %#', (outcome, words) => {
  expect(outcomeWords(outcome)).toBe(words);
});

describe('what a trial would do', () => {
  it('is said once it is known, and else why not', () => {
    expect(effectWords({ problem: null, outcome: none })).toBe(outcomeWords(none));
    expect(effectWords({ problem: '‘x’ is not a number.', outcome: null })).toMatch(/^It cannot be read yet/);
    expect(effectWords({ problem: null, outcome: null })).toMatch(/^Working out/);
    expect(effectWords({ problem: null, outcome: 'unknown' })).toMatch(/the checks do not run/);
  });

  it('has words for an empty box', () => {
    expect([triedWords(' 0.85 '), triedWords(' ')]).toEqual(['0.85', 'no value']);
  });
});

describe('a derived value', () => {
  const entry = (result: DerivedEntry['result'], waitsFor: readonly string[] = []): DerivedEntry => ({
    id: 'payback-months',
    label: 'Pays back after',
    formula: '',
    beside: ['business.buildCost'],
    result,
    waitsFor,
  });
  const value = { state: 'value', value: 3.1, shown: '3.1 months', working: '', leansOnGuess: false } as const;

  it.each([
    [entry(value), '3.1 months', 'would be 3.1 months'],
    [entry({ ...value, leansOnGuess: true }), '3.1 months, on a guess', 'would be 3.1 months, on a guess'],
    [
      entry({ state: 'waits', missing: ['a', 'b'] }, ['Cost to build', 'Gain']),
      'no number',
      'would wait for Cost to build and Gain',
    ],
    [
      entry({ state: 'undefined', reason: 'It costs too much.' }),
      'no number',
      'would be no number: It costs too much.',
    ],
    [null, 'not there', 'would not be there'],
  ])('is said as it is and as it would be: case %#', (derived, now, wouldBe) => {
    expect(nowWords(derived)).toBe(now);
    expect(wouldBeWords(derived)).toBe(wouldBe);
  });
});
