import type { KeptOp } from './kept-ops.ts';
import { readKept } from './read-kept.ts';

/** As much of the browser’s `localStorage` as notes need. */
export type NotePad = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Edits that a page writes down when it may be gone in a moment, without waiting for an answer. The browser’s database
 * gives none in that time: a transaction that stands behind another one goes with the page.
 */
export interface HasteNotes {
  /** As far as the browser lets it, and has room. */
  write(entries: readonly KeptOp[]): void;
  read(): readonly KeptOp[];
  /** Of edits by the ids of their ops, which lie in the database by now or are answered. */
  forget(ids: readonly string[]): void;
}

const PREFIX = 'plumbline-edit:';

/** @param pad null where the browser refuses it */
export function hasteNotes(pad: NotePad | null): HasteNotes {
  // `forget` is called for every edit that is kept, and nearly none is ever written down here.
  const written = new Set<string>();
  return {
    write(entries) {
      try {
        for (const entry of entries) {
          pad?.setItem(PREFIX + entry.op.id, JSON.stringify(entry));
          written.add(entry.op.id);
        }
      } catch {
        // Nothing else answers in time: the rest is in the hands of the database.
      }
    },
    read() {
      if (pad === null) return [];
      const keys = Array.from({ length: pad.length }, (_, index) => pad.key(index) ?? '');
      return keys
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => {
          written.add(key.slice(PREFIX.length));
          return readNote(pad.getItem(key));
        });
    },
    forget(ids) {
      for (const id of ids) {
        if (written.delete(id)) pad?.removeItem(PREFIX + id);
      }
    },
  };
}

/** A note is written whole or not at all: what is no JSON was never one. */
function readNote(text: string | null): readonly KeptOp[] {
  try {
    return [readKept(JSON.parse(text ?? ''))];
  } catch {
    return [];
  }
}

/** The notes of this browser, which lie where every tab of the same site finds them. */
export const browserNotes: HasteNotes = hasteNotes(ownNotePad());

function ownNotePad(): NotePad | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}
