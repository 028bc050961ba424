import { type ComponentProps, useId } from 'react';

import { FieldError, type FieldFrameProps, describedBy, hintId } from './field-frame.tsx';

type CheckboxFieldProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & Omit<FieldFrameProps, 'optional'>;

export function CheckboxField({ label, hint, error, id, ...input }: CheckboxFieldProps) {
  const generated = useId();
  const fieldId = id ?? input.name ?? generated;
  return (
    <div className="flex flex-col gap-1">
      <label className="flex min-h-6 items-start gap-2 pointer-coarse:min-h-11">
        <input
          {...input}
          {...describedBy(fieldId, { hint, error })}
          id={fieldId}
          type="checkbox"
          className="mt-1 size-4 shrink-0"
        />
        <span>
          {label}
          {hint ? (
            <span id={hintId(fieldId)} className="block text-t-1 text-ink-2">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
      <FieldError id={fieldId} error={error} />
    </div>
  );
}
