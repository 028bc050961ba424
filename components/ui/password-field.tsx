'use client';

import { type ComponentProps, useId, useState } from 'react';

import { controlLook } from './control-look.ts';
import { FieldFrame, type FieldFrameProps, describedBy } from './field-frame.tsx';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type' | 'size'> &
  FieldFrameProps & { readonly autoComplete: 'current-password' | 'new-password' };

/** A password box whose text can be looked at, so that nobody types a password twice. */
export function PasswordField({ label, hint, error, optional, id, className, ...input }: PasswordFieldProps) {
  const generated = useId();
  const fieldId = id ?? input.name ?? generated;
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} optional={optional ?? false}>
      <div className="relative">
        <input
          {...input}
          {...describedBy(fieldId, { hint, error })}
          id={fieldId}
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
          className={controlLook('h-9 pr-16', className)}
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-controls={fieldId}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 px-3 text-t-1 text-accent hover:text-accent-hover"
        >
          Show<span className="sr-only"> password</span>
        </button>
      </div>
    </FieldFrame>
  );
}
