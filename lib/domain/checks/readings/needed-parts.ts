import { listed } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { gap, notApplicable, pass, waits, type Outcome } from '../rule.ts';

/** One thing that has to be said somewhere, in the words of the finding: 'an owner'. */
export interface Part {
  readonly name: string;
  /** The fields that could say it; one is enough. */
  readonly reads: readonly Read[];
}

/** A gap that names what is missing of several things; waits for those that are open questions. */
export function neededParts(parts: readonly Part[], message: (names: string) => string): Outcome {
  const open: Read[] = [];
  const lacking: Part[] = [];
  for (const part of parts) {
    if (part.reads.some(({ state }) => state === 'answered' || state === 'not-applicable')) continue;
    const asked = part.reads.filter(({ state, blockedBy }) => state === 'unknown' || blockedBy !== undefined);
    if (asked.length > 0) open.push(...asked);
    else lacking.push(part);
  }
  const ends = lacking.flatMap(({ reads }) => reads.slice(0, 1));
  if (ends.length > 0) return gap({ ends, message: message(listed(lacking.map(({ name }) => name))) });
  return open.length > 0 ? waits(...open) : parts.length > 0 ? pass : notApplicable;
}
