/** So long an answer that did not come is not asked for again. */
export const RETRY_MS = 5_000;

/**
 * Asks once, for all who want to know. Where no answer comes, all get `without`, as one promise that stays the same for
 * a while: a component that waits for it renders again when it settles, and with a new promise each time would wait
 * again, render again, ask again, and never let another page come.
 */
export function askedOnce<T>(ask: () => Promise<T>, without: T, now: () => number = Date.now): () => Promise<T> {
  let answer: Promise<T> | null = null;
  let failedAt: number | null = null;
  return () => {
    if (answer !== null && (failedAt === null || now() - failedAt < RETRY_MS)) return answer;
    failedAt = null;
    answer = ask().catch(() => {
      failedAt = now();
      return without;
    });
    return answer;
  };
}
