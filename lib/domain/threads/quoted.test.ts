import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedAt, rangeOf } from './quoted.ts';

const text = 'Fraud is rare.\nFraud  is costly: fraud is found late.';

describe('a passage by its words', () => {
  test('is found whatever the spaces', () => {
    const range = rangeOf(text, { quote: 'Fraud is costly', occurrence: 0 });
    expect(range && text.slice(range.start, range.end)).toBe('Fraud  is costly');
  });

  test('of several with the same words, the one that is meant', () => {
    expect(rangeOf(text, { quote: 'raud is', occurrence: 0 })?.start).toBe(1);
    expect(rangeOf(text, { quote: 'raud is', occurrence: 1 })?.start).toBe(16);
    expect(rangeOf(text, { quote: 'raud is', occurrence: 2 })?.start).toBe(34);
    expect(rangeOf(text, { quote: 'raud is', occurrence: 3 })).toBeUndefined();
  });

  test('stands nowhere without a letter, or where its words do not stand', () => {
    expect(rangeOf(text, { quote: ' \n', occurrence: 0 })).toBeUndefined();
    expect(rangeOf(text, { quote: 'never', occurrence: 0 })).toBeUndefined();
    expect(quotedAt(text, { start: 14, end: 15 })).toBeUndefined();
  });

  test('told and found again is the same stretch, in any text and at any range', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), maxLength: 40 });
    fc.assert(
      fc.property(few, fc.nat(40), fc.nat(40), (any, one, other) => {
        const range = { start: Math.min(one, other), end: Math.max(one, other) };
        const told = quotedAt(any, range);
        const marked = any.slice(range.start, range.end);
        const start = range.start + Math.max(0, marked.search(/\S/));
        const words = marked.trim();
        expect(told && rangeOf(any, told)).toEqual(words === '' ? undefined : { start, end: start + words.length });
      }),
    );
  });
});
