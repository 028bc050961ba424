'use client';

import { useState } from 'react';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { FieldError } from '#components/ui/field-frame.tsx';
import type { Finding } from '#lib/domain/checks/report.ts';
import type { WaiverActions } from './waiver-actions.ts';
import { WaiverForm } from './waiver-form.tsx';

interface WaiverChoiceProps {
  readonly finding: Finding;
  readonly waivers: WaiverActions;
  /** It has been done, and what was pressed goes: where the cursor is to be instead. */
  readonly onDone: () => void;
}

const OPENERS = {
  accepted: 'Change…',
  expired: 'Accept again with reason…',
  'value-changed': 'Accept again with reason…',
};

/** Accepting a finding with a reason, in place; and what can be done about a waiver that it has. */
export function WaiverChoice({ finding, waivers, onDone }: WaiverChoiceProps) {
  const [form, setForm] = useState<'asked' | 'kept' | 'closed' | 'given-up'>(() =>
    waivers.drafts.has(finding.key) ? 'kept' : 'closed',
  );
  if (form === 'asked' || form === 'kept') {
    return (
      <WaiverForm
        finding={finding}
        waivers={waivers}
        takesFocus={form === 'asked'}
        onClose={(how) => {
          setForm(how === 'sent' ? 'closed' : how);
          if (how === 'sent') onDone();
        }}
      />
    );
  }
  return (
    <Buttons
      finding={finding}
      waivers={waivers}
      onDone={onDone}
      takesFocus={form === 'given-up'}
      onOpen={() => setForm('asked')}
    />
  );
}

interface ButtonsProps extends WaiverChoiceProps {
  /** The form was given up just now: the cursor goes back to where it came from. */
  readonly takesFocus: boolean;
  readonly onOpen: () => void;
}

function Buttons({ finding, waivers, onDone, takesFocus, onOpen }: ButtonsProps) {
  const { running, failure, run } = useAction();
  const { waiver } = finding;
  const disabledReason = waivers.locked ?? undefined;
  const withdraw = async () => {
    await waivers.withdraw(finding);
    onDone();
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the cursor was in the form that was here */}
        <Button size="compact" autoFocus={takesFocus} disabledReason={disabledReason} onClick={onOpen}>
          {waiver === undefined ? 'Accept with reason…' : OPENERS[waiver.state]}
        </Button>
        {waiver === undefined ? null : (
          <Button
            size="compact"
            look="quiet"
            pending={running !== null}
            disabledReason={disabledReason}
            onClick={() => run('withdraw', withdraw)}
          >
            Withdraw
          </Button>
        )}
      </div>
      <FieldError id={`withdraw ${finding.key}`} error={failure ?? undefined} />
    </>
  );
}
