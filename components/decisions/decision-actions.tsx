'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ActionLink } from '#components/workspaces/action-link.tsx';
import { api } from '#lib/client/api.ts';
import type { DecisionStatus } from '#lib/domain/worksheets/decision.ts';
import { paths } from '#lib/paths.ts';

type Can = Readonly<Record<'edit' | 'accept' | 'reject' | 'deprecate', true | string>>;

interface DecisionActionsProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly number: number;
  readonly status: DecisionStatus;
  /** What the status allows, where the reader may decide at all. */
  readonly can: Can;
}

const STEPS = {
  accept: {
    verb: 'Accept',
    says: 'From then on it stands as it is written. Whoever changes their mind writes the next record, which supersedes it.',
  },
  reject: { verb: 'Reject', says: 'The record stays in the log as rejected. It cannot be opened again.' },
  deprecate: {
    verb: 'Deprecate',
    says: 'It is no longer to be followed, and nothing takes its place. Where something does, write the next one instead.',
  },
} as const;

type Step = keyof typeof STEPS;

/** What can be done with a decision now. Verdicts are for good, so each is asked about once. */
export function DecisionActions({ at, number, status, can }: DecisionActionsProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const [asking, setAsking] = useState<Step | null>(null);
  const steps: readonly Step[] =
    status === 'proposed' ? ['accept', 'reject'] : status === 'accepted' ? ['deprecate'] : [];
  const take = (step: Step) =>
    run(step, async () => {
      await api.decisions[step]({ ...at, number });
      setAsking(null);
      router.refresh();
    });
  return (
    <div className="flex flex-wrap gap-2">
      {steps.map((step) => (
        <Button
          key={step}
          look={step === 'accept' ? 'primary' : 'secondary'}
          disabledReason={can[step] === true ? undefined : can[step]}
          onClick={() => setAsking(step)}
        >
          {STEPS[step].verb}
        </Button>
      ))}
      {status === 'proposed' ? (
        <ActionLink href={paths.changeDecision({ ...at, number })} can={can.edit}>
          Change
        </ActionLink>
      ) : null}
      {status === 'accepted' || status === 'deprecated' ? (
        <ActionLink href={paths.newDecision(at, { supersedes: number })} can={can.deprecate === true ? true : can.edit}>
          Write the next one
        </ActionLink>
      ) : null}
      <Dialog
        open={asking !== null}
        title={asking === null ? '' : `${STEPS[asking].verb} decision ${number}?`}
        onClose={() => setAsking(null)}
      >
        <p>{asking === null ? '' : STEPS[asking].says}</p>
        {failure === null ? null : (
          <p role="alert" className="mt-3 text-error">
            {failure}
          </p>
        )}
        <div className="mt-4 flex gap-2">
          <Button look="primary" pending={running !== null} onClick={() => asking !== null && take(asking)}>
            {asking === null ? '' : STEPS[asking].verb}
          </Button>
          <Button onClick={() => setAsking(null)}>Not now</Button>
        </div>
      </Dialog>
    </div>
  );
}
