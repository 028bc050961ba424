import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { limits } from '#lib/domain/limits.ts';
import { codeOf } from '#test/code-of.ts';
import { pack, unpack } from './packed.ts';

test('a text comes back, and equal texts give equal bytes', async () => {
  const text = 'Prävalenz ≥ 0,2 % 🚨\n'.repeat(100);
  const packed = await pack(text);
  expect(await unpack(packed)).toBe(text);
  expect(Buffer.from(packed).equals(Buffer.from(await pack(text)))).toBe(true);
  expect(packed.length).toBeLessThan(text.length / 10);
});

test('what is no packed text is refused', async () => {
  expect(await codeOf(unpack(Buffer.from('format: plumbline/v1')))).toBe('bad-input');
  expect(await codeOf(unpack(Buffer.from(await pack('half of it')).subarray(0, 12)))).toBe('bad-input');
  expect(await codeOf(unpack(gzipSync(Buffer.from([0xff, 0xfe, 0xfd]))))).toBe('bad-input');
});

test('a few bytes that would become too many stop at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(limits.projectFileCharacters + 1, 'x'));
  expect(bomb.length).toBeLessThan(limits.projectFileBytes);
  expect(await codeOf(unpack(bomb))).toBe('too-large');
});
