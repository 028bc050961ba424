import { exifOrientation } from './exif-orientation.ts';
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
    if (marker === APP1) lying ||= exifOrientation(view, at + 4, at + 2 + length) >= 5;
    if (isFrameHeader(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return lying ? { width: height, height: width } : { width, height };
    }
    at += 2 + length;
  }
  return undefined;
}

export const APP1 = 0xe1;

/** SOF0 to SOF15, without the three markers in between that are something else. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
