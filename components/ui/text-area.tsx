import type { ComponentProps } from 'react';

import { controlLook } from './control-look.ts';
import { FieldFrame, type FieldFrameProps, describedBy } from './field-frame.tsx';

type TextAreaProps = ComponentProps<'textarea'> & FieldFrameProps & { readonly name: string };

/** A text box of several lines. Its id is its name, so that a list of errors can link to it. */
export function TextArea({ label, hint, error, optional, className, ...area }: TextAreaProps) {
  return (
    <FieldFrame id={area.name} label={label} hint={hint} error={error} optional={optional ?? false}>
      <textarea
        autoComplete="off"
        {...area}
        {...describedBy(area.name, { hint, error })}
        id={area.name}
        className={controlLook('py-1.5', className)}
      />
    </FieldFrame>
  );
}
