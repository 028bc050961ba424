import type { ImageBlock } from '#lib/domain/documents/document.ts';
import type { ImageFacts } from '#lib/domain/images/image.ts';
import { typstFormat } from './drawable-image.ts';
import { composed } from './printable-text.ts';

/** An image that the template may set, and the path by which it finds it. */
interface PrintImage extends ImageFacts {
  readonly path: string;
}

/** By name. */
export type PrintImages = ReadonlyMap<string, PrintImage>;

export interface PrintedImage {
  readonly kind: 'image';
  readonly path: string;
  readonly format: string;
  /** In points; less where the place is narrower. */
  readonly width: number;
  /** Empty for decoration. */
  readonly alternative: string;
}

/** A pixel of a screen is three quarters of a point (CSS Values 4, 6.2). */
const POINTS_PER_PIXEL = 0.75;
/** In points: the column of text, and what leaves room for a heading on the same page. */
const WIDEST = 345;
const TALLEST = 520;

/** As large as on a screen, where the page has room for it; undefined without the image itself. */
export function printImage({ alternative }: ImageBlock, image: PrintImage | undefined): PrintedImage | undefined {
  if (image === undefined) return undefined;
  const { path, width, height } = image;
  const points = Math.min(width * POINTS_PER_PIXEL, WIDEST, (TALLEST * width) / height);
  return { kind: 'image', path, format: typstFormat(image), width: points, alternative: composed(alternative).trim() };
}
