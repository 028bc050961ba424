import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepParts } from './keep-parts.ts';

it('is what stood before where nothing differs, however deep', () => {
  const before = { report: { findings: [{ key: 'a', ends: [1, null] }] }, derived: [] };
  expect(keepParts<unknown>(before, structuredClone(before))).toBe(before);
});

it('keeps the parts that say the same, and takes over the others', () => {
  const before = {
    counts: { answered: 1 },
    derived: [
      { id: 'a', value: 1 },
      { id: 'b', value: 1 },
    ],
  };
  const after = structuredClone(before);
  Object.assign(after.derived[1] ?? {}, { value: 2 });
  const kept = keepParts(before, after);
  expect(kept).toEqual({
    counts: { answered: 1 },
    derived: [
      { id: 'a', value: 1 },
      { id: 'b', value: 2 },
    ],
  });
  expect(kept.counts).toBe(before.counts);
  expect(kept.derived[0]).toBe(before.derived[0]);
  expect(kept.derived).not.toBe(before.derived);
});

it('always says what the newer one says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      expect(keepParts<unknown>(before, structuredClone(after))).toEqual(after);
    }),
  );
});
