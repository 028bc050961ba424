'use client';

import { type DragEvent, useState } from 'react';

/** What makes an element take a dropped file, and whether one is held over it. */
export function useFileDrop(onFile: ((file: File) => void) | null) {
  const [isOver, setIsOver] = useState(false);
  if (onFile === null) return { isOver: false, target: {} };
  const target = {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      // Else the browser leaves the page and opens the file.
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave(event: DragEvent) {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setIsOver(false);
    },
    onDrop(event: DragEvent) {
      const [file] = event.dataTransfer.files;
      setIsOver(false);
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    },
  };
  return { isOver, target };
}
