'use client';

import { useId, useState, type ReactNode } from 'react';
import { textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import { describedBy, FieldFrame } from '#components/ui/field-frame.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { freshId } from '#lib/client/fresh-id.ts';
import { limits } from '#lib/domain/limits.ts';
import { MentionBox } from './mention-box.tsx';

interface CommentFormProps {
  readonly label: string;
  readonly action: string;
  /** What was typed before and not sent. */
  readonly first: string;
  readonly onType: (body: string) => void;
  /** Sends it under an id that is the same at every attempt. */
  readonly send: (comment: { readonly id: string; readonly body: string; readonly data: FormData }) => Promise<void>;
  readonly onCancel?: (() => void) | undefined;
  readonly takesFocus?: boolean;
  /** Stands between the box and the buttons. */
  readonly children?: ReactNode;
}

/** A comment as it is written. What was typed stays through every failure; Ctrl and Enter send. */
export function CommentForm(props: CommentFormProps) {
  const { label, action, first, onType, send, onCancel, takesFocus = false, children } = props;
  const id = useId();
  const [commentId, setCommentId] = useState(freshId);
  const [round, setRound] = useState(0);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => (textOf(data, id) === '' ? [{ field: id, message: 'Write something first.' }] : []),
    fields: { body: id },
    send: async (data) => {
      await send({ id: commentId, body: textOf(data, id), data });
      setCommentId(freshId());
      setRound(round + 1);
      onType('');
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-2 text-t-1">
      <FormErrors errors={errors} />
      <FieldFrame id={id} label={label} error={errorOf(id)}>
        <MentionBox
          key={round}
          {...describedBy(id, { error: errorOf(id) })}
          id={id}
          name={id}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where somebody asked for it
          autoFocus={takesFocus && round === 0}
          rows={2}
          maxLength={limits.commentLength}
          defaultValue={round === 0 ? first : ''}
          onType={onType}
          onSend={(form) => form?.requestSubmit()}
          className={controlLook('field-sizing-content min-h-14 resize-none py-1')}
        />
      </FieldFrame>
      {children}
      <div className="flex gap-2">
        <Button type="submit" size="compact" pending={pending}>
          {action}
        </Button>
        {onCancel === undefined ? null : (
          <Button size="compact" look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
