import type { PixelSize } from './pixel-size.ts';

/**
 * Width and height from the frame header (ITU-T T.81, B.2.2), as the picture is seen: a camera held upright writes it
 * lying and says so in its metadata, which browsers and printers follow.
 */
export function jpegSize(bytes: Uint8Array): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let lying = false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    if (marker === APP1) lying ||= isTurned(view, at + 4, at + 2 + length);
    if (isFrameHeader(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return lying ? { width: height, height: width } : { width, height };
    }
    at += 2 + length;
  }
  return undefined;
}

const APP1 = 0xe1;

/** SOF0 to SOF15, without the three markers in between that are something else. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

const ORIENTATION = 0x0112;

/** Whether the first directory of Exif data says that rows are columns (orientations 5 to 8; Exif 2.32, 4.6.4). */
function isTurned(view: DataView, start: number, end: number): boolean {
  const tiff = start + 6;
  if (end > view.byteLength || tiff + 8 > end || view.getUint32(start) !== 0x45786966) return false;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return false;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > end) return false;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little) >= 5;
  }
  return false;
}
