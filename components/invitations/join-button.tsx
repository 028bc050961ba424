'use client';

import { useAction } from '#components/forms/use-action.ts';
import { signOut } from '#components/sessions/sign-out.ts';
import { Button } from '#components/ui/button.tsx';
import { Failure } from '#components/ui/failure.tsx';
import { api } from '#lib/client/api.ts';

import { joinedPath } from './joined-path.ts';

/** For someone who is signed in: one press, with the account they have. */
export function JoinButton({ token, as }: { token: string; as: string }) {
  const { run, running, failure } = useAction();
  return (
    <div className="flex flex-col gap-4">
      <Failure reason={failure} />
      <div className="flex flex-wrap items-center gap-4">
        <Button
          look="primary"
          pending={running === 'join'}
          onClick={() => run('join', async () => location.assign(joinedPath(await api.invitations.accept({ token }))))}
        >
          Join as {as}
        </Button>
        <Button look="quiet" onClick={() => run('leave', signOut)}>
          Use another account
        </Button>
      </div>
    </div>
  );
}
