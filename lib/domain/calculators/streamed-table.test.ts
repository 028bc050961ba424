import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAppError } from '../errors.ts';
import { calculatorById } from './all-calculators.ts';
import { tableReader } from './read-table.ts';
import { runCalculator } from './run-calculator.ts';
import { tableText } from './write-table.ts';

/** What comes of an input, or the message with which it is refused. */
function outcomeOf(run: () => { readonly output: unknown }): unknown {
  try {
    return run().output;
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
}

interface Sample {
  readonly id: string;
  /** The form that is filled, and what fills it as JSON has it. */
  readonly key: string;
  readonly json: unknown;
  readonly rows: readonly object[];
  readonly more?: object;
  /** Characters that come at once. */
  readonly size: number;
}

/** What comes of the same rows from a table in pieces, and from a list. */
function bothWays({ id, key, json, rows, more = {}, size }: Sample): { streamed: unknown; listed: unknown } {
  const calculator = calculatorById(id);
  const form = calculator.tables?.find((each) => each.key === key);
  if (form === undefined) throw new Error(`${id} has no table for ${key}`);
  const text = tableText(form, rows);
  return {
    streamed: outcomeOf(() => {
      const reader = tableReader([form], {});
      for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
      return runCalculator(calculator, more, { table: reader.end() });
    }),
    listed: outcomeOf(() => runCalculator(calculator, { ...more, [key]: json })),
  };
}

const size = fc.integer({ min: 1, max: 40 });
const item = fc.constantFrom('a', 'b', 'c', 'd', 'x,"y"');
const label = fc.constantFrom('1', '2', '2.0', '10');
const quick = { bootstrap: { resamples: 100 } };

test('ratings say the same as a table and as a list', () => {
  const rating = fc.record({
    item,
    annotator: fc.constantFrom('A', 'B', 'C'),
    label: fc.oneof(label, fc.constantFrom('yes', null)),
  });
  const ratings = fc.uniqueArray(rating, { minLength: 1, selector: (row) => `${row.item} ${row.annotator}` });
  fc.assert(
    fc.property(ratings, fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio'), size, (rows, scale, size) => {
      const more = { ...quick, scale };
      const { streamed, listed } = bothWays({ id: 'label-agreement', key: 'ratings', json: rows, rows, more, size });
      expect(streamed).toEqual(listed);
    }),
  );
});

test('two labels of one annotator for one item are refused alike', () => {
  const rows = [
    { item: 'a', annotator: 'A', label: 'yes' },
    { item: 'b', annotator: 'A', label: 'yes' },
    { item: 'b', annotator: 'A', label: 'no' },
  ];
  const { streamed, listed } = bothWays({ id: 'label-agreement', key: 'ratings', json: rows, rows, size: 7 });
  expect(streamed).toBe('Item ‘b’ has two labels by annotator ‘A’.');
  expect(listed).toBe(streamed);
});

test('counted labels say the same as a table and as a list', () => {
  const counts = fc.uniqueArray(
    fc.record({ item, counts: fc.dictionary(label, fc.integer({ min: 0, max: 4 }), { minKeys: 1 }) }),
    { minLength: 1, selector: (row) => row.item },
  );
  fc.assert(
    fc.property(counts, size, (json, size) => {
      const rows = json.flatMap(({ item: name, counts: own }) =>
        Object.entries(own).map(([labelled, n]) => ({ item: name, label: labelled, n })),
      );
      const { streamed, listed } = bothWays({ id: 'label-agreement', key: 'counts', json, rows, more: quick, size });
      expect(streamed).toEqual(listed);
    }),
  );
});

/** A table knows no −0. */
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((drawn) => drawn + 0);

test('values say the same as a table and as a list', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), size, (json, size) => {
      const rows = json.map((each) => ({ value: each }));
      const { streamed, listed } = bothWays({ id: 'percentiles', key: 'values', json, rows, size });
      expect(streamed).toEqual(listed);
    }),
  );
});

test('counted values say the same as a table and as a list', () => {
  const counted = fc.array(fc.record({ value, count: fc.integer({ min: 0, max: 5 }) }), { minLength: 1 });
  fc.assert(
    fc.property(counted, size, (rows, size) => {
      const more = { expectedInterval: 1e5 };
      const { streamed, listed } = bothWays({ id: 'percentiles', key: 'valueCounts', json: rows, rows, more, size });
      expect(streamed).toEqual(listed);
    }),
  );
});

test('a table without rows holds no value', () => {
  const { streamed } = bothWays({ id: 'percentiles', key: 'values', json: [], rows: [], size: 10 });
  expect(streamed).toBe('values holds no value that came at least once.');
});
