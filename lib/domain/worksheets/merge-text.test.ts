import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from './merge-text.ts';

describe('mergeText', () => {
  it.each([
    ['one two three', 'ONE two three', 'one two THREE', 'ONE two THREE'],
    ['a\nb\nc\n', 'a\nb\nc\nd\n', 'A\nb\nc\n', 'A\nb\nc\nd\n'],
    ['same', 'both', 'both', 'both'],
    ['', 'mine', '', 'mine'],
    ['不正検知は難しい', '不正検知はとても難しい', '不正検知は難しいです', '不正検知はとても難しいです'],
    ['مرحبا يا عالم', 'مرحبا يا عالم كبير', 'أهلا يا عالم', 'أهلا يا عالم كبير'],
  ])('%j', (base, mine, theirs, merged) => {
    expect(mergeText(base, mine, theirs)).toBe(merged);
    expect(mergeText(base, theirs, mine)).toBe(merged);
  });

  it('leaves the same words changed in two ways to people', () => {
    expect(mergeText('the loss', 'the gain', 'the cost')).toBeNull();
    expect(mergeText('', 'mine', 'theirs')).toBeNull();
    // Both halves of one word would make a word that nobody wrote.
    expect(mergeText('the colour', 'the colours', 'the Colour')).toBeNull();
  });

  it('does not compare very long passages word by word', () => {
    const line = 'word '.repeat(3_000);
    expect(mergeText(line, `a ${line}`, `${line} b`)).toBeNull();
  });

  it('never cuts what belongs together', () => {
    const family = '👩‍👩‍👧';
    expect(mergeText(`${family} x`, `${family} x y`, `${family} z x`)).toBe(`${family} z x y`);
  });

  it('is the other side when one side changed nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (base, other) => {
        expect(mergeText(base, base, other)).toBe(other);
        expect(mergeText(base, other, base)).toBe(other);
      }),
    );
  });
});
