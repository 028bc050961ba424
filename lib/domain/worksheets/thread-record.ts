/** After Conventional Comments: a reader sees at once what is wanted of them. */
export const threadKinds = ['question', 'issue', 'suggestion', 'note', 'praise'] as const;
export type ThreadKind = (typeof threadKinds)[number];

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
 * (lib/domain/threads/resolve-anchor.ts).
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

/** A comment as a file carries it: people are names, since accounts are those of one installation. */
export interface CommentRecord {
  /** '' once the account is gone. */
  readonly by: string;
  /** Instant in UTC, to the millisecond. With who wrote it, it tells a comment from the others of its thread. */
  readonly at: string;
  /** As Markdown; '' once it was deleted. */
  readonly text: string;
  /** What it said before, until when; oldest first. */
  readonly earlier: readonly { readonly text: string; readonly until: string }[];
  /** When its words were taken away; null where they stand. */
  readonly deleted: string | null;
}

export interface ThreadRecord {
  /** One of the project's own, never used again. */
  readonly number: number;
  readonly kind: ThreadKind;
  /** It holds up an approval while it is open. */
  readonly blocking: boolean;
  readonly anchor: Anchor;
  /** In the order in which they were written; the first opened the thread. */
  readonly comments: readonly CommentRecord[];
  /** Null while it is open. */
  readonly resolved: { readonly by: string; readonly at: string } | null;
}
