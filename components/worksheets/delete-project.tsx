'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';
import { paths } from '#lib/paths.ts';

interface DeleteProjectProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for the title before a project goes; it can be brought back for thirty days. */
export function DeleteProject({ at, title, open, onClose }: DeleteProjectProps) {
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const { run, running, failure } = useAction();
  const matches = typed.trim() === title;
  return (
    <Dialog open={open} title={`Delete “${title}”?`} onClose={onClose}>
      <p>
        The worksheet and its history go with it. For thirty days it can be restored from the archived projects; after
        that it is gone.
      </p>
      <div className="mt-4">
        <TextField
          label={`Type the title, ${title}`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          error={failure ?? undefined}
        />
      </div>
      <div className="mt-4 flex gap-2">
        <Button
          look="danger"
          pending={running !== null}
          disabledReason={matches ? undefined : 'Type the title first.'}
          onClick={() =>
            run('delete', async () => {
              await api.projects.delete(at);
              router.push(paths.workspace({ workspace: at.workspace }));
            })
          }
        >
          Delete
        </Button>
        <Button onClick={onClose}>Keep it</Button>
      </div>
    </Dialog>
  );
}
