'use client';

import { useId, useRef, useState } from 'react';
import { textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import { describedBy, FieldFrame } from '#components/ui/field-frame.tsx';
import { FormErrors, type FormErrorEntry } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Finding } from '#lib/domain/checks/report.ts';
import type { WaiverWords } from '#lib/domain/checks/waiver-edits.ts';
import { limits } from '#lib/domain/limits.ts';
import type { WaiverActions } from './waiver-actions.ts';

interface WaiverFormProps {
  readonly finding: Finding;
  readonly waivers: WaiverActions;
  /** Somebody asked for it just now, so that the cursor goes there. */
  readonly takesFocus: boolean;
  /** Nothing is typed any more: it was sent, or given up. */
  readonly onClose: (how: 'sent' | 'given-up') => void;
}

/**
 * Why a finding is accepted, and until when; or, once it is, other words for it. Where somebody else accepts it while
 * one types, what was typed stays, to be saved in the place of theirs or given up.
 */
export function WaiverForm({ finding, waivers, takesFocus, onClose }: WaiverFormProps) {
  const id = useId();
  const [reasonId, untilId] = [`${id}-reason`, `${id}-until`];
  const until = useRef<HTMLInputElement>(null);
  const [first] = useState(() => waivers.drafts.get(finding.key) ?? wordsOf(finding));
  const [opened] = useState(finding.waiver?.state);
  const accepted = finding.waiver?.state === 'accepted';

  const validate = (data: FormData): FormErrorEntry[] => {
    const { reason, expires } = wordsIn(data, reasonId, untilId);
    const untyped = until.current?.validity.badInput === true;
    const over = expires !== undefined && expires < waivers.today;
    return [
      ...(reason === '' ? [{ field: reasonId, message: 'Say why this is accepted.' }] : []),
      ...(untyped ? [{ field: untilId, message: 'This is not a date.' }] : []),
      ...(over ? [{ field: untilId, message: 'This day is over. Choose today or a later one.' }] : []),
    ];
  };
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate,
    fields: { reason: reasonId, expires: untilId },
    send: async (data) => {
      const words = wordsIn(data, reasonId, untilId);
      await (accepted ? waivers.change(finding, words) : waivers.accept(finding, words));
      onClose('sent');
    },
  });

  return (
    <form
      onSubmit={onSubmit}
      onInput={(event) => {
        waivers.drafts.set(finding.key, wordsIn(new FormData(event.currentTarget), reasonId, untilId));
      }}
      noValidate
      className="flex flex-col gap-3 border-l border-hairline pl-3 text-t-1"
    >
      <FormErrors errors={errors} />
      {accepted && opened !== 'accepted' ? (
        <p role="status" className="text-ink-2">
          It was accepted meanwhile. What you typed is kept: save it in the place of theirs, or give it up.
        </p>
      ) : null}
      <FieldFrame id={reasonId} label="Reason" error={errorOf(reasonId)}>
        <textarea
          {...describedBy(reasonId, { error: errorOf(reasonId) })}
          id={reasonId}
          name={reasonId}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where somebody asked for it
          autoFocus={takesFocus}
          rows={2}
          maxLength={limits.reasonLength}
          defaultValue={first.reason}
          className={controlLook('field-sizing-content min-h-14 resize-none py-1')}
        />
      </FieldFrame>
      <TextField
        ref={until}
        id={untilId}
        name={untilId}
        type="date"
        label="Until"
        optional
        hint="The last day; without one, until it is withdrawn."
        min={waivers.today}
        defaultValue={first.expires ?? ''}
        error={errorOf(untilId)}
        className="w-40!"
      />
      <p className="text-ink-2">It stands again when one of these values changes.</p>
      <div className="flex gap-2">
        <Button type="submit" size="compact" look="primary" pending={pending}>
          {accepted ? 'Save' : 'Accept'}
        </Button>
        <Button
          size="compact"
          look="quiet"
          onClick={() => {
            waivers.drafts.delete(finding.key);
            onClose('given-up');
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}

function wordsOf({ waiver }: Finding): WaiverWords {
  // The end of one that is over would only have to be changed.
  return { reason: waiver?.reason ?? '', expires: waiver?.state === 'expired' ? undefined : waiver?.expires };
}

function wordsIn(data: FormData, reasonId: string, untilId: string): WaiverWords {
  const expires = textOf(data, untilId);
  return { reason: textOf(data, reasonId), expires: expires === '' ? undefined : expires };
}
