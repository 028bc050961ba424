interface Due {
  readonly kind: string;
  readonly what: string;
}

/** What is due: "Launch", "waiver of MET-06 ends", "answer to ‘Objective’". */
export function dueWords({ kind, what }: Due): string {
  if (kind === 'waiver') return `waiver of ${what} ends`;
  if (kind === 'open-question') return `answer to ‘${what}’`;
  return kind === 'review-by' ? 'to be looked at again' : what;
}
