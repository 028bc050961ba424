'use client';

import { useState } from 'react';

import { FieldFrame, describedBy } from '#components/ui/field-frame.tsx';

import { endings, mostBytes, readChosen, type ChosenFile } from './worksheet-file.ts';

interface FileDoorProps {
  readonly error: string | undefined;
  readonly onChoose: (file: ChosenFile | null) => void;
}

const HINT = 'Choose one, or drop it on the box.';

/** Takes the file of a worksheet or of a project from the disk, or dropped: the browser's own control does both. */
export function FileDoor({ error, onChoose }: FileDoorProps) {
  const [refused, setRefused] = useState<string>();
  const problem = refused ?? error;

  async function take(file: File | undefined) {
    const most = mostBytes(file?.name ?? '');
    const tooLarge = file !== undefined && file.size > most;
    setRefused(
      tooLarge ? `${file.name} is larger than ${most / 1_000_000}\u202FMB, the most that it can be.` : undefined,
    );
    if (file === undefined || tooLarge) return onChoose(null);
    onChoose(await readChosen(file));
  }

  return (
    <FieldFrame id="file" label="File" hint={HINT} error={problem}>
      <input
        {...describedBy('file', { hint: HINT, error: problem })}
        id="file"
        type="file"
        accept={endings}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
        className="w-full rounded-control border border-dashed border-edge p-3 text-t-2 text-ink-2 file:mr-4 file:h-9 file:rounded-control file:border file:border-solid file:border-edge file:bg-sheet file:px-4 file:font-semibold file:text-ink hover:file:border-accent hover:file:text-accent"
      />
    </FieldFrame>
  );
}
