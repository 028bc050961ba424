import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceCells } from '#test/agreement-tables.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import type { AgreementWeights } from './agreement-weights.ts';
import { cohenKappa } from './cohen-kappa.ts';

// Published .348, .8013, .4842 and weighted .4701 (SAS), .43, .492; all digits recomputed by an independent program.
test.each<[string, AgreementWeights, number]>([
  ['artstein_poesio_2x2.csv', 'identity', 0.3478260869565216],
  ['artstein_poesio_table4_dialog_acts.csv', 'identity', 0.8013245033112583],
  ['artstein_poesio_table4_dialog_acts.csv', 'linear', 0.8355263157894736],
  ['artstein_poesio_table4_dialog_acts.csv', 'quadratic', 0.8776508972267536],
  ['sas_agree_3x3.csv', 'identity', 0.4841628959276017],
  ['sas_agree_3x3.csv', 'linear', 0.4701195219123504],
  ['sas_agree_3x3.csv', 'quadratic', 0.4501607717041799],
  ['fleiss_cohen_everitt_1969_3x3.csv', 'identity', 0.4285714285714286],
  ['fleiss_cohen_everitt_1969_3x3.csv', 'linear', 0.4923076923076926],
  ['fleiss_cohen_everitt_1969_3x3.csv', 'quadratic', 0.566666666666667],
  ['cohen1968_3x3_proportions.csv', 'identity', 0.49152542372881347],
  ['cohen1968_3x3_proportions.csv', 'linear', 0.47368421052631576],
  ['cohen1968_3x3_proportions.csv', 'quadratic', 0.4545454545454547],
])('%s, %s', (fileName, weights, expected) => {
  const { cells, categories } = referenceCells(fileName);
  expect(relativeDifference(cohenKappa(cells, categories, weights).value ?? Number.NaN, expected)).toBeLessThan(1e-12);
});

test('SAS prints the standard errors .1380 and, linear, .1457', () => {
  const { cells, categories } = referenceCells('sas_agree_3x3.csv');
  const errorOf = (weights: AgreementWeights) => cohenKappa(cells, categories, weights).standardError ?? 0;
  expect(Math.abs(errorOf('identity') - 0.138)).toBeLessThan(5e-5);
  expect(Math.abs(errorOf('linear') - 0.1457)).toBeLessThan(5e-5);
});

test('where chance alone agrees always nothing is defined', () => {
  expect(cohenKappa([{ first: 1, second: 1, items: 9 }], 2, 'identity')).toMatchObject({
    observed: 1,
    expected: 1,
    value: null,
    standardError: null,
  });
  expect(() => cohenKappa([], 2, 'identity')).toThrow(RangeError);
});

test('swapping the annotators or turning the order round changes nothing; two categories know no weights', () => {
  const cells = fc.array(
    fc.record({
      first: fc.integer({ min: 0, max: 3 }),
      second: fc.integer({ min: 0, max: 3 }),
      items: fc.integer({ min: 1, max: 50 }),
    }),
    { minLength: 1 },
  );
  const weights = fc.constantFrom<AgreementWeights[]>('identity', 'linear', 'quadratic');
  fc.assert(
    fc.property(cells, weights, (table, kind) => {
      const once = cohenKappa(table, 4, kind);
      const swapped = cohenKappa(
        table.map(({ first, second, items }) => ({ first: 3 - second, second: 3 - first, items })),
        4,
        kind,
      );
      if (once.value === null) {
        expect(swapped.value).toBeNull();
        return;
      }
      expect(swapped.value).toBeCloseTo(once.value, 9);
      expect(swapped.standardError).toBeCloseTo(once.standardError ?? 0, 7);
      expect(once.value).toBeLessThanOrEqual(1 + 1e-12);
      const two = table.map(({ first, second, items }) => ({ first: first % 2, second: second % 2, items }));
      const plain = cohenKappa(two, 2, 'identity').value;
      if (plain !== null) expect(cohenKappa(two, 2, kind).value).toBeCloseTo(plain, 9);
    }),
  );
});
