import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges, type TextPiece } from './word-changes.ts';

function told(pieces: readonly TextPiece[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return pieces.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('');
}

describe('wordChanges', () => {
  it('marks words inside a line and leaves the other lines alone', () => {
    const before = 'Fraud costs the issuer.\nCustomers are held for nothing.\n';
    const after = 'Fraud costs the issuer €1.9 M a year.\nCustomers are held for nothing.\n';
    expect(told(wordChanges(before, after))).toBe(
      'Fraud costs the issuer{+ €1.9 M a year+}.\nCustomers are held for nothing.\n',
    );
  });

  it('shows a replaced word as both', () => {
    expect(told(wordChanges('held by rules', 'held by hand'))).toBe('held by [-rules-]{+hand+}');
  });

  it('never cuts an emoji in two', () => {
    expect(told(wordChanges('for a 👩‍👩‍👧 family', 'for a 👩‍👧 family'))).toBe('for a [-👩‍👩‍👧-]{+👩‍👧+} family');
  });

  it('shows a replaced phrase as one, not word by word', () => {
    expect(told(wordChanges('we stop it by hand today', 'we stop it with a model today'))).toBe(
      'we stop it [-by hand-]{+with a model+} today',
    );
  });

  it('shows texts that share next to nothing as a whole', () => {
    const numbered = (word: string) => Array.from({ length: 300 }, (_, at) => `${word}${at}`).join(' ');
    expect(wordChanges(numbered('a'), numbered('b')).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('gives back both texts, and nothing but them', () => {
    const text = fc
      .array(fc.constantFrom('fraud', 'loss', ' ', '\n', '\r\n', 'é', '👩‍👧', '不正'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after);
        const without = (kind: TextPiece['kind']) =>
          pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text);
        expect(without('added').join('')).toBe(before);
        expect(without('removed').join('')).toBe(after);
      }),
    );
  });
});
