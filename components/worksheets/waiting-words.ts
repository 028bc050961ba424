interface Waiting {
  readonly rule: string;
  readonly missing: readonly string[];
}

/** "27 checks wait for answers; the nearest needs only prevalence." */
export function nearestWait(waiting: readonly Waiting[], words: (path: string) => string): string {
  const nearest = waiting.toSorted((a, b) => a.missing.length - b.missing.length)[0];
  if (nearest === undefined) return 'No check waits for an answer.';
  const count = waiting.length === 1 ? '1 check waits for answers' : `${waiting.length} checks wait for answers`;
  const [only, ...more] = nearest.missing;
  if (only === undefined) return `${count}.`;
  return more.length === 0
    ? `${count}; the nearest needs only ${words(only)}.`
    : `${count}; the nearest needs ${nearest.missing.length} of them.`;
}
