'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useEditing } from './editing.ts';

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
      void editing.referrers(itemPath).then((found) => (found.length === 0 ? confirm() : setReferrers(found)));
    },
    cancel: () => setReferrers(null),
  };
}

/** Who refers to an item, before it is deleted. */
export function RemoveItem({ removal, name }: { removal: Removal; name: string }) {
  const { referrers } = removal;
  return (
    <Dialog open={referrers !== null} title={`Delete “${name}”?`} onClose={removal.cancel}>
      <p>{referrers?.length === 1 ? 'This field refers to it:' : 'These fields refer to it:'}</p>
      <ul className="my-2 list-disc pl-6">
        {referrers?.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <p>They will point at nothing until something else is chosen.</p>
      <div className="mt-4 flex gap-2">
        <Button look="danger" onClick={removal.confirm}>
          Delete
        </Button>
        <Button onClick={removal.cancel}>Keep it</Button>
      </div>
    </Dialog>
  );
}
