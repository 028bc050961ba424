'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';

const QUIET_MS = 400;

/** Has the document made anew when the worksheet has moved on from the one that it was made from. */
export function KeepFresh({ sequence }: { readonly sequence: number }) {
  const { store } = useWorksheet();
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (store.sequence <= sequence) return;
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), QUIET_MS);
    };
    look();
    const stop = store.subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, router, sequence]);
  return null;
}
