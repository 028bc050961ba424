import { describe, expect, test } from 'vitest';

import { calculators } from '#lib/domain/calculators/all-calculators.ts';

import { computeFromTexts, exampleTexts, textsOfAddress } from './compute-from-texts.ts';
import { inputsOf } from './view.ts';
import { viewOf } from './views.ts';

describe('the page of a calculator', () => {
  test.each(calculators.map(({ id }) => id))('%s has one, and its example computes', (id) => {
    expect(viewOf(id)).toBeDefined();
    const outcome = computeFromTexts(id, exampleTexts(id));
    expect(outcome).toMatchObject({ ok: true });
    if (outcome.ok) expect(outcome.rows.length).toBeGreaterThan(2);
  });

  test.each(calculators.map(({ id }) => id))('%s asks only for inputs that the calculator knows', (id) => {
    const view = viewOf(id);
    const texts = Object.fromEntries(
      (view ? inputsOf(view) : []).map(({ key, kind }) => [key, kind === 'choice' ? '' : '1']),
    );
    const outcome = computeFromTexts(id, { ...exampleTexts(id), ...texts });
    const messages = outcome.ok ? [] : outcome.problems.map(({ message }) => message);
    expect(messages.filter((message) => message.includes('is not an input'))).toEqual([]);
  });

  test('published value: 81 of 263', () => {
    expect(computeFromTexts('proportion-interval', { successes: '81', n: '263', confidence: '95 %' })).toMatchObject({
      rows: [
        { label: 'Share', shown: '30.8\u202f%' },
        { label: 'Wilson interval', shown: '25.5\u202f% to 36.6\u202f%' },
        { label: 'Clopper–Pearson interval', shown: '25.3\u202f% to 36.8\u202f%' },
      ],
    });
  });

  test('what is missing or not understood is named by its box', () => {
    expect(computeFromTexts('proportion-interval', { successes: 'many', n: '', confidence: '95 %' })).toEqual({
      ok: false,
      problems: [
        { key: 'successes', message: 'Successes: ‘many’ is not a whole number. Try 500.' },
        { key: 'n', message: 'Cases is missing.' },
      ],
    });
  });

  test('a combination that makes no sense is said at the box that it is about', () => {
    expect(computeFromTexts('proportion-interval', { successes: '9', n: '5', confidence: '95 %' })).toEqual({
      ok: false,
      problems: [{ key: 'successes', message: 'Successes must be at most n, and 9 is more than 5.' }],
    });
  });

  test('an optional input inside an object reaches the calculator', () => {
    const texts = { ...exampleTexts('imbalance'), 'costs.fp': '1', 'costs.fn': '10' };
    const outcome = computeFromTexts('imbalance', texts);
    expect(outcome.ok && outcome.rows.find(({ label }) => label === 'Threshold of least cost')?.shown).toBe('0.0909');
  });
});

describe('the picture of a calculator', () => {
  const pictureOf = (id: string, texts = {}) => {
    const outcome = computeFromTexts(id, { ...exampleTexts(id), ...texts });
    return outcome.ok ? outcome.picture : null;
  };

  test.each(calculators.map(({ id }) => id))('%s has one for its example', (id) => {
    expect(pictureOf(id)).not.toBeNull();
  });

  test('the marker lies on the curve, which never falls', () => {
    const picture = pictureOf('rare-group');
    if (picture?.kind !== 'curve') throw new Error('A curve was expected');
    const { points, marker } = picture.curve;
    expect(marker.y).toBeCloseTo(1 - 0.99 ** 100, 12);
    for (const [index, point] of points.entries()) expect(point.y).toBeGreaterThanOrEqual(points[index - 1]?.y ?? 0);
    const [below, above] = [points.findLast(({ x }) => x <= marker.x), points.find(({ x }) => x >= marker.x)];
    expect(marker.y).toBeGreaterThanOrEqual(below?.y ?? 1);
    expect(marker.y).toBeLessThanOrEqual(above?.y ?? 0);
  });

  test('nothing is drawn where nothing is defined', () => {
    expect(pictureOf('proportion-interval', { successes: '0', n: '0' })).toBeNull();
    expect(pictureOf('imbalance', { sensitivity: '' })).toBeNull();
  });
});

test('a share that looks like a fraction is read as percent, with the other reading on offer', () => {
  const outcome = computeFromTexts('rare-group', { ...exampleTexts('rare-group'), share: '0.05' });
  expect(outcome.ok && outcome.doubts).toEqual([
    {
      key: 'share',
      sentence: 'Share of the group was read as 0.05\u202f% = 1 in 2,000.',
      offers: [{ label: 'Use 5 %', text: '5 %' }],
    },
  ]);
});

describe('what an address carries', () => {
  test('an input of the checks, in units of the calculator, is shown as a person would type it', () => {
    const texts = textsOfAddress('rare-group', { input: '{"share":0.002,"n":500}' });
    expect(texts).toMatchObject({ share: '0.2\u202f%', n: '500', atLeast: '1', confidence: '95\u202f%' });
    expect(computeFromTexts('rare-group', texts).ok).toBe(true);
  });

  test('texts stand as they were typed, however wrong', () => {
    expect(textsOfAddress('rare-group', { share: 'lots', n: '500', other: 'x' })).toEqual({ share: 'lots', n: '500' });
  });

  test('nothing, or nothing that can be read, opens the example', () => {
    expect(textsOfAddress('rare-group', {})).toEqual(exampleTexts('rare-group'));
    expect(textsOfAddress('rare-group', { input: '{' })).toEqual(exampleTexts('rare-group'));
  });
});
