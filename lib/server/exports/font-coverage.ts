/**
 * Which code points a TrueType font can draw, read from its `cmap` table (formats 4 and 12 of the OpenType
 * specification, which is what every font here carries).
 */
export function codePointsOf(font: Buffer): ReadonlySet<number> {
  const start = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  const subtables = font.readUInt16BE(start + 2);
  for (let index = 0; index < subtables; index += 1) {
    const offset = start + font.readUInt32BE(start + 8 + 8 * index);
    const format = font.readUInt16BE(offset);
    if (format === 12) addGroups(font, offset, covered);
    if (format === 4) addSegments(font, offset, covered);
  }
  return covered;
}

function tableOffset(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

/** Format 12: groups of start, end, first glyph; 12 bytes each. */
function addGroups(font: Buffer, offset: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(offset + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = offset + 16 + 12 * index;
    addRange(font.readUInt32BE(group), font.readUInt32BE(group + 4), covered);
  }
}

/** Format 4: parallel arrays of segment ends and, two bytes after them, starts. The last segment is 0xFFFF. */
function addSegments(font: Buffer, offset: number, covered: Set<number>): void {
  const doubled = font.readUInt16BE(offset + 6);
  for (let index = 0; index < doubled; index += 2) {
    const end = font.readUInt16BE(offset + 14 + index);
    if (end !== 0xffff) addRange(font.readUInt16BE(offset + 16 + doubled + index), end, covered);
  }
}

function addRange(first: number, last: number, covered: Set<number>): void {
  for (let code = first; code <= last; code += 1) covered.add(code);
}
