'use client';

import { useEffect, useState, type ComponentType } from 'react';

/** Code that comes after the page. */
export interface Late<T> {
  /** Null until it is there. */
  readonly now: () => T | null;
  readonly fetch: () => Promise<T>;
}

const all: Late<unknown>[] = [];

export function late<T>(load: () => Promise<T>): Late<T> {
  let known: T | null = null;
  const code: Late<T> = { now: () => known, fetch: async () => (known ??= await load()) };
  all.push(code);
  return code;
}

/**
 * A part that comes after the page. Until it is there, nothing stands in its place; where it cannot be fetched because
 * the connection is gone, it is asked for again when it is back, and the page goes on without it.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return partOf(late(load));
}

/** The same for a part whose code somebody else asks after too. */
export function partOf<Props extends object>(code: Late<ComponentType<Props>>): ComponentType<Props> {
  return function LatePart(props: Props) {
    const [Part, setPart] = useState(code.now);
    useEffect(() => {
      if (Part !== null) return;
      let wanted = true;
      const ask = () => {
        code.fetch().then(
          (part) => {
            if (wanted) setPart(() => part);
          },
          () => undefined,
        );
      };
      ask();
      window.addEventListener('online', ask);
      return () => {
        wanted = false;
        window.removeEventListener('online', ask);
      };
    }, [Part]);
    return Part === null ? null : <Part {...props} />;
  };
}

/** Fetches them all while nothing else happens, so that what is needed without a connection is there. */
export async function fetchLateParts(): Promise<void> {
  await Promise.allSettled(all.map((code) => code.fetch()));
}
