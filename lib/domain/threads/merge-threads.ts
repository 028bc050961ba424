import type { CommentRecord, ThreadRecord } from '#lib/domain/worksheets/thread-record.ts';

export interface MergedThreads {
  /** To be written beside what there is, under numbers of the project. */
  readonly added: readonly ThreadRecord[];
  /** What the file has to add to threads that are there, by their numbers in the project. */
  readonly replies: readonly { readonly number: number; readonly comments: readonly CommentRecord[] }[];
  /** Numbers of the file to those of the project. */
  readonly numbers: ReadonlyMap<number, number>;
}

/**
 * Brings the threads of a file to those of a project. A thread that was opened at the same instant by the same person,
 * or under the same number, is the same one: it gets the comments that it lacks and stays as it is otherwise. The others
 * are added, under their own number where it is free and under the next one where it is not. None is ever lost.
 */
export function mergeThreads(kept: readonly ThreadRecord[], file: readonly ThreadRecord[]): MergedThreads {
  const taken = new Set(kept.map(({ number }) => number));
  let last = Math.max(0, ...taken);
  const numbers = new Map<number, number>();
  const added: ThreadRecord[] = [];
  const replies: { number: number; comments: readonly CommentRecord[] }[] = [];
  for (const thread of file) {
    const same = kept.find((other) => isSame(other, thread));
    if (same !== undefined) {
      numbers.set(thread.number, same.number);
      const comments = thread.comments.filter((comment) => !same.comments.some((other) => saidOnce(other, comment)));
      if (comments.length > 0) replies.push({ number: same.number, comments });
      continue;
    }
    const number = taken.has(thread.number) ? last + 1 : thread.number;
    taken.add(number);
    last = Math.max(last, number);
    numbers.set(thread.number, number);
    added.push({ ...thread, number });
  }
  return { added, replies, numbers };
}

/** Names change, and so do numbers where a thread came to another project; hardly both, and never the instant. */
function isSame(one: ThreadRecord, other: ThreadRecord): boolean {
  const [first, second] = [one.comments[0], other.comments[0]];
  return first?.at === second?.at && (first?.by === second?.by || one.number === other.number);
}

function saidOnce(one: CommentRecord, other: CommentRecord): boolean {
  return one.at === other.at && (one.by === other.by || one.text === other.text);
}
