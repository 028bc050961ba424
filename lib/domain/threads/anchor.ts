import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { readWords } from './passage-words.ts';

/** Of a text, in UTF-16 units: from the first unit to the one after the last, as in the browser's ranges. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of a text by its words, by what stands around it, and by where it stood: the pair of selectors of the W3C
 * Web Annotation Data Model (2017), TextQuoteSelector and TextPositionSelector. That counts code points where we count
 * UTF-16 units.
 */
export interface Passage {
  readonly exact: string;
  /** '' where the text begins with the passage. */
  readonly prefix: string;
  /** '' where the text ends with the passage. */
  readonly suffix: string;
  readonly position: TextRange;
}

/**
 * What a thread was started on. It is kept as it was made: where it stands now is found at reading time
 * (resolve-anchor.ts).
 */
export type Anchor =
  | { readonly kind: 'document' }
  | { readonly kind: 'section'; readonly path: string; readonly label: string }
  | {
      readonly kind: 'field' | 'item';
      readonly path: string;
      /** What people called the place then: all that is left to say of an item that was removed. */
      readonly label: string;
      /** Of the value that it was made against; '' for a blank one. */
      readonly valueHash: string;
    }
  | {
      readonly kind: 'passage';
      readonly path: string;
      readonly label: string;
      readonly valueHash: string;
      readonly passage: Passage;
    };

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
