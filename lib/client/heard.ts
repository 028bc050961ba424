import type { LiveEvent } from './live.ts';

/** Passes on what the log says to parts of the page that come after it. */
export class Heard {
  #listeners = new Set<(event: LiveEvent) => void>();

  subscribe = (listener: (event: LiveEvent) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
