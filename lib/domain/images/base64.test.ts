import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfBase64 } from './base64.ts';

test('reads what Node writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    }),
  );
});

test('bytes have one spelling: whatever is read is written the same', () => {
  const digits = fc.string({ unit: fc.constantFrom(...Array.from('AQZabcz019+/=-_ \n')), maxLength: 12 });
  fc.assert(
    fc.property(fc.oneof(digits, fc.string({ unit: 'binary', maxLength: 12 })), (text) => {
      const bytes = bytesOfBase64(text);
      expect(bytes === null || Buffer.from(bytes).toString('base64') === text).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['A', 'AB', 'ABC', 'A===', '====', 'AB=C', 'AR==', 'AAB=', 'AAA\n', 'AA AA', 'AAÄA', 'A-_A'])(
  '%j is not base64',
  (text) => {
    expect(bytesOfBase64(text)).toBeNull();
  },
);
