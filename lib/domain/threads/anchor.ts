import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import type { Passage, TextRange } from '#lib/domain/worksheets/thread-record.ts';
import { readWords } from './passage-words.ts';

export type { Anchor, Passage, TextRange } from '#lib/domain/worksheets/thread-record.ts';

/** About ten words on each side; the Hypothesis client keeps 32 characters. */
const CONTEXT = 64;

/**
 * The passage that someone marked, widened to whole words, so that no letter, emoji or accent is cut in two.
 *
 * @returns undefined where no word was marked
 * @throws AppError too-large beyond the length that is found again
 */
export function passageAt(text: string, marked: TextRange): Passage | undefined {
  const { starts, ends } = readWords(text, new Map());
  const first = ends.findIndex((end) => end > marked.start);
  const last = starts.findLastIndex((start) => start < marked.end);
  const [start, end] = [starts[first], ends[last]];
  if (start === undefined || end === undefined || start >= end) return undefined;
  if (end - start > limits.quoteLength) {
    throw new AppError('too-large', 'This passage is too long. Mark a part of it, or comment on the whole field.');
  }
  const before = starts.find((begin) => begin >= start - CONTEXT) ?? start;
  const after = ends.findLast((stop) => stop <= end + CONTEXT) ?? end;
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(before, start), start),
    suffix: text.slice(end, Math.max(after, end)),
    position: { start, end },
  };
}
