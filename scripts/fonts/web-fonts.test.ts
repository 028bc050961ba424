import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';

const FOLDER = path.resolve(import.meta.dirname, '../../app/fonts');

/** What the product writes beside letters: comparison, arrows, Greek, the narrow space of units, true minus, times. */
const SIGNS = 'Aé≤≥≈→←κΣπα\u202f\u2212×√±·‹›…–ƒ';

function table(font: Buffer, tag: string): Buffer {
  for (let record = 12; record < 12 + font.readUInt16BE(4) * 16; record += 16) {
    if (font.toString('latin1', record, record + 4) !== tag) continue;
    const offset = font.readUInt32BE(record + 8);
    return font.subarray(offset, offset + font.readUInt32BE(record + 12));
  }
  throw new Error(`The font has no table ${tag}`);
}

/** Every character of the basic plane for which the font has a glyph: subtable format 4 of OpenType's cmap. */
function characters(font: Buffer): Set<string> {
  const cmap = table(font, 'cmap');
  const found = new Set<string>();
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8) {
    const subtable = cmap.subarray(cmap.readUInt32BE(record + 4));
    if (subtable.readUInt16BE(0) !== 4) continue;
    const segmentBytes = subtable.readUInt16BE(6);
    for (let segment = 0; segment < segmentBytes; segment += 2) {
      const last = subtable.readUInt16BE(14 + segment);
      const first = subtable.readUInt16BE(16 + segmentBytes + segment);
      for (let code = first; code <= last && code < 0xffff; code++) found.add(String.fromCodePoint(code));
    }
  }
  return found;
}

function names(font: Buffer): string {
  const bytes = Buffer.from(table(font, 'name'));
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return `${bytes.toString('latin1')}${even.swap16().toString('utf16le')}`;
}

describe.each([
  ['plumb-sans.woff2', 'Plumb Sans'],
  ['plumb-serif.woff2', 'Plumb Serif'],
  ['plumb-serif-italic.woff2', 'Plumb Serif'],
  ['plumb-code.woff2', 'Plumb Code'],
])('%s', (file, family) => {
  let web: Buffer;
  let font: Buffer;
  beforeAll(async () => {
    web = await readFile(path.join(FOLDER, file));
    // Leaves every glyph that is asked for; those that the file lacks can't come back.
    font = await subsetFont(web, SIGNS, { targetFormat: 'sfnt' });
  });

  test('holds every sign that the product writes', () => {
    const held = characters(font);
    expect(Array.from(SIGNS).filter((sign) => !held.has(sign))).toEqual([]);
  });

  test('has a name of its own, since the name of the original is reserved', () => {
    expect(names(font)).toContain(family);
    expect(names(font)).not.toMatch(/Source ?(Sans|Serif|Code)/);
  });

  test('is light', () => {
    expect(web.length).toBeLessThan(70_000);
  });
});
