import { useEffect, useState } from 'react';

/** Typing is followed by a question to the server after this pause. */
const PAUSE_MS = 120;

export interface Answered<T> {
  /** What was asked; null before the first answer. */
  readonly text: string | null;
  readonly answer: T;
}

/**
 * What the server answers to a text that is being typed; the last answer stands until the next one is there, so that
 * nothing flickers.
 *
 * @param text null while nothing is wanted
 * @param ask the same function at every rendering; it never throws
 */
export function useAnswer<T>(text: string | null, ask: (text: string) => Promise<T>, first: T): Answered<T> {
  const [answered, setAnswered] = useState<Answered<T>>({ text: null, answer: first });
  useEffect(() => {
    if (text === null) return;
    let waiting = true;
    const asked = text.trim();
    const timer = setTimeout(() => {
      void ask(asked).then((answer) => {
        if (waiting) setAnswered({ text: asked, answer });
      });
    }, PAUSE_MS);
    return () => {
      waiting = false;
      clearTimeout(timer);
    };
  }, [ask, text]);
  return answered;
}
