'use client';

import { use } from 'react';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { missingImageWords } from '#lib/domain/documents/runs.ts';
import { paths } from '#lib/paths.ts';
import { ImageFactsContext } from './shown-images.tsx';

interface DocumentImageProps {
  readonly name: string;
  /** Empty for decoration. */
  readonly alternative: string;
}

/** An image of a long text at its place, as large as it is or as the sheet is wide. */
export function DocumentImage({ name, alternative }: DocumentImageProps) {
  const { facts } = useWorksheet();
  const image = use(ImageFactsContext).get(name);
  if (image === undefined) return <p className="prose my-3 text-ink-2 italic">{missingImageWords(alternative)}</p>;
  return (
    // The file is what a person added, kept as it is: nothing stands behind that would make it smaller.
    // oxlint-disable-next-line nextjs/no-img-element -- see above
    <img
      src={paths.images({ ...facts.address, name })}
      alt={alternative}
      width={image.width}
      height={image.height}
      loading="lazy"
      decoding="async"
      className="my-4 h-auto max-h-175 max-w-full object-contain object-left"
    />
  );
}
