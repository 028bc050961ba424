import type { ImageType } from './image.ts';
import { jpegWithoutMetadata } from './jpeg-without-metadata.ts';
import { asciiAt } from './pixel-size.ts';

/**
 * The same picture without what it says about who made it, where and when. What is kept of an image goes into every
 * form of the document, and to whoever reads it.
 *
 * @param bytes of an image that `readImage` has read, of this type
 * @returns equal bytes where there is nothing to leave out
 */
export function withoutMetadata(bytes: Uint8Array, type: ImageType): Uint8Array {
  const parts = readers[type](bytes);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const readers: Readonly<Record<ImageType, (bytes: Uint8Array) => readonly Uint8Array[]>> = {
  png: pngParts,
  jpeg: jpegWithoutMetadata,
  webp: webpParts,
  gif: gifParts,
};

/** Chunks that a picture is drawn from, moving ones among them (PNG specification, third edition, 5.6). */
const DRAWN_BY_PNG = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

function pngParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8, kind = ''; at + 12 <= bytes.length && kind !== 'IEND';) {
    kind = asciiAt(bytes, at + 4, 4);
    const end = at + 12 + view.getUint32(at);
    if (DRAWN_BY_PNG.has(kind)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return parts;
}

const [WITH_EXIF, WITH_XMP] = [0x08, 0x04];

/** RFC 9649, section 2.7: the extended header tells which kinds of metadata follow, and no longer does. */
function webpParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= whole;) {
    const kind = asciiAt(bytes, at, 4);
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    const chunk = Uint8Array.from(bytes.subarray(at, end));
    if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~(WITH_EXIF | WITH_XMP);
    if (kind !== 'EXIF' && kind !== 'XMP ') parts.push(chunk);
    at = end;
  }
  const header = Uint8Array.from(bytes.subarray(0, 12));
  new DataView(header.buffer).setUint32(4, 4 + parts.reduce((sum, part) => sum + part.length, 0), true);
  return [header, ...parts];
}

const [EXTENSION, IMAGE, TRAILER, COMMENT, APPLICATION] = [0x21, 0x2c, 0x3b, 0xfe, 0xff];

/** GIF89a, sections 12, 15 and 24 to 27: comments go, and of what applications write all but the number of loops. */
function gifParts(bytes: Uint8Array): Uint8Array[] {
  let at = 13 + colourTable(bytes[10] ?? 0);
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length && (bytes[at] === EXTENSION || bytes[at] === IMAGE)) {
    const [kind, label] = [bytes[at], bytes[at + 1]];
    const data = kind === EXTENSION ? at + 2 : at + 11 + colourTable(bytes[at + 9] ?? 0);
    let end = data;
    while (end < bytes.length && bytes[end] !== 0) end += 1 + (bytes[end] ?? 0);
    end = Math.min(bytes.length, end + 1);
    const loops = label === APPLICATION && asciiAt(bytes, at + 3, 11) === 'NETSCAPE2.0';
    if (kind === IMAGE || loops || (label !== COMMENT && label !== APPLICATION)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return [...parts, Uint8Array.of(TRAILER)];
}

/** Bytes of the table of colours that these flags tell of. */
function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}
