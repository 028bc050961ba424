/**
 * Images in long texts. A text names an image by its content, `![What it shows](image:9f86d081884c7d659a2feaa0c55ad015)`,
 * and never holds it: the same name is the same picture in every project, file and document.
 */
export const imageTypes = ['png', 'jpeg', 'webp', 'gif'] as const;

export type ImageType = (typeof imageTypes)[number];

export interface ImageFacts {
  readonly type: ImageType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** In bytes. */
  readonly size: number;
}

/** An image with its bytes, as base64: the form in which files and Markdown carry it. */
export interface KeptImage extends ImageFacts {
  readonly data: string;
}

/** By name. */
export type Images = ReadonlyMap<string, KeptImage>;

export const noImages: Images = new Map();

export function mediaTypeOf(type: ImageType): `image/${ImageType}` {
  return `image/${type}`;
}
