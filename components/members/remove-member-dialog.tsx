'use client';

import { useRouter } from 'next/navigation';

import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Failure } from '#components/ui/failure.tsx';
import { api } from '#lib/client/api.ts';

interface RemoveMemberDialogProps {
  readonly workspace: string;
  /** Null closes the dialog. */
  readonly member: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

export function RemoveMemberDialog({ workspace, member, onClose }: RemoveMemberDialogProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  return (
    <Dialog open={member !== null} title={`Remove ${member?.name ?? ''}?`} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>
          They lose access to the workspace at once. What they wrote stays, under their name in the record, and they can
          be invited again.
        </p>
        <Failure reason={failure} />
        <div className="flex flex-wrap gap-3">
          <Button
            look="danger"
            pending={running !== null}
            onClick={() =>
              run('remove', async () => {
                if (member === null) return;
                await api.members.remove({ workspace, member: member.id });
                onClose();
                router.refresh();
              })
            }
          >
            Remove
          </Button>
          <Button onClick={onClose}>Keep</Button>
        </div>
      </div>
    </Dialog>
  );
}
