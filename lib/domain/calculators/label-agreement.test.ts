import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceCells, referenceCounts, referenceRatings } from '#test/agreement-tables.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { calculatorById } from './all-calculators.ts';
import { labelAgreementContract } from './label-agreement-contract.ts';
import { labelAgreement } from './label-agreement.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof labelAgreement.compute>;
const run = (input: object): Result => labelAgreement.compute(labelAgreementContract.input.parse(input));
const quick = { bootstrap: { resamples: 100 } };

/** A cross table as ratings of two annotators. */
function ratingsOfTable(fileName: string): { item: number; annotator: string; label: number }[] {
  const pairs = referenceCells(fileName).cells.flatMap(({ first, second, items }) =>
    Array.from({ length: items }, () => [first, second] as const),
  );
  return pairs.flatMap(([first, second], item) => [
    { item, annotator: 'rater1', label: first },
    { item, annotator: 'rater2', label: second },
  ]);
}

const close = (actual: number | null | undefined, expected: number, bound: number): void =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(bound);

test('four observers, twelve units, missing labels: what R irrCAC and Krippendorff published', () => {
  const ratings = referenceRatings('krippendorff2011_12units_4observers.csv');
  const result = run({ ratings, scale: 'interval', ...quick });
  expect(result).toMatchObject({ items: 12, pairableItems: 11, annotators: 4, ratings: 41 });
  expect(result.categories).toEqual(['1', '2', '3', '4', '5']);
  close(result.krippendorffAlpha, 0.8491071428571428, 1e-12);
  close(run({ ratings, ...quick }).krippendorffAlpha, 0.743421052631579, 1e-12);
  close(result.percentAgreement, 0.8181818, 5e-8);
  close(result.gwetAc1, 0.77544, 5e-6);
  close(result.standardErrors.gwetAc1, 0.14295, 5e-6);
  close(result.fleissKappa, 0.76117, 5e-6);
  close(result.brennanPrediger, 0.77273, 5e-6);
  close(result.gwetAc2.linear, 0.85874, 5e-6);
  close(result.gwetAc2.quadratic, 0.914, 5e-6);
  // The vignette of irrCAC prints the intervals (.461, 1), (.424, 1) and (.454, 1).
  close(result.standardErrors.fleissKappa, 0.15302, 5e-6);
  close(result.standardErrors.brennanPrediger, 0.14472, 5e-6);
  close(result.intervals.gwetAc1?.[0], 0.461, 5e-4);
  close(result.intervals.fleissKappa?.[0], 0.424, 5e-4);
  close(result.intervals.brennanPrediger?.[0], 0.454, 5e-4);
  expect(result.intervals.gwetAc1?.[1]).toBe(1);
  expect(result.cohenKappa).toBeNull();
  expect(result.notes.join(' ')).toMatch(/1 item has a single label.*Fleiss’ kappa is the generalised form/);
});

test('SAS, two raters: kappa .4842 from .2137 to .7547, linear .4701', () => {
  const result = run({ ratings: ratingsOfTable('sas_agree_3x3.csv'), scale: 'ordinal', ...quick });
  close(result.cohenKappa, 0.4842, 5e-5);
  close(result.standardErrors.cohenKappa, 0.138, 5e-5);
  close(result.intervals.cohenKappa?.[0], 0.2137, 5e-5);
  close(result.intervals.cohenKappa?.[1], 0.7547, 5e-5);
  close(result.weightedKappa.linear, 0.4701, 5e-5);
  close(result.weightedKappa.quadratic, 0.4501607717041799, 1e-12);
  close(result.scottPi, 0.45323741007194235, 1e-12);
  expect(result.pairwise).toMatchObject([{ a: 'rater1', b: 'rater2', items: 19, cohenKappa: result.cohenKappa }]);
  close(result.pairwise?.[0]?.percentAgreement, result.percentAgreement, 1e-12);
});

test('Artstein and Poesio: pi .79953, kappa .8013, S .82', () => {
  const result = run({ ratings: ratingsOfTable('artstein_poesio_table4_dialog_acts.csv'), ...quick });
  close(result.scottPi, 0.7995322418977615, 1e-12);
  close(result.cohenKappa, 0.8013245033112583, 1e-12);
  close(result.brennanPrediger, 0.82, 1e-12);
  expect(result.weightedKappa).toEqual({ linear: null, quadratic: null });
  expect(result.notes.join(' ')).toContain('they need categories in an order');
});

test('Fleiss 1971 from counts: .430, and .245 .245 .520 .471 .566 by category', () => {
  const counts = referenceCounts('fleiss1971_30subjects_5categories_counts.csv');
  const result = run({ counts, ...quick });
  expect(relativeDifference(result.fleissKappa ?? 0, 0.43024452006014074)).toBeLessThan(1e-12);
  const kappas = new Map(result.perCategory?.map(({ category, fleissKappa }) => [category, fleissKappa]));
  const published = {
    depression: 0.245,
    personality_disorder: 0.245,
    schizophrenia: 0.52,
    neurosis: 0.471,
    other: 0.566,
  };
  for (const [category, kappa] of Object.entries(published)) close(kappas.get(category), kappa, 5.0001e-4);
  expect(result.annotators).toBeNull();
  expect(result.pairwise).toBeNull();
  expect(result.notes.join(' ')).toContain('Counts do not tell the annotators apart');
});

test('specific agreement, pairs and the hardest items, by hand', () => {
  const counts = [
    { item: 'a', counts: { yes: 2, no: 0 } },
    { item: 'b', counts: { yes: 1, no: 1 } },
    { item: 'c', counts: { yes: 0, no: 3 } },
    { item: 'd', counts: { yes: 1, no: 2 } },
  ];
  const result = run({ counts, categories: ['yes', 'no'], ...quick });
  // Yes: 2 of the 2 + 1 + 2 ordered pairs that begin with it; no: 6 + 2 of 1 + 6 + 4.
  expect(result.perCategory?.map(({ ratings, specificAgreement }) => [ratings, specificAgreement])).toEqual([
    [4, 2 / 5],
    [6, 8 / 11],
  ]);
  expect(result.labelPairs).toEqual([
    [2, 3],
    [3, 8],
  ]);
  expect(result.hardestItems).toEqual([
    { item: 'b', agreement: 0, counts: { yes: 1, no: 1 } },
    { item: 'd', agreement: 1 / 3, counts: { yes: 1, no: 2 } },
  ]);
});

test('declared categories count although nobody chose them', () => {
  const ratings = ratingsOfTable('artstein_poesio_2x2.csv');
  const seen = run({ ratings, ...quick });
  const declared = run({ ratings, categories: [0, 1, 2], ...quick });
  expect(declared.cohenKappa).toBe(seen.cohenKappa);
  expect(declared.brennanPrediger).toBeGreaterThan(seen.brennanPrediger ?? 1);
  close(seen.gwetAc1, 0.4495412844036697, 1e-12);
});

test('counts and ratings say the same', () => {
  const label = fc.constantFrom('a', 'b', 'c', null);
  const table = fc.array(fc.array(label, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 15 });
  fc.assert(
    fc.property(table, (rows) => {
      fc.pre(rows.some((row) => row.filter((each) => each !== null).length > 1));
      const categories = ['a', 'b', 'c'];
      const ratings = rows.flatMap((row, item) => row.map((each, annotator) => ({ item, annotator, label: each })));
      const counts = rows.map((row, item) => ({
        item,
        counts: Object.fromEntries(categories.map((name) => [name, row.filter((each) => each === name).length])),
      }));
      const [one, other] = [run({ ratings, categories, ...quick }), run({ counts, categories, ...quick })];
      expect(other.items).toBe(one.items);
      expect(other.dropped.items).toBe(one.dropped.items);
      for (const key of ['krippendorffAlpha', 'alphaInterval', 'fleissKappa', 'gwetAc1', 'hardestItems'] as const) {
        expect(other[key]).toEqual(one[key]);
      }
    }),
    { numRuns: 40 },
  );
});

test('renaming annotators and shuffling rows changes nothing; numbers and their texts are one label', () => {
  const ratings = referenceRatings('krippendorff_wikipedia_15units_3coders.csv');
  const once = run({ ratings, scale: 'ratio', ...quick });
  const other = run({
    ratings: ratings
      .toReversed()
      .map(({ item, annotator, label }) => ({ item, annotator: `${annotator}!`, label: Number(label) })),
    scale: 'ratio',
    ...quick,
  });
  close(once.krippendorffAlpha, 0.8089436707842471, 1e-12);
  close(other.krippendorffAlpha, once.krippendorffAlpha ?? 0, 1e-12);
  expect(other.categories).toEqual(once.categories);
});

test('the bootstrap is settled by its seed', () => {
  const ratings = referenceRatings('krippendorff2011_12units_4observers.csv');
  const interval = (seed: number) => run({ ratings, bootstrap: { seed } }).alphaInterval;
  expect(interval(1)).toEqual(interval(1));
  expect(interval(1)).not.toEqual(interval(2));
});

test('an interval from many items in dispute comes without a warning', () => {
  const counts = Array.from({ length: 60 }, (_, item) => ({
    item,
    counts: item < 12 ? { a: 1, b: 1 } : item % 2 === 0 ? { a: 2 } : { b: 2 },
  }));
  expect(run({ counts, ...quick }).notes.join(' ')).not.toContain('less often than it says');
});

test('an interval that would take too long is left out with the way out', () => {
  const counts = Array.from({ length: 1000 }, (_, item) => ({ item, counts: { [item]: 1, [item + 0.5]: 1 } }));
  const result = run({ counts, scale: 'ratio' });
  expect(result.krippendorffAlpha).toBeGreaterThan(0.9);
  expect(result.alphaInterval).toBeNull();
  expect(result.notes.join(' ')).toMatch(/alphaInterval is left out.*Round the labels/);
  expect(run({ counts, scale: 'interval', ...quick }).alphaInterval).not.toBeNull();
});

test('what is not defined is null with its reason', () => {
  const same = run({
    counts: [
      { item: 1, counts: { a: 3 } },
      { item: 2, counts: { a: 2 } },
    ],
    ...quick,
  });
  expect(same).toMatchObject({ krippendorffAlpha: null, alphaInterval: null, fleissKappa: null, percentAgreement: 1 });
  expect(same.notes.join(' ')).toMatch(/krippendorffAlpha is not defined.*fleissKappa, gwetAc1/);
  const one = run({ counts: [{ item: 1, counts: { a: 1, b: 1 } }], ...quick });
  expect(one.alphaInterval).toBeNull();
  expect(one.standardErrors.fleissKappa).toBeNull();
  expect(one.notes.join(' ')).toContain('it takes two items');
});

test('a rare label: the interval is said to promise too much, and degenerate resamples are counted', () => {
  const counts = Array.from({ length: 50 }, (_, item) => ({ item, counts: item === 0 ? { a: 1, b: 1 } : { a: 2 } }));
  const result = run({ counts, bootstrap: { resamples: 1000 } });
  expect(result.bootstrap.degenerate).toBeGreaterThan(300);
  expect(result.bootstrap.degenerate).toBeLessThan(430);
  expect(result.notes.join(' ')).toMatch(/resamples held a single label.*covers the truth less often than it says/);
});

const rating = (item: string, annotator: string, label: string | number | null) => ({ item, annotator, label });
test.each<[object, string, string]>([
  [{}, 'ratings', 'ratings is missing.'],
  [{ ratings: [], counts: [] }, 'counts', 'counts cannot be given beside ratings'],
  [{ ratings: [] }, 'ratings', 'No item has two labels'],
  [{ counts: [{ item: 1, counts: { a: 1 } }] }, 'counts', 'No item has two labels'],
  [{ ratings: [rating('7', 'A', 'x'), rating('7', 'A', 'y')] }, 'ratings', 'Item ‘7’ has two labels by annotator ‘A’.'],
  [
    {
      counts: [
        { item: 1, counts: {} },
        { item: '1', counts: {} },
      ],
    },
    'counts',
    'Item ‘1’ is counted twice.',
  ],
  [
    { ratings: [rating('7', 'A', 'low')], scale: 'ordinal' },
    'categories',
    'categories is missing: on an ordinal scale',
  ],
  [
    { ratings: [rating('7', 'A', 'low')], scale: 'interval' },
    'scale',
    'The label of item ‘7’ by annotator ‘A’ is ‘low’',
  ],
  [{ ratings: [rating('7', 'A', -1)], scale: 'ratio' }, 'scale', 'a ratio scale begins at 0'],
  [{ ratings: [rating('7', 'A', 'x')], categories: ['y'] }, 'categories', 'categories does not name ‘x’'],
  [{ ratings: [rating('7', 'A', 'x')], categories: ['x', 'x'] }, 'categories', 'categories names ‘x’ twice.'],
  [{ ratings: [{ item: '7', annotator: 'A', label: true }] }, 'ratings.0.label', 'must be text or a number'],
  [{ counts: [{ item: 1, counts: { a: 1.5 } }] }, 'counts.0.counts.a', 'must be a whole number'],
])('%j is refused at %s', (input, path, message) => {
  const attempt = () => runCalculator(calculatorById(labelAgreement.id), input);
  expect(attempt).toThrow(expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ path }) }));
  expect(attempt).toThrow(message);
});

test('says in words what it found', () => {
  const { interpretation } = runCalculator(calculatorById(labelAgreement.id), labelAgreement.example);
  expect(interpretation[0]).toBe('12 items have 41 labels by 4 annotators; 11 of them have two or more.');
  expect(interpretation[1]).toMatch(/^Two labels of the same item are equal 81\.8.% of the time\.$/);
  expect(interpretation[2]).toMatch(/^Beyond chance, Krippendorff’s alpha is 0\.743, and at 95.% confidence it lies/);
  expect(interpretation[3]).toContain('tentative conclusions only');
  const mostly = {
    counts: [
      { item: 'x', counts: { a: 1, b: 1 } },
      ...Array.from({ length: 40 }, (_, item) => ({ item, counts: { a: 2 } })),
    ],
  };
  const words = runCalculator(calculatorById(labelAgreement.id), mostly).interpretation.join(' ');
  expect(words).toMatch(/Agreement is high and alpha is low because 98\.8.% of the labels fall into one category/);
});
