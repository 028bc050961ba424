import { exifOrientation, orientationSegment, UPRIGHT } from './exif-orientation.ts';
import { APP1 } from './jpeg-size.ts';
import { asciiAt } from './pixel-size.ts';

const [START, END, SCAN, APP0, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe2, 0xee];

/**
 * The segments that drawing needs, in their order (ITU-T T.81, B.1): where a photo was taken, with what, and a small
 * copy of what was cut off are left out, with whatever a camera writes behind the end. How to turn it stays.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let orientation = UPRIGHT;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== END) {
    const marker = bytes[at + 1] ?? 0;
    const padded = marker === 0xff;
    const end = padded ? at + 1 : segmentEnd(bytes, at, view.getUint16(at + 2));
    if (marker === APP1 && orientation === UPRIGHT) orientation = exifOrientation(view, at + 4, end);
    if (!padded && isDrawn(bytes, at, marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  const turned = orientation > UPRIGHT && orientation <= 8;
  return [
    Uint8Array.of(0xff, START),
    ...(turned ? [orientationSegment(orientation)] : []),
    ...kept,
    Uint8Array.of(0xff, END),
  ];
}

/** Behind a segment; the pixels follow that of a scan, up to the next marker that is none of theirs. */
function segmentEnd(bytes: Uint8Array, at: number, length: number): number {
  let end = Math.min(bytes.length, at + 2 + Math.max(2, length));
  if (bytes[at + 1] !== SCAN) return end;
  while (end < bytes.length && !(bytes[end] === 0xff && isMarker(bytes[end + 1] ?? 0))) end += 1;
  return end;
}

/** Among pixels 0 is a byte of 255, and 0xd0 to 0xd7 are where decoding can start again. */
function isMarker(code: number): boolean {
  return code !== 0 && !(code >= 0xd0 && code <= 0xd7);
}

/** All below APP0; of what applications write only density, colours, and how Adobe encodes them. */
function isDrawn(bytes: Uint8Array, at: number, marker: number): boolean {
  if (marker === APP2) return asciiAt(bytes, at + 4, 11) === 'ICC_PROFILE';
  return marker <= APP0 || marker === APP14;
}
