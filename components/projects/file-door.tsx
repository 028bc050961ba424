'use client';

import { useState } from 'react';

import { FieldFrame, describedBy } from '#components/ui/field-frame.tsx';
import { limits } from '#lib/domain/limits.ts';

import { type ChosenFile, kindOf } from './worksheet-file.ts';

interface FileDoorProps {
  readonly error: string | undefined;
  readonly onChoose: (file: ChosenFile | null) => void;
}

const HINT = 'Choose one, or drop it on the box.';
const LARGEST = `${limits.fileBytes / 1_000_000}\u202FMB`;

/** Takes a worksheet file from the disk, or dropped: the browser's own control does both. */
export function FileDoor({ error, onChoose }: FileDoorProps) {
  const [refused, setRefused] = useState<string>();
  const problem = refused ?? error;

  async function take(file: File | undefined) {
    const tooLarge = file !== undefined && file.size > limits.fileBytes;
    setRefused(tooLarge ? `${file.name} is larger than ${LARGEST}, the most that a worksheet can be.` : undefined);
    if (file === undefined || tooLarge) return onChoose(null);
    onChoose({ name: file.name, text: await file.text(), kind: kindOf(file.name) });
  }

  return (
    <FieldFrame id="file" label="Worksheet file" hint={HINT} error={problem}>
      <input
        {...describedBy('file', { hint: HINT, error: problem })}
        id="file"
        type="file"
        accept=".yaml,.yml,.json"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
        className="w-full rounded-control border border-dashed border-edge p-3 text-t-2 text-ink-2 file:mr-4 file:h-9 file:rounded-control file:border file:border-solid file:border-edge file:bg-sheet file:px-4 file:font-semibold file:text-ink hover:file:border-accent hover:file:text-accent"
      />
    </FieldFrame>
  );
}
