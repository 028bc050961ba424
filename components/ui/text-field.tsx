import { type ComponentProps, useId } from 'react';

import { controlLook } from './control-look.ts';
import { FieldFrame, type FieldFrameProps, describedBy } from './field-frame.tsx';

type TextFieldProps = Omit<ComponentProps<'input'>, 'size'> & FieldFrameProps;

/** A text box of one line. Its id is its name unless given, so that a list of errors can link to it. */
export function TextField({ label, hint, error, optional, id, className, ...input }: TextFieldProps) {
  const generated = useId();
  const fieldId = id ?? input.name ?? generated;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} optional={optional ?? false}>
      <input
        type="text"
        autoComplete="off"
        {...input}
        {...describedBy(fieldId, { hint, error })}
        id={fieldId}
        className={controlLook('h-9', className)}
      />
    </FieldFrame>
  );
}
