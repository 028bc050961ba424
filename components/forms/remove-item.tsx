'use client';

import { useState } from 'react';
import { useEditing } from './editing.ts';
import { latePart } from './late.tsx';

const RemovalDialog = latePart(async () => (await import('./removal-dialog.tsx')).RemovalDialog);

export interface Removal {
  readonly referrers: readonly string[] | null;
  readonly ask: () => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Deletes an item at once, with a way back; one that others refer to is asked about first. */
export function useRemoval(itemPath: string, noun: string, onRemoved?: () => void): Removal {
  const editing = useEditing();
  const [referrers, setReferrers] = useState<readonly string[] | null>(null);
  const confirm = () => {
    setReferrers(null);
    editing.remove(itemPath);
    editing.announceRemoval(`${noun.charAt(0).toUpperCase()}${noun.slice(1)} deleted.`);
    onRemoved?.();
  };
  return {
    referrers,
    confirm,
    ask: () => {
      void editing.referrers(itemPath).then(
        (found) => (found.length === 0 ? confirm() : setReferrers(found)),
        // Nobody can say who refers to it; it can be had back, and what points at nothing is found.
        confirm,
      );
    },
    cancel: () => setReferrers(null),
  };
}

/** Asks before an item goes that others refer to. */
export function RemoveItem({ removal, name }: { removal: Removal; name: string }) {
  return (
    <RemovalDialog name={name} referrers={removal.referrers} onConfirm={removal.confirm} onCancel={removal.cancel} />
  );
}
