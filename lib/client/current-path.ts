/** The address of the field that someone is at, for the panel and the plumb line. */
export class CurrentPath {
  #path: string | null = null;
  #pinned = false;
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get path(): string | null {
    return this.#path;
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  /** Moves on, unless what is shown has been pinned. */
  follow(path: string | null): void {
    if (this.#pinned || path === this.#path) return;
    this.#path = path;
    this.#tell();
  }

  pin(on: boolean): void {
    this.#pinned = on;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
