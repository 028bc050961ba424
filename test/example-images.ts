import type { Images, ImageType, KeptImage } from '#lib/domain/images/image.ts';
import { imageName } from '#lib/domain/images/image-name.ts';

/** Real images of one colour, as a browser wrote them: 7 by 5 pixels, but for the GIF and the lossless WebP. */
const written = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAAI0lEQVR4AbTJMQ0AAAwCwYaxMjvUvwNQABuf/HTYe7oxoRIKAAD//ze7YhwAAAAGSURBVAMAdYAMwtJpzNAAAAAASUVORK5CYII=',
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCGAQlP/9k=',
  webp: 'UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoHAAUAAsBMJaACdAFAAAD+7v+d0c/mxP9zfz1+76DAAA==',
  extendedWebp:
    'UklGRkQAAABXRUJQVlA4WAoAAAAAAAAABgAABAAAVlA4ICYAAABwAQCdASoHAAUAAsBMJaACdAFAAAD+7v+d0c/mxP9zfz1+76DAAA==',
  losslessWebp: 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==',
  gif: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
};

export interface ExampleImage extends KeptImage {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function example(type: ImageType, data: string, width = 7, height = 5): ExampleImage {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  return { name: imageName(bytes), type, width, height, size: bytes.length, data, bytes };
}

export const exampleImages = {
  png: example('png', written.png),
  jpeg: example('jpeg', written.jpeg),
  webp: example('webp', written.webp),
  extendedWebp: example('webp', written.extendedWebp),
  losslessWebp: example('webp', written.losslessWebp, 1, 1),
  gif: example('gif', written.gif, 1, 1),
};

/** A PNG to its last byte, but for one in the middle of its pixels: only drawing it tells. */
export const damagedImage = example('png', damaged(written.png));

function damaged(data: string): string {
  const bytes = Buffer.from(data, 'base64');
  bytes[50] = 255 - (bytes[50] ?? 0);
  return bytes.toString('base64');
}

/** By name, as a document takes them. */
export function imagesOf(...given: readonly ExampleImage[]): Images {
  return new Map(given.map(({ name, type, width, height, size, data }) => [name, { type, width, height, size, data }]));
}
