'use client';

import { useEffect, useSyncExternalStore, type ComponentType } from 'react';

/** Code that comes after the page. */
export interface Late<T> {
  /** Null until it is there. */
  readonly now: () => T | null;
  readonly fetch: () => Promise<T>;
  /** Tells when it has come. */
  readonly subscribe: (listener: () => void) => () => void;
}

const all: Late<unknown>[] = [];

/** Code that is fetched while nothing else happens, and so is there without a connection. */
export function late<T>(load: () => Promise<T>): Late<T> {
  const code = onUse(load);
  all.push(code);
  return code;
}

function onUse<T>(load: () => Promise<T>): Late<T> {
  let known: T | null = null;
  const listeners = new Set<() => void>();
  return {
    now: () => known,
    fetch: async () => {
      if (known !== null) return known;
      const loaded = await load();
      known = loaded;
      for (const listener of listeners) listener();
      return loaded;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * A part that comes after the page. Until it is there, nothing stands in its place; where it cannot be fetched because
 * the connection is gone, it is asked for again when it is back, and the page goes on without it.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return partOf(late(load));
}

/** A part that nobody needs before it is shown for the first time: it is not fetched ahead. */
export function partOnUse<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return partOf(onUse(load));
}

/** The same for a part whose code somebody else asks after too. */
export function partOf<Props extends object>(code: Late<ComponentType<Props>>): ComponentType<Props> {
  return function LatePart(props: Props) {
    // The server has drawn nothing here: so does the page at first, also where the code has come before it is taken over.
    const Part = useSyncExternalStore(code.subscribe, code.now, () => null);
    useEffect(() => {
      if (Part !== null) return;
      const ask = () => {
        code.fetch().catch(() => undefined);
      };
      ask();
      window.addEventListener('online', ask);
      return () => window.removeEventListener('online', ask);
    }, [Part]);
    return Part === null ? null : <Part {...props} />;
  };
}

/** Fetches them all while nothing else happens, so that what is needed without a connection is there. */
export async function fetchLateParts(): Promise<void> {
  await Promise.allSettled(all.map((code) => code.fetch()));
}
