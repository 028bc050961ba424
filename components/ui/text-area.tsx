import { type ComponentProps, useId } from 'react';

import { controlLook } from './control-look.ts';
import { FieldFrame, type FieldFrameProps, describedBy } from './field-frame.tsx';

type TextAreaProps = ComponentProps<'textarea'> & FieldFrameProps & { readonly face?: 'sans' | 'serif' | 'code' };

const FACES = { sans: 'text-t-2', serif: 'font-serif text-t-3', code: 'font-code text-t-1' } as const;

/** A text box that grows with its text, where the browser can do that. */
export function TextArea({ label, hint, error, optional, id, className, face = 'sans', ...area }: TextAreaProps) {
  const generated = useId();
  const fieldId = id ?? area.name ?? generated;
  return (
    <FieldFrame id={fieldId} label={label} hint={hint} error={error} optional={optional ?? false}>
      <textarea
        rows={3}
        {...area}
        {...describedBy(fieldId, { hint, error })}
        id={fieldId}
        className={controlLook('field-sizing-content min-h-20 resize-y py-2', FACES[face], className)}
      />
    </FieldFrame>
  );
}
