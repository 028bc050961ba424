'use client';

import { type SubmitEvent, useState } from 'react';

import type { FormErrorEntry } from '#components/ui/form-errors.tsx';

import { submitErrorOf } from './submit-error.ts';

interface SubmitOptions {
  /** What is wrong before anything is sent; empty when all is well. */
  readonly validate?: (data: FormData) => readonly FormErrorEntry[];
  /** Sends what was typed. What it throws is shown at the top of the form and at the field it names. */
  readonly send: (data: FormData) => Promise<void>;
  /** The field's name in the form, by its name in the request, where the two differ. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface Submit {
  readonly errors: readonly FormErrorEntry[];
  readonly pending: boolean;
  /** The sentence for one field, if there is one. */
  readonly errorOf: (field: string) => string | undefined;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/**
 * The way of every small form: check, send, show what stood in the way. The inputs stay uncontrolled, so that they keep
 * what was typed through each failure. Two presses in a row send once.
 */
export function useSubmit({ validate, send, fields }: SubmitOptions): Submit {
  const [errors, setErrors] = useState<readonly FormErrorEntry[]>([]);
  const [pending, setPending] = useState(false);

  async function submit(data: FormData) {
    const found = validate?.(data) ?? [];
    setErrors(found);
    if (found.length > 0 || pending) return;
    setPending(true);
    try {
      await send(data);
    } catch (error) {
      setErrors([submitErrorOf(error, fields)]);
    } finally {
      setPending(false);
    }
  }

  return {
    errors,
    pending,
    errorOf: (field) => errors.find((entry) => entry.field === field)?.message,
    onSubmit: (event) => {
      event.preventDefault();
      void submit(new FormData(event.currentTarget));
    },
  };
}
