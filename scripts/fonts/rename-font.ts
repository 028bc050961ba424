/** Name records that show a font's name to people; all others (copyright, licence, trademark) stay as they are. */
const FAMILY_RECORDS: Readonly<Record<number, (family: string, style: string) => string>> = {
  1: (family) => family,
  2: (_family, style) => style,
  3: (family, style) => `${family} ${style}`,
  4: (family, style) => `${family} ${style}`,
  6: (family, style) => `${family}-${style}`.replaceAll(' ', ''),
  16: (family) => family,
  17: (_family, style) => style,
  25: (family) => family.replaceAll(' ', ''),
};

/** Names of the instances of a variable font, such as "SourceSans3VF-Bold": their numbers are the font's own choice. */
const FIRST_FONT_SPECIFIC_RECORD = 256;
const INSTANCE_NAME = /^Source\w*-/;

const TABLE_RECORD_BYTES = 16;
const NAME_RECORD_BYTES = 12;
const UNICODE_PLATFORMS = new Set([0, 3]);

/**
 * Gives an OpenType font (TrueType outlines, not compressed) another family name.
 *
 * The Open Font License reserves the name "Source" for unmodified files, and a subset is a modified file.
 * Layout of the tables: OpenType 1.9, "Organization of an OpenType Font" and "name – Naming Table". Checksums are
 * left to the subsetter, which writes every table afresh.
 */
export function renameFont(font: Buffer, family: string, style: string): Buffer {
  const tableCount = font.readUInt16BE(4);
  for (let index = 0; index < tableCount; index++) {
    const record = 12 + index * TABLE_RECORD_BYTES;
    if (font.toString('latin1', record, record + 4) !== 'name') continue;
    const offset = font.readUInt32BE(record + 8);
    const table = renamedTable(font.subarray(offset, offset + font.readUInt32BE(record + 12)), family, style);
    const renamed = Buffer.concat([font, table]);
    renamed.writeUInt32BE(font.length, record + 8);
    renamed.writeUInt32BE(table.length, record + 12);
    return renamed;
  }
  throw new Error(`This font has no name table, so it cannot become ${family}.`);
}

function renamedTable(table: Buffer, family: string, style: string): Buffer {
  const count = table.readUInt16BE(2);
  const stringsAt = table.readUInt16BE(4);
  const header = Buffer.from(table.subarray(0, 6 + count * NAME_RECORD_BYTES));
  const strings: Buffer[] = [];
  let written = 0;
  for (let index = 0; index < count; index++) {
    const record = 6 + index * NAME_RECORD_BYTES;
    const nameId = header.readUInt16BE(record + 6);
    const unicode = UNICODE_PLATFORMS.has(header.readUInt16BE(record));
    const start = stringsAt + header.readUInt16BE(record + 10);
    const original = table.subarray(start, start + header.readUInt16BE(record + 8));
    const text = renamedText(original, nameId, unicode, family, style);
    header.writeUInt16BE(text.length, record + 8);
    header.writeUInt16BE(written, record + 10);
    strings.push(text);
    written += text.length;
  }
  // Version 0: the language-tag records of version 1 would have to move along, and no font here has any.
  header.writeUInt16BE(0, 0);
  header.writeUInt16BE(header.length, 4);
  return Buffer.concat([header, ...strings]);
}

function renamedText(original: Buffer, nameId: number, unicode: boolean, family: string, style: string): Buffer {
  const rename = FAMILY_RECORDS[nameId];
  if (rename) return encoded(rename(family, style), unicode);
  if (nameId < FIRST_FONT_SPECIFIC_RECORD) return original;
  const text = unicode ? Buffer.from(original).swap16().toString('utf16le') : original.toString('latin1');
  return encoded(text.replace(INSTANCE_NAME, `${family.replaceAll(' ', '')}-`), unicode);
}

function encoded(text: string, unicode: boolean): Buffer {
  return unicode ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'latin1');
}
