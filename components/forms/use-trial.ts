'use client';

import { useSyncExternalStore } from 'react';
import type { ShownTrial } from '#lib/client/shown-trial.ts';
import { useEditing } from './editing.ts';

/** The value that is tried at the moment; null while none is. */
export function useTrial(): ShownTrial | null {
  const { trial } = useEditing();
  const read = () => trial.shown;
  return useSyncExternalStore(trial.subscribe, read, read);
}
