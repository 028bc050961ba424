/** In pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** Reads a size from the head of one format; undefined where the head is not there. */
export type SizeReader = (bytes: Uint8Array) => PixelSize | undefined;

/** One character a byte. */
export function asciiAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
