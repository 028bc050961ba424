'use client';

import { useEffect, useRef } from 'react';

import { Mark } from './mark.tsx';

export interface FormErrorEntry {
  /** The id of the field to go to; absent when the trouble is with no field in particular. */
  readonly field?: string | undefined;
  readonly message: string;
}

/**
 * All that stands in the way of a form, at its top, linked to the fields. It takes the focus whenever a submit brings
 * a new list, so that the keyboard and screen readers start from there.
 */
export function FormErrors({ errors }: { errors: readonly FormErrorEntry[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2 border-l-2 border-error bg-error-soft px-3 py-2 text-error"
    >
      <Mark of="error" named className="mt-0.75" />
      <ul className="flex min-w-0 flex-col gap-1">
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ''}:${message}`}>
            {field === undefined ? (
              message
            ) : (
              <a
                href={`#${field}`}
                className="underline underline-offset-2"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
