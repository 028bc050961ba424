'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { readImage } from '#lib/domain/images/read-image.ts';
import { limits } from '#lib/domain/limits.ts';
import { useEditing, type Editing } from './editing.ts';
import { submitErrorOf } from './submit-error.ts';

export type Upload =
  | { readonly state: 'sending'; readonly share: number }
  | { readonly state: 'kept'; readonly name: string }
  /** Another attempt may go well. */
  | { readonly state: 'failed'; readonly reason: string }
  /** No attempt will. */
  | { readonly state: 'refused'; readonly reason: string };

interface ImageUpload {
  readonly upload: Upload;
  readonly tryAgain: () => void;
  readonly giveUp: () => void;
}

const BEGUN: Upload = { state: 'sending', share: 0 };

/** Sends an image as soon as it is there; leaving the page or giving up ends it. */
export function useImageUpload(image: File): ImageUpload {
  const { sendImage } = useEditing();
  const [upload, setUpload] = useState<Upload>(BEGUN);
  const sending = useRef<AbortController>(null);

  const start = useCallback(() => {
    const controller = new AbortController();
    const { signal } = controller;
    sending.current = controller;
    const tell = (next: Upload) => {
      if (!signal.aborted) setUpload(next);
    };
    const onProgress = (share: number) => tell({ state: 'sending', share });
    void outcomeOf(image, (blob) => sendImage(blob, { signal, onProgress })).then(tell);
  }, [image, sendImage]);

  const giveUp = useCallback(() => sending.current?.abort(), []);

  useEffect(() => {
    start();
    return giveUp;
  }, [start, giveUp]);

  return {
    upload,
    tryAgain: () => {
      setUpload(BEGUN);
      start();
    },
    giveUp,
  };
}

async function outcomeOf(image: File, send: (image: Blob) => ReturnType<Editing['sendImage']>): Promise<Upload> {
  try {
    // A file that is too large is not read for it: one byte more says as much.
    const bytes = new Uint8Array(await image.slice(0, limits.imageBytes + 1).arrayBuffer());
    const reading = readImage(bytes);
    if (!reading.ok) return { state: 'refused', reason: reading.problem };
    return { state: 'kept', name: await send(image) };
  } catch (error) {
    return { state: 'failed', reason: submitErrorOf(error).message };
  }
}
