import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { sectionWords } from '#test/section-words.ts';

const words = (labels: JsonObject): string =>
  sectionWords('labels', {
    framing: { taskType: 'binary' },
    sampling: { splits: [{ id: 'test', name: 'The frozen month' }] },
    labels: { labelType: 'hand', ...labels },
  });

const alpha: JsonObject = {
  id: 'a',
  coefficient: 'krippendorff',
  value: '0.78',
  ciLo: '0.72',
  ciHi: '0.83',
  nItems: 600,
};

it('says one coefficient in a sentence', () => {
  expect(words({ agreement: [alpha] })).toContain('Krippendorff’s alpha is 0.78 (0.72 to 0.83), on 600 items.');
  const whole = { ...alpha, nRaters: 3, missingPct: '2 %', dataset: 'test' };
  expect(words({ agreement: [whole] })).toContain(
    'on 600 items of the frozen month with 3 raters; 2 % of the ratings are missing.',
  );
});

it('leaves several coefficients, and those with open ends, to a table', () => {
  const kappa = { ...alpha, id: 'f', coefficient: 'fleiss', value: '0.77' };
  expect(words({ agreement: [alpha, kappa] })).toContain('Fleiss’ kappa · 0.77 · 0.72 · 0.83 · 600');
  for (const key of ['ciLo', 'nRaters']) {
    const open = words({ agreement: [{ ...alpha, [key]: { unknown: {} } }] });
    expect(open).toContain('Not known yet');
    expect(open).not.toContain('alpha is');
  }
});

it('says how many labels are wrong, and how that is known', () => {
  const labelNoiseRate = { overall: '0.024 %', fpr: '0.014 %', fnr: '5 %' };
  expect(words({ labelNoiseRate, noiseEvidence: 'measured-on-gold' })).toContain(
    'Of all labels 0.024 % are wrong: 0.014 % of the true negatives are labelled positive, 5 % of the true positives are labelled negative (measured on items whose truth is certain).',
  );
  expect(words({ labelNoiseRate: { overall: '3 %' } })).toContain('Of all labels 3 % are wrong.');
  expect(words({ labelNoiseRate: { overall: '3 %', fnr: { unknown: {} } } })).toContain(
    'Of true positives, labelled negative: Not known yet',
  );
});

it('names the guideline that labels follow', () => {
  const guideline = { guidelineVersion: '3.1', guidelineChangedAt: '2025-07-15' };
  expect(words(guideline)).toContain('Labels follow version 3.1 of the guideline, last changed on 15 Jul 2025.');
  expect(words({ ...guideline, guidelineUrl: 'https://example.org/g' })).toContain(
    '15 Jul 2025: https://example.org/g',
  );
  expect(words({ guidelineUrl: 'https://example.org/g' })).toContain('Guideline https://example.org/g');
});
