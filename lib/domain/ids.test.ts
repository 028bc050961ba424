import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_ID, itemIdFrom, newId } from './ids.ts';

describe('newId', () => {
  it('agrees with the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(newId(0x017f22e279b0, () => random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('sorts by time', () => {
    const zeros = (length: number) => new Uint8Array(length);
    expect(newId(1000, zeros) < newId(1001, zeros)).toBe(true);
  });
});

describe('itemIdFrom', () => {
  it.each([
    ['Précision @ 60 %', 'precision-60'],
    ['  False holds  ', 'false-holds'],
    ['不正検知', 'item'],
    ['', 'item'],
    ['__proto__', 'proto'],
  ])('%s', (name, id) => {
    expect(itemIdFrom(name, new Set())).toBe(id);
  });

  it('counts on when a name is taken', () => {
    expect(itemIdFrom('Loss', new Set(['loss', 'loss-2']))).toBe('loss-3');
  });

  it('is always well formed and free', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 30 }), (names) => {
        const taken = new Set<string>();
        for (const name of names) {
          const id = itemIdFrom(name, taken);
          expect(id).toMatch(ITEM_ID);
          expect(taken.has(id)).toBe(false);
          taken.add(id);
        }
      }),
    );
  });
});
