import type { ThreadKind } from '#lib/domain/worksheets/thread-record.ts';
import type { Anchor } from './anchor.ts';

export { threadKinds, type ThreadKind } from '#lib/domain/worksheets/thread-record.ts';

export const threadStates = ['open', 'resolved'] as const;
export type ThreadState = (typeof threadStates)[number];

/** Who did something, and when: id of an account and an instant in UTC. */
export interface Signature {
  readonly by: string;
  readonly at: string;
}

/** What a comment said before it was changed, until when. */
export interface Wording {
  readonly body: string;
  readonly until: string;
}

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly at: string;
  /** Of the event that brought it, in the project's stream. */
  readonly sequence: number;
  /** As Markdown; '' once it was deleted. */
  readonly body: string;
  /** Oldest first. */
  readonly earlier: readonly Wording[];
  /** A tombstone: that something was said stays, what it was does not. */
  readonly deleted: Signature | null;
}

export interface Thread {
  readonly id: string;
  readonly anchor: Anchor;
  readonly kind: ThreadKind;
  /** It holds up an approval while it is open. */
  readonly blocking: boolean;
  /** Who started it. */
  readonly author: string;
  /** In the order in which they were written. */
  readonly comments: readonly Comment[];
  /** Null while it is open. */
  readonly resolved: Signature | null;
}

export function stateOf(thread: Pick<Thread, 'resolved'>): ThreadState {
  return thread.resolved === null ? 'open' : 'resolved';
}

/** Whether an approval has to wait for it. */
export function holdsUp(thread: Thread): boolean {
  return thread.blocking && stateOf(thread) === 'open';
}
