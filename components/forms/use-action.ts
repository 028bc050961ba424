'use client';

import { useState } from 'react';

import { submitErrorOf } from './submit-error.ts';

export interface Action {
  /** Which of the actions is under way. */
  readonly running: string | null;
  /** One sentence about the last one that failed. */
  readonly failure: string | null;
  /** Runs one at a time; a second press while one is under way does nothing. */
  readonly run: (name: string, work: () => Promise<void>) => void;
}

/** Buttons that do something at once, without a form: what is under way, and what went wrong. */
export function useAction(): Action {
  const [running, setRunning] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  async function attempt(name: string, work: () => Promise<void>) {
    setRunning(name);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(submitErrorOf(error).message);
    } finally {
      setRunning(null);
    }
  }

  return {
    running,
    failure,
    run: (name, work) => {
      if (running === null) void attempt(name, work);
    },
  };
}
