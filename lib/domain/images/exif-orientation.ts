const EXIF = 0x4578_6966;
const ORIENTATION = 0x0112;

/** As the rows lie. */
export const UPRIGHT = 1;

/**
 * How the first directory of Exif data says that a picture is to be turned: 1 as it lies, 5 to 8 with rows for columns
 * (Exif 2.32, 4.6.4).
 *
 * @param start of the data of an APP1 segment, `end` behind it
 */
export function exifOrientation(view: DataView, start: number, end: number): number {
  const tiff = start + 6;
  if (end > view.byteLength || tiff + 8 > end || view.getUint32(start) !== EXIF) return UPRIGHT;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return UPRIGHT;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > end) return UPRIGHT;
    if (view.getUint16(entry, little) === ORIENTATION) return view.getUint16(entry + 8, little);
  }
  return UPRIGHT;
}

/** A whole APP1 segment that says how to turn the picture, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const marker = [0xff, 0xe1, 0, 34];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0];
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const directory = [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...marker, ...exif, ...header, ...directory]);
}
