import type { ReactNode } from 'react';

import { Mark } from './mark.tsx';

export interface FieldFrameProps {
  readonly label: ReactNode;
  /** One sentence under the label. */
  readonly hint?: ReactNode;
  /** One sentence: what is wrong and what would be right. */
  readonly error?: string | undefined;
  /** Most fields are needed; those that are not say so. */
  readonly optional?: boolean;
}

export const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;

/** The attributes that tie a control to its hint and its error. */
export function describedBy(id: string, { hint, error }: Pick<FieldFrameProps, 'hint' | 'error'>) {
  const ids = [hint ? hintId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

/** Label, hint, control, error: the order of reading and of the screen. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldFrameProps & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-t-1 font-semibold text-ink">
        {label}
        {optional ? <span className="font-normal text-ink-3"> (optional)</span> : null}
      </label>
      {hint ? (
        <p id={hintId(id)} className="text-t-1 text-ink-2">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={errorId(id)} className="flex items-start gap-1 text-t-1 text-error">
      <Mark of="error" className="mt-px" />
      {error}
    </p>
  );
}
