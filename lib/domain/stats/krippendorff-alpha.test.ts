import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profilesOf, referenceRatings } from '#test/agreement-tables.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { type AlphaScale, krippendorffAlpha } from './krippendorff-alpha.ts';
import type { RatingProfile } from './rating-profile.ts';

const kinds = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
type Kind = (typeof kinds)[number];

function scaleOf(kind: Kind, values: readonly number[]): AlphaScale {
  return kind === 'nominal' || kind === 'ordinal' ? { kind } : { kind, values };
}

function unitsIn(fileName: string): number[][] {
  const units = new Map<string, number[]>();
  for (const { item, label } of referenceRatings(fileName)) {
    units.set(item, [...(units.get(item) ?? []), Number(label)]);
  }
  return [...units.values()];
}

function alpha(units: readonly (readonly number[])[], kind: Kind): number | null {
  const values = [...new Set(units.flat())].toSorted((one, other) => one - other);
  const counts = units.map((unit) => values.map((value) => unit.filter((label) => label === value).length));
  return krippendorffAlpha(profilesOf(counts), scaleOf(kind, values));
}

// Published .743 .815 .849 .797 and .691 .811; all digits by R irr 0.84.1 and an independent program, which agree.
test.each<[string, Kind, number]>([
  ['krippendorff2011_12units_4observers.csv', 'nominal', 0.743421052631579],
  ['krippendorff2011_12units_4observers.csv', 'ordinal', 0.8153875037548813],
  ['krippendorff2011_12units_4observers.csv', 'interval', 0.8491071428571428],
  ['krippendorff2011_12units_4observers.csv', 'ratio', 0.797402774711612],
  ['krippendorff_wikipedia_15units_3coders.csv', 'nominal', 0.691358024691358],
  ['krippendorff_wikipedia_15units_3coders.csv', 'ordinal', 0.8067214199413152],
  ['krippendorff_wikipedia_15units_3coders.csv', 'interval', 0.8108448928121059],
  ['krippendorff_wikipedia_15units_3coders.csv', 'ratio', 0.8089436707842471],
])('published: %s, %s', (fileName, kind, expected) => {
  expect(relativeDifference(alpha(unitsIn(fileName), kind) ?? Number.NaN, expected)).toBeLessThan(1e-12);
});

test('NLTK: −1/3 for three coders, and a single rating changes nothing', () => {
  const units = [[1, 0, 0], [1, 0], [0]];
  expect(relativeDifference(alpha(units, 'nominal') ?? Number.NaN, -1 / 3)).toBeLessThan(1e-12);
  expect(alpha(units.slice(0, 2), 'nominal')).toBe(alpha(units, 'nominal'));
});

test('fast-krippendorff: zeros agree on the scale of ratios', () => {
  expect(
    alpha(
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      'ratio',
    ),
  ).toBe(1);
});

test('what is not defined is null', () => {
  expect(
    alpha(
      [
        [1, 1],
        [1, 1, 1],
      ],
      'nominal',
    ),
  ).toBeNull();
  expect(alpha([[1], [2]], 'nominal')).toBeNull();
});

/** The definition word by word: ordered pairs within units over ordered pairs of all, by the distance of values. */
function byDefinition(units: readonly (readonly number[])[], kind: Kind): number | null {
  const pairable = units.filter((unit) => unit.length > 1);
  const all = pairable.flat();
  const distance = (one: number, other: number): number => {
    if (kind === 'nominal') return one === other ? 0 : 1;
    if (kind === 'interval') return (one - other) ** 2;
    if (kind === 'ratio') return one === other ? 0 : ((one - other) / (one + other)) ** 2;
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    const between = all.filter((value) => value >= low && value <= high).length;
    const ends = all.filter((value) => value === low).length + all.filter((value) => value === high).length;
    return one === other ? 0 : (between - ends / 2) ** 2;
  };
  const pairs = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + values.reduce((inner, other) => inner + distance(one, other), 0), 0);
  const observed = pairable.reduce((sum, unit) => sum + pairs(unit) / (unit.length - 1), 0) / all.length;
  const expected = pairs(all) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

const units = fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 20,
});

test('is what the definition says, on every scale', () => {
  fc.assert(
    fc.property(units, fc.constantFrom(...kinds), (rated, kind) => {
      const [actual, expected] = [alpha(rated, kind), byDefinition(rated, kind)];
      if (expected === null) expect(actual).toBeNull();
      else expect(actual).toBeCloseTo(expected, 10);
    }),
  );
});

test('the order of items, and items counted by their profile, change nothing', () => {
  fc.assert(
    fc.property(units, fc.constantFrom(...kinds), (rated, kind) => {
      const once = alpha(rated, kind);
      const reversed = alpha(rated.toReversed(), kind);
      if (once === null) {
        expect(reversed).toBeNull();
        return;
      }
      expect(reversed).toBeCloseTo(once, 10);
      const values = [0, 1, 2, 3, 4, 5];
      const counts = rated.map((unit) => values.map((value) => unit.filter((label) => label === value).length));
      const thrice: RatingProfile[] = profilesOf(counts).map((profile) => ({ ...profile, items: 3 }));
      const repeated = profilesOf([...counts, ...counts, ...counts]);
      const scale = scaleOf(kind, values);
      expect(krippendorffAlpha(thrice, scale)).toBeCloseTo(krippendorffAlpha(repeated, scale) ?? Number.NaN, 10);
      expect(
        krippendorffAlpha(
          profilesOf(counts),
          scale,
          counts.map(() => 3),
        ),
      ).toBe(krippendorffAlpha(thrice, scale));
    }),
  );
});
