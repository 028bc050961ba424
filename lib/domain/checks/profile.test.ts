import { expect, test } from 'vitest';
import { defaultProfile, profileProblems, readProfile, thresholds } from './profile.ts';

test('known bounds in range are taken, all others stay', () => {
  const profile = readProfile({ 'MET-01.rare': 0.1, 'IMB-06.examples': -1, 'MET-06.rare': '0.5', 'MET-99.x': 1 });
  expect(profile).toEqual({ ...defaultProfile, 'MET-01.rare': 0.1 });
  expect(readProfile(undefined)).toEqual(defaultProfile);
});

test('what does not count is said, with the nearest name', () => {
  expect(profileProblems({ 'MET-01.rare': 0.1 })).toEqual([]);
  expect(profileProblems({ 'MET-01.rar': 0.1, 'MET-06.rare': 7 })).toEqual([
    { key: 'MET-01.rar', problem: 'MET-01.rar is not a bound of any rule. Did you mean MET-01.rare?' },
    { key: 'MET-06.rare', problem: 'MET-06.rare must be a number from 0 to 1.' },
  ]);
});

test('every default lies in its range', () => {
  for (const [key, value] of Object.entries(defaultProfile)) {
    const threshold = Object.entries(thresholds).find(([name]) => name === key)?.[1];
    expect(value).toBeLessThanOrEqual(threshold?.max ?? -1);
  }
});
