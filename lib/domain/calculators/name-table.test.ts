import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameTable } from './name-table.ts';

/** What it stands in for. */
function numbered(names: readonly string[]): number[] {
  const known = new Map<string, number>();
  return names.map((name) => {
    if (!known.has(name)) known.set(name, known.size);
    return known.get(name) ?? -1;
  });
}

test('names are numbered as they come, and the same name has the same number', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 3, unit: fc.constantFrom('a', 'b', ' ', 'ß', '😀', '\u0000', '\uFFFF') }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 200 }), (names) => {
      const table = new NameTable();
      expect(names.map((each) => table.of(each))).toEqual(numbered(names));
      expect(table.names()).toEqual([...new Set(names)]);
      expect(table.size).toBe(new Set(names).size);
    }),
  );
});

// Each pair has one FNV-1a hash of 32 bits.
test.each([
  ['qno5ld', 'a0fz2t'],
  ['pyw0it', 'brugwn'],
  ['35bam9', 'w0r5ed'],
])('%s and %s have one hash and are told apart', (one, other) => {
  const table = new NameTable();
  expect([one, other, one, other].map((name) => table.of(name))).toEqual([0, 1, 0, 1]);
});

test('many names stay what they are while the table grows', () => {
  const table = new NameTable();
  const many = Array.from({ length: 50_000 }, (_, index) => `item-${index}`);
  for (const name of many) table.of(name);
  expect(many.every((name, index) => table.of(name) === index && table.nameAt(index) === name)).toBe(true);
});

test('a number that no name has is no name', () => {
  expect(new NameTable().nameAt(0)).toBe('');
});
