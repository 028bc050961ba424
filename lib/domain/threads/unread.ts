import type { Comment, Thread } from './thread.ts';

export interface Reader {
  readonly id: string;
  /** Sequence of the last event that they have seen; 0 before the first. */
  readonly lastRead: number;
}

/** What came since: nobody's own words, and no tombstones, which leave nothing to read. Edits call nobody back. */
export function unreadComments(thread: Pick<Thread, 'comments'>, { id, lastRead }: Reader): readonly Comment[] {
  return thread.comments.filter(
    (comment) => comment.sequence > lastRead && comment.author !== id && comment.deleted === null,
  );
}

export function unreadThreads<T extends Pick<Thread, 'comments'>>(threads: readonly T[], reader: Reader): readonly T[] {
  return threads.filter((thread) => unreadComments(thread, reader).length > 0);
}
