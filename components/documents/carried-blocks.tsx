'use client';

import { useMemo } from 'react';
import type { Block } from '#lib/domain/documents/document.ts';
import { Blocks } from './blocks.tsx';

/**
 * The blocks of a chapter, which come as one text: a document has thousands of parts, and between server and browser each
 * element of them would be looked at and written by itself, which took half of the time of its page.
 */
export function CarriedBlocks({ text }: { readonly text: string }) {
  const blocks = useMemo((): readonly Block[] => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the page of the document wrote it
    return JSON.parse(text) as readonly Block[];
  }, [text]);
  return <Blocks blocks={blocks} />;
}
