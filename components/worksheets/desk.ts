import { useSyncExternalStore } from 'react';
import { useWorksheet, type WorksheetParts } from './worksheet-context.ts';

/** What a page knows of something besides the worksheet that is open: one for all parts of the page that show it. */
export abstract class Desk {
  /** Whoever looks at it renders again when this changes. */
  version = 0;
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected tell(): void {
    this.version += 1;
    for (const listener of this.#listeners) listener();
  }
}

/** A hook that gives the desk of the open worksheet; it is made when somebody first asks. */
export function deskHook<D extends Desk>(make: (parts: WorksheetParts) => D): () => D {
  const desks = new WeakMap<WorksheetParts['store'], D>();
  const deskOf = (parts: WorksheetParts): D => {
    const known = desks.get(parts.store);
    if (known !== undefined) return known;
    const desk = make(parts);
    desks.set(parts.store, desk);
    return desk;
  };
  return function useDesk() {
    const desk = deskOf(useWorksheet());
    useSyncExternalStore(
      desk.subscribe,
      () => desk.version,
      () => 0,
    );
    return desk;
  };
}
