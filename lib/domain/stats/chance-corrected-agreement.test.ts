import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profilesOf, referenceCells, referenceCounts, referenceRatings } from '#test/agreement-tables.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import type { AgreementWeights } from './agreement-weights.ts';
import { type ChanceModel, chanceCorrectedAgreement } from './chance-corrected-agreement.ts';
import type { RatingProfile } from './rating-profile.ts';

const countsIn = (fileName: string): number[][] => referenceCounts(fileName).map(({ counts }) => Object.values(counts));

/** Two annotators as counts: which of them said what does not matter here. */
function fromCells(fileName: string): RatingProfile[] {
  return referenceCells(fileName).cells.map(({ first, second, items }) => ({
    items,
    cells:
      first === second
        ? [{ category: first, count: 2 }]
        : [
            { category: first, count: 1 },
            { category: second, count: 1 },
          ],
  }));
}

/** The 12 units with missing ratings, whose labels run from 1 to 5. */
function twelveUnits(): RatingProfile[] {
  const counts = new Map<string, number[]>();
  for (const { item, label } of referenceRatings('krippendorff2011_12units_4observers.csv')) {
    const row = counts.get(item) ?? [0, 0, 0, 0, 0];
    row[Number(label) - 1] = (row[Number(label) - 1] ?? 0) + 1;
    counts.set(item, row);
  }
  return profilesOf([...counts.values()]);
}

test('Fleiss 1971 published .430, Wikipedia .210; all digits by R irr', () => {
  const kappa = (fileName: string) => chanceCorrectedAgreement(profilesOf(countsIn(fileName)), 5, 'identity', 'fleiss');
  const fleiss = kappa('fleiss1971_30subjects_5categories_counts.csv');
  expect(relativeDifference(fleiss.value ?? 0, 0.43024452006014074)).toBeLessThan(1e-12);
  expect(relativeDifference(fleiss.observed, 0.5555555555555555)).toBeLessThan(1e-12);
  expect(relativeDifference(fleiss.expected, 0.21993827160493828)).toBeLessThan(1e-12);
  const wikipedia = kappa('fleiss_wikipedia_10subjects_14raters_counts.csv').value;
  expect(relativeDifference(wikipedia ?? 0, 0.20993070442195522)).toBeLessThan(1e-12);
});

// justusrandolph.net/kappa, as statsmodels' tests quote it; the last is the paradox of 99.67 % and a negative kappa.
test.each([
  [
    [
      [7, 1],
      [3, 5],
    ],
    0.161905,
    0.214286,
  ],
  [
    [
      [6, 1, 0],
      [0, 7, 0],
    ],
    0.708333,
    0.785714,
  ],
  [
    [
      [6.99, 0.01],
      [6.99, 0.01],
    ],
    -0.166667,
    0.993343,
  ],
])('Randolph: %j', (counts, fixed, free) => {
  const categories = counts[0]?.length ?? 0;
  const value = (chance: ChanceModel) =>
    chanceCorrectedAgreement(profilesOf(counts), categories, 'identity', chance).value ?? 0;
  expect(Math.abs(value('fleiss') - fixed)).toBeLessThan(5e-7);
  expect(Math.abs(value('brennan-prediger') - free)).toBeLessThan(5e-7);
});

// R irrCAC on its data set cac.raw4raters, published in its vignette; the weighted ones run with the same package.
test.each<[ChanceModel, AgreementWeights, number]>([
  ['gwet', 'identity', 0.77544],
  ['fleiss', 'identity', 0.76117],
  ['brennan-prediger', 'identity', 0.77273],
  ['gwet', 'linear', 0.85874],
  ['gwet', 'quadratic', 0.914],
])('irrCAC, with missing ratings: %s %s', (chance, weights, expected) => {
  const { value } = chanceCorrectedAgreement(twelveUnits(), 5, weights, chance);
  expect(Math.abs((value ?? 0) - expected)).toBeLessThan(5.0001e-6);
});

test('irrCAC prints the parts of AC1: .8181818, .1903212 and the standard error .14295', () => {
  const { observed, expected, standardError } = chanceCorrectedAgreement(twelveUnits(), 5, 'identity', 'gwet');
  expect(Math.abs(observed - 0.8181818)).toBeLessThan(5e-8);
  expect(Math.abs(expected - 0.1903212)).toBeLessThan(5e-8);
  expect(Math.abs((standardError ?? 0) - 0.14295)).toBeLessThan(5e-6);
});

// R irrCAC, cont3x3abstractors: Gwet's table of 100 charts.
test('two abstractors: AC1 .8493305 with standard error .04343519, pi .7962397, Brennan–Prediger .835', () => {
  const table = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ];
  const profiles = table.flatMap((row, first) =>
    row.flatMap((items, second) =>
      items === 0
        ? []
        : [{ ...profilesOf([table.map((_, k) => Number(k === first) + Number(k === second))])[0], items }],
    ),
  );
  const agreement = (chance: ChanceModel) =>
    chanceCorrectedAgreement(
      profiles.map(({ cells = [], items }) => ({ cells, items })),
      3,
      'identity',
      chance,
    );
  expect(Math.abs((agreement('gwet').value ?? 0) - 0.8493305)).toBeLessThan(5e-8);
  expect(Math.abs((agreement('gwet').standardError ?? 0) - 0.04343519)).toBeLessThan(5e-9);
  expect(Math.abs((agreement('fleiss').value ?? 0) - 0.7962397)).toBeLessThan(5e-8);
  expect(Math.abs((agreement('brennan-prediger').value ?? 0) - 0.835)).toBeLessThan(1e-12);
});

// Scott's pi, AC1/AC2 and Brennan–Prediger of two-annotator tables: published .79953 and .82 (NLTK), the rest recomputed.
test.each<[string, AgreementWeights, number, number, number]>([
  ['artstein_poesio_table4_dialog_acts.csv', 'identity', 0.7995322418977615, 0.828742685885543, 0.82],
  ['artstein_poesio_table4_dialog_acts.csv', 'linear', 0.8347107438016528, 0.8802793481875623, 0.865],
  ['artstein_poesio_table4_dialog_acts.csv', 'quadratic', 0.8776508972267536, 0.9252615844544095, 0.91],
  ['sas_agree_3x3.csv', 'identity', 0.45323741007194235, 0.5559883154819862, 0.5263157894736841],
  ['sas_agree_3x3.csv', 'linear', 0.44234800838574406, 0.6448598130841119, 0.5855263157894733],
  ['sas_agree_3x3.csv', 'quadratic', 0.42713567839196026, 0.7196721311475409, 0.644736842105263],
  ['cohen1968_3x3_proportions.csv', 'quadratic', 0.4444444444444448, 0.6385542168674702, 0.5500000000000003],
])('%s, %s', (fileName, weights, pi, gwet, brennan) => {
  const value = (chance: ChanceModel) =>
    chanceCorrectedAgreement(fromCells(fileName), 3, weights, chance).value ?? Number.NaN;
  expect(relativeDifference(value('fleiss'), pi)).toBeLessThan(1e-12);
  expect(relativeDifference(value('gwet'), gwet)).toBeLessThan(1e-12);
  expect(relativeDifference(value('brennan-prediger'), brennan)).toBeLessThan(1e-12);
});

test('a category that nobody used moves AC1 and Brennan–Prediger, not Fleiss’ kappa', () => {
  const profiles = profilesOf([
    [2, 1],
    [0, 3],
    [3, 0],
  ]);
  const value = (categories: number, chance: ChanceModel) =>
    chanceCorrectedAgreement(profiles, categories, 'identity', chance).value ?? 0;
  expect(value(3, 'fleiss')).toBe(value(2, 'fleiss'));
  expect(value(3, 'gwet')).toBeGreaterThan(value(2, 'gwet'));
  expect(value(3, 'brennan-prediger')).toBeGreaterThan(value(2, 'brennan-prediger'));
});

test('what is not defined is null, and what cannot be computed is refused', () => {
  const same = profilesOf([
    [3, 0],
    [2, 0],
  ]);
  expect(chanceCorrectedAgreement(same, 2, 'identity', 'fleiss').value).toBeNull();
  expect(chanceCorrectedAgreement(same, 2, 'identity', 'gwet').value).toBe(1);
  expect(chanceCorrectedAgreement(profilesOf([[3]]), 1, 'identity', 'gwet').value).toBeNull();
  expect(chanceCorrectedAgreement(profilesOf([[2, 1]]), 2, 'identity', 'gwet').standardError).toBeNull();
  expect(() => chanceCorrectedAgreement(profilesOf([[1, 0]]), 2, 'identity', 'gwet')).toThrow(RangeError);
});

test('is 1 when all agree, and counting items by their profile changes nothing', () => {
  const counts = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), { minLength: 2 });
  const chance = fc.constantFrom<ChanceModel[]>('fleiss', 'gwet', 'brennan-prediger');
  fc.assert(
    fc.property(counts, chance, (rows, model) => {
      const rated = rows.filter((row) => row.reduce((sum, count) => sum + count, 0) > 0);
      fc.pre(rated.some((row) => row.reduce((sum, count) => sum + count, 0) > 1));
      const once = chanceCorrectedAgreement(profilesOf([...rated, ...rated]), 3, 'linear', model);
      const counted = profilesOf(rated).map((profile) => ({ ...profile, items: 2 }));
      const twice = chanceCorrectedAgreement(counted, 3, 'linear', model);
      expect(twice.value ?? 9).toBeCloseTo(once.value ?? 9, 9);
      expect(twice.standardError ?? 9).toBeCloseTo(once.standardError ?? 9, 7);
      expect(once.value ?? 0).toBeLessThanOrEqual(1 + 1e-9);
      if (once.observed === 1 && once.value !== null) expect(once.value).toBeCloseTo(1, 9);
    }),
  );
});
