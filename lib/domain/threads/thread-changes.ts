import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import type { Anchor } from './anchor.ts';
import type { Comment, Signature, Thread, ThreadKind } from './thread.ts';
import { fitsState, mayDo, threadRules, type Actor, type ThreadAction } from './thread-rules.ts';

/** What someone writes, as the store numbers and dates it. */
export interface Written {
  readonly id: string;
  readonly body: string;
  readonly at: string;
  readonly sequence: number;
}

export interface NewThread {
  readonly id: string;
  readonly anchor: Anchor;
  readonly kind: ThreadKind;
  readonly blocking: boolean;
}

/**
 * @throws AppError forbidden where their role does not let them comment, or not let them block
 * @throws AppError bad-input where nothing was written, or too much
 */
export function startThread(actor: Actor, opened: NewThread, first: Written): Thread {
  const thread: Thread = {
    ...opened,
    author: actor.id,
    comments: [commentBy(actor, first)],
    resolved: null,
  };
  demand('reply', actor, thread);
  if (opened.blocking) demand('block', actor, thread);
  return thread;
}

export function reply(thread: Thread, actor: Actor, written: Written): Thread {
  demand('reply', actor, thread);
  return { ...thread, comments: [...thread.comments, commentBy(actor, written)] };
}

/** @throws AppError conflict where somebody was faster */
export function resolveThread(thread: Thread, actor: Actor, at: string): Thread {
  demand('resolve', actor, thread);
  return inState(thread, 'resolve', { by: actor.id, at });
}

/** @throws AppError conflict where somebody was faster */
export function reopenThread(thread: Thread, actor: Actor, at: string): Thread {
  demand('reopen', actor, thread);
  return inState(thread, 'reopen', { by: actor.id, at });
}

export function classifyThread(thread: Thread, actor: Actor, kind: ThreadKind): Thread {
  demand('classify', actor, thread);
  return { ...thread, kind };
}

export function letBlock(thread: Thread, actor: Actor, blocking: boolean): Thread {
  demand('block', actor, thread);
  return { ...thread, blocking };
}

/** Puts a thread whose place has moved or gone on another one, by hand. */
export function reattachThread(thread: Thread, actor: Actor, anchor: Anchor): Thread {
  demand('reattach', actor, thread);
  return { ...thread, anchor };
}

/** What it said before is kept, and shown to whoever asks. */
export function editComment(thread: Thread, actor: Actor, id: string, body: string, at: string): Thread {
  const comment = standingComment(thread, id);
  demand('edit', actor, thread, comment);
  demandBody(body);
  if (body === comment.body) return thread;
  const earlier = [...comment.earlier, { body: comment.body, until: at }];
  return withComment(thread, { ...comment, body, earlier });
}

/**
 * Leaves a tombstone, without the words and without what they were before. A thread in which nothing is left to read is
 * resolved, so that nobody waits for what nobody can answer.
 */
export function deleteComment(thread: Thread, actor: Actor, id: string, at: string): Thread {
  const comment = standingComment(thread, id);
  demand('delete', actor, thread, comment);
  const deleted = { by: actor.id, at };
  const left = withComment(thread, { ...comment, body: '', earlier: [], deleted });
  const isEmpty = left.comments.every((other) => other.deleted !== null);
  return isEmpty && left.resolved === null ? inState(left, 'resolve', deleted) : left;
}

function inState(thread: Thread, action: 'resolve' | 'reopen', signature: Signature): Thread {
  return { ...thread, resolved: threadRules[action].to === 'resolved' ? signature : null };
}

function commentBy(actor: Actor, { id, body, at, sequence }: Written): Comment {
  demandBody(body);
  return { id, author: actor.id, at, sequence, body, earlier: [], deleted: null };
}

function demand(action: ThreadAction, actor: Actor, thread: Thread, comment?: Comment): void {
  const may = mayDo(action, actor, comment === undefined ? { thread } : { thread, comment });
  if (may !== true) throw new AppError('forbidden', may);
  const fits = fitsState(action, thread);
  if (fits !== true) throw new AppError('conflict', fits);
}

function demandBody(body: string): void {
  if (body.trim() === '') throw new AppError('bad-input', 'Write something first.', { path: 'body' });
  if (body.length > limits.commentLength) {
    throw new AppError('too-large', `A comment has at most ${limits.commentLength} characters.`, { path: 'body' });
  }
}

function standingComment(thread: Thread, id: string): Comment {
  const comment = thread.comments.find((other) => other.id === id);
  if (comment === undefined) throw new AppError('not-found', 'There is no such comment.');
  if (comment.deleted !== null) throw new AppError('gone', 'This comment was deleted.');
  return comment;
}

function withComment(thread: Thread, comment: Comment): Thread {
  return { ...thread, comments: thread.comments.map((other) => (other.id === comment.id ? comment : other)) };
}
