'use client';

import { createContext, useMemo, type ReactNode } from 'react';
import type { ImageFacts } from '#lib/domain/images/image.ts';

export interface NamedImage extends ImageFacts {
  readonly name: string;
}

/** What is known of the images that a document shows, so that each has its room before it comes. */
export const ImageFactsContext = createContext<ReadonlyMap<string, ImageFacts>>(new Map());

interface ShownImagesProps {
  readonly images: readonly NamedImage[];
  readonly children: ReactNode;
}

export function ShownImages({ images, children }: ShownImagesProps) {
  const facts = useMemo(() => new Map(images.map((image) => [image.name, image])), [images]);
  return <ImageFactsContext value={facts}>{children}</ImageFactsContext>;
}
