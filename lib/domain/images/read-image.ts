import { limits } from '#lib/domain/limits.ts';
import type { ImageFacts, ImageType } from './image.ts';
import { jpegSize } from './jpeg-size.ts';
import { asciiAt, type PixelSize, type SizeReader } from './pixel-size.ts';
import { webpSize } from './webp-size.ts';

export type ImageReading =
  { readonly ok: true; readonly facts: ImageFacts } | { readonly ok: false; readonly problem: string };

const megabytes = `${limits.imageBytes / 1_000_000}\u202FMB`;
const megapixels = limits.imagePixels / 1_000_000;

/**
 * What an image is, told by its own bytes: neither a name nor what a browser calls it is believed. Only the head is
 * read; whether the rest can be drawn is found out by drawing it.
 */
export function readImage(bytes: Uint8Array): ImageReading {
  if (bytes.length > limits.imageBytes) {
    return refused(`The image is larger than ${megabytes}. Make it smaller, or save it as JPEG or WebP.`);
  }
  const type = typeOf(bytes);
  if (type === undefined) return refused(looksLikeSvg(bytes) ? SVG : UNKNOWN);
  const size = sizeReaders[type](bytes);
  if (size === undefined || size.width < 1 || size.height < 1) return refused('The image is damaged: it has no size.');
  if (size.width > limits.imageSide || size.height > limits.imageSide) {
    return refused(`The image has a side of more than ${limits.imageSide} pixels. Make it smaller.`);
  }
  if (size.width * size.height > limits.imagePixels) {
    return refused(`The image has more than ${megapixels} million pixels. Make it smaller.`);
  }
  return { ok: true, facts: { type, ...size, size: bytes.length } };
}

const SVG = 'An SVG can hold scripts and load from elsewhere, so it is not kept. Save it as PNG.';
const UNKNOWN = 'This is not an image that can be kept. Use PNG, JPEG, WebP or GIF.';

function refused(problem: string): ImageReading {
  return { ok: false, problem };
}

function typeOf(bytes: Uint8Array): ImageType | undefined {
  if (asciiAt(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (/^GIF8[79]a$/.test(asciiAt(bytes, 0, 6))) return 'gif';
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP') return 'webp';
  return undefined;
}

const sizeReaders: Readonly<Record<ImageType, SizeReader>> = {
  png: pngSize,
  jpeg: jpegSize,
  webp: webpSize,
  gif: gifSize,
};

/** The header chunk comes first and begins with width and height (PNG specification, 11.2.1). */
function pngSize(bytes: Uint8Array): PixelSize | undefined {
  if (bytes.length < 24 || asciiAt(bytes, 12, 4) !== 'IHDR') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The logical screen, after the signature (GIF89a specification, section 18). */
function gifSize(bytes: Uint8Array): PixelSize | undefined {
  if (bytes.length < 13) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Text that has an element of that name near its beginning; a byte order mark, comments and such may stand before. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(asciiAt(bytes, 0, 1_000));
}
