'use client';

import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

interface RemovalDialogProps {
  readonly name: string;
  /** Labels of the fields that refer to what is to go; null while nothing is asked. */
  readonly referrers: readonly string[] | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Who refers to an item, before it is deleted. */
export function RemovalDialog({ name, referrers, onConfirm, onCancel }: RemovalDialogProps) {
  return (
    <Dialog open={referrers !== null} title={`Delete “${name}”?`} onClose={onCancel}>
      <p>{referrers?.length === 1 ? 'This field refers to it:' : 'These fields refer to it:'}</p>
      <ul className="my-2 list-disc pl-6">
        {referrers?.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      <p>They will point at nothing until something else is chosen.</p>
      <div className="mt-4 flex gap-2">
        <Button look="danger" onClick={onConfirm}>
          Delete
        </Button>
        <Button onClick={onCancel}>Keep it</Button>
      </div>
    </Dialog>
  );
}
