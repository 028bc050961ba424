'use client';

import { useEffect, useState, type ComponentType } from 'react';

type Fetch = () => Promise<unknown>;

const late: Fetch[] = [];

/**
 * A part that comes after the page. Until it is there, nothing stands in its place; where it cannot be fetched because
 * the connection is gone, it is asked for again when it is back, and the page goes on without it.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  const fetchPart = async () => (known ??= await load());
  late.push(fetchPart);

  return function LatePart(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(() => known);
    useEffect(() => {
      if (Part !== null) return;
      let wanted = true;
      const ask = () => {
        fetchPart().then(
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
  await Promise.allSettled(late.map((fetchPart) => fetchPart()));
}
