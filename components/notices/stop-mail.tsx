'use client';

import { useState } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/client/api.ts';

/** Turns mails off by the link of one. A press is asked for: mail programs open links by themselves. */
export function StopMail({ token }: { readonly token: string }) {
  const { run, running, failure } = useAction();
  const [stopped, setStopped] = useState(false);
  if (stopped) return <p role="status">No such mails come any more. They can be turned on again under Account.</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      {failure === null ? null : (
        <p role="alert" className="text-error">
          {failure}
        </p>
      )}
      <Button
        look="primary"
        pending={running !== null}
        onClick={() =>
          run('stop', async () => {
            await api.notices.stopMails({ token });
            setStopped(true);
          })
        }
      >
        Stop these mails
      </Button>
    </div>
  );
}
