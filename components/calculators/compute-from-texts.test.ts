import { describe, expect, test } from 'vitest';

import { calculators } from '#lib/domain/calculators/all-calculators.ts';

import { computeFromTexts } from './compute-from-texts.ts';
import { exampleTexts, textsOfAddress } from './first-texts.ts';
import { fitsAddress } from './table-keys.ts';
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

  test('labels that are taken for each other: each row of the picture adds up to all', () => {
    const picture = pictureOf('label-agreement');
    if (picture?.kind !== 'drawn') throw new Error('A matrix was expected');
    const { table, answer } = picture;
    expect(table.columns.slice(1)).toEqual(['1', '2', '3', '4', '5']);
    const shares = (row: readonly string[]) => row.slice(1).map((share) => Number(share.replace('\u202f%', '')));
    for (const row of table.rows) expect(shares(row).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
    expect(answer).toMatch(/^Where one annotator says ‘1’, another says ‘2’ 20.% of the time\.$/);
  });

  test('the marker of label noise lies on its curve', () => {
    const picture = pictureOf('label-noise');
    if (picture?.kind !== 'curve') throw new Error('A curve was expected');
    expect(picture.curve.marker).toEqual({ x: 0.05, y: expect.closeTo(0.86, 12) });
    for (const { x, y } of picture.curve.points) expect(y).toBeCloseTo(0.9 - 0.8 * x, 12);
  });

  test('nothing is drawn where nothing is defined', () => {
    expect(pictureOf('proportion-interval', { successes: '0', n: '0' })).toBeNull();
    expect(pictureOf('imbalance', { sensitivity: '' })).toBeNull();
    expect(pictureOf('label-noise', { errorRate: '' })).toBeNull();
    expect(pictureOf('label-agreement', { table: 'item,label,n\n1,cat,2' })).toBeNull();
  });
});

describe('rows', () => {
  const example = exampleTexts('label-agreement');
  const compute = (texts: object) => computeFromTexts('label-agreement', { ...example, ...texts });

  test('the example stands in the box as one would paste it', () => {
    expect(example['table']).toMatch(/^item,annotator,label\n1,A,1\n2,A,2\n/);
    expect(compute({})).toMatchObject({ ok: true, table: { rows: 41, unused: [] } });
  });

  test('what was understood of pasted rows', () => {
    const table = 'unit\trater\tlabel\tremark\n1\tA\tcat\tx\n1\tB\t\ty\n1\tC\tdog\t\n';
    expect(compute({ table, columns: 'item=unit, annotator=rater' })).toMatchObject({
      ok: true,
      table: {
        rows: 3,
        columns: [
          { name: 'item', heading: 'unit' },
          { name: 'annotator', heading: 'rater' },
          { name: 'label', heading: 'label' },
        ],
        unused: ['remark'],
        first: [
          ['1', 'A', 'cat'],
          ['1', 'B', ''],
          ['1', 'C', 'dog'],
        ],
      },
    });
  });

  test.each([
    [{ table: '' }, 'Labels, one a row: nothing was pasted yet.'],
    [{ table: 'item,annotator,label\n1,,cat' }, 'Row 2, column ‘annotator’ is empty.'],
    [
      { table: 'unit,annotator,label\n1,A,cat' },
      'The table has no column ‘item’. Its columns are unit, annotator, label.',
    ],
    [{ table: 'item,annotator,label\n1,A,cat\n1,A,dog' }, 'Item ‘1’ has two labels by annotator ‘A’.'],
  ])('%j is answered at the box', (texts, message) => {
    expect(compute(texts)).toMatchObject({ ok: false, problems: [{ key: 'table', message }] });
  });

  test('a missing order of labels is answered at its own box', () => {
    const table = 'item,annotator,label\n1,A,low\n1,B,high\n';
    const outcome = compute({ table, scale: 'ordinal' });
    expect(outcome).toMatchObject({ ok: false, problems: [{ key: 'categories' }], table: { rows: 2 } });
    expect(compute({ table, scale: 'ordinal', categories: 'low, high' }).ok).toBe(true);
  });

  test('lists among the results are tables, empty ones are left out', () => {
    const outcome = compute({});
    const titles = outcome.ok ? outcome.listings.map(({ title }) => title) : [];
    expect(titles).toEqual([
      'Agreement by category',
      'Agreement of each two annotators',
      'Items that annotators agree on least',
    ]);
    expect(outcome.ok && outcome.listings[2]?.rows[0]).toEqual(['6', '0\u202f%', '1 × 1, 1 × 2, 1 × 3, 1 × 4']);
    const counted = compute({ table: 'item,label,n\n1,cat,2\n2,dog,3\n' });
    expect(counted.ok && counted.listings.map(({ title }) => title)).toEqual(['Agreement by category']);
  });

  test('an address carries them up to a length', () => {
    const table = 'item,annotator,label\n1,A,cat\n1,B,cat';
    expect(textsOfAddress('label-agreement', { table, scale: 'nominal' })).toEqual({ table, scale: 'nominal' });
    expect(fitsAddress({ table })).toBe(true);
    expect(fitsAddress({ table: 'x'.repeat(2001) })).toBe(false);
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

describe('the pages about latency', () => {
  const shown = (id: string, texts = {}) => {
    const outcome = computeFromTexts(id, { ...exampleTexts(id), ...texts });
    if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
    return Object.fromEntries(outcome.rows.map((row) => [row.label, row.shown]));
  };

  test('times are read with their units, and bare ones in the unit of the box', () => {
    const typed = { arrivalRate: '4800 a minute', serviceTime: '0.1', servers: '10', waitTarget: '50 ms' };
    expect(shown('queue', typed)).toMatchObject({ Utilisation: '80\u202f%', 'Servers for the target': '12' });
    expect(shown('latency-budget', { 'slo.0.ms': '0.12 s' })).toMatchObject({ 'To spare': '8.01\u202fms' });
    expect(shown('latency-budget', { 'slo.0.ms': '120' })).toMatchObject({ 'To spare': '8.01\u202fms' });
  });

  test('the definition of a percentile is a number, whatever the box holds', () => {
    const outcome = computeFromTexts('percentiles', { ...exampleTexts('percentiles'), method: '1' });
    expect(outcome.ok && outcome.listings[0]?.rows[1]?.slice(0, 3)).toEqual(['90\u202f%', '110', 'from 102 on']);
  });

  test('the steps and dependencies of the example stand in the box as they would be pasted', () => {
    expect(exampleTexts('latency-budget')['table']).toBe('name,p50,p99\nFeatures,5,20\nModel,10,40\nRanking,30,90');
    expect(exampleTexts('availability')['table']).toContain('\nModel server,0.995,2\n');
    expect(exampleTexts('percentiles')['table']).toMatch(/^value\n100\n102\n/);
  });

  test('what is wrong in a row is said at the box of the rows', () => {
    const texts = { ...exampleTexts('latency-budget'), table: 'name,p50\nFeatures,5\n' };
    expect(computeFromTexts('latency-budget', texts)).toMatchObject({ ok: false, problems: [{ key: 'table' }] });
  });
});
