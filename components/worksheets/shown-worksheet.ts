import type { WorksheetParts } from './worksheet-context.ts';

let shown: WorksheetParts | null = null;

/** Says which worksheet this tab shows, for what stands outside of its pages, as the top bar does. The answer ends it. */
export function showWorksheet(parts: WorksheetParts): () => void {
  shown = parts;
  return () => {
    if (shown === parts) shown = null;
  };
}

/** Null on pages of no project. */
export function shownWorksheet(): WorksheetParts | null {
  return shown;
}
