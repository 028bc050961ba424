import type { NotePad } from '#lib/client/haste-notes.ts';

/** A browser’s `localStorage`, in memory. @param room for so many keys */
export function notePad(room = Number.POSITIVE_INFINITY): NotePad {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (kept.size >= room) throw new DOMException('No room', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}
