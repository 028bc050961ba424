'use client';

import { useEffect, useState, type RefObject } from 'react';
import { imageMarkdown } from '#lib/domain/images/image-markdown.ts';
import { AddImage } from './add-image.tsx';
import { useEditing } from './editing.ts';
import { givenImages } from './given-images.ts';
import { ImageDoor } from './image-door.tsx';
import { withParagraph } from './with-paragraph.ts';

interface ProseImagesProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly value: string;
  /** Of the text, in characters. */
  readonly limit: number;
  readonly onWrite: (text: string) => void;
}

interface WaitingImage {
  readonly image: File;
  readonly number: number;
}

function adding(images: readonly File[]) {
  return (before: readonly WaitingImage[]): readonly WaitingImage[] => {
    const next = (before.at(-1)?.number ?? 0) + 1;
    return [...before, ...images.map((image, index) => ({ image, number: next + index }))];
  };
}

/** Takes the images that are pasted into a long text, dropped on it or chosen, and asks about one after the other. */
export function ProseImages({ area, value, limit, onWrite }: ProseImagesProps) {
  const editing = useEditing();
  /** Those that have no words yet, each with a number of its own; the first one is asked about. */
  const [waiting, setWaiting] = useState<readonly WaitingImage[]>([]);
  const [first] = waiting;

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    /** Only where images came is the browser kept from what it would do. */
    const takeFrom = (event: Event, given: DataTransfer | null) => {
      const images = given === null ? [] : givenImages(given);
      if (images.length > 0) event.preventDefault();
      setWaiting(adding(images));
    };
    const onPaste = (event: ClipboardEvent) => takeFrom(event, event.clipboardData);
    const onDrop = (event: DragEvent) => takeFrom(event, event.dataTransfer);
    // Without this a browser leaves the page for the file that is dropped.
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    element.addEventListener('paste', onPaste);
    element.addEventListener('drop', onDrop);
    element.addEventListener('dragover', onDragOver);
    return () => {
      element.removeEventListener('paste', onPaste);
      element.removeEventListener('drop', onDrop);
      element.removeEventListener('dragover', onDragOver);
    };
  }, [area]);

  const next = () => {
    setWaiting((before) => before.slice(1));
    area.current?.focus();
  };

  const insert = (name: string, alternative: string) => {
    const shown = withParagraph(value, area.current?.selectionEnd ?? value.length, imageMarkdown(name, alternative));
    if (shown.text.length > limit) return 'There is no room left in this text.';
    onWrite(shown.text);
    editing.leave();
    next();
    // After the box has its new text.
    requestAnimationFrame(() => area.current?.setSelectionRange(shown.cursor, shown.cursor));
    return null;
  };

  return (
    <>
      {first === undefined ? null : (
        <ImageDoor key={first.number} image={first.image} onInsert={insert} onCancel={next} />
      )}
      <AddImage onChoose={(image) => setWaiting(adding([image]))} />
    </>
  );
}
