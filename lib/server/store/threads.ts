import { anchorAt, type AskedPlace } from '#lib/domain/threads/anchor-at.ts';
import type { Anchor } from '#lib/domain/threads/anchor.ts';
import { mentionsIn } from '#lib/domain/threads/mentions.ts';
import * as changes from '#lib/domain/threads/thread-changes.ts';
import type { Actor } from '#lib/domain/threads/thread-rules.ts';
import type { Thread, ThreadKind } from '#lib/domain/threads/thread.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { Transaction } from '../db.ts';
import { command, type Append, type EventType } from './events.ts';
import type { Grant, ProjectGrant } from './grants.ts';
import { freshId } from './new-id.ts';
import { tell, threadSubject } from './notices.ts';
import { mentionablePeople } from './people.ts';
import { readableOf } from './thread-places.ts';
import { findThread, insertComment, insertThread, writeThread } from './thread-rows.ts';
import { readSectionsIn } from './worksheets.ts';

/** Whoever may comment; what else somebody may do with a thread is the domain's to say. */
type Commenting = Grant<'project.comment'> | Grant<'threads.block'>;

/** What was written, with the id under which it is kept: the same id twice is one comment. */
export interface NewComment {
  readonly id?: string | undefined;
  readonly body: string;
}

/** What became of a comment, and who is not told although the text calls them. */
export interface Said {
  readonly number: number;
  readonly comment: string;
  /** Names that several people have. */
  readonly unclear: readonly string[];
  /** Names that nobody has who sees the project. */
  readonly nobody: readonly string[];
}

export interface NewThread extends AskedPlace, NewComment {
  readonly kind: ThreadKind;
  readonly blocking: boolean;
}

/**
 * Starts a thread on a place of the worksheet as it stands.
 * @throws AppError bad-input, forbidden, or conflict where the passage has changed since it was marked
 */
export async function openThread(grant: Grant<'project.comment'>, asked: NewThread): Promise<Said> {
  return inProject(grant, async (tx, append, now) => {
    const repeated = await saidBefore(tx, grant, asked);
    if (repeated !== undefined) return repeated;
    const readable = readableOf(grant.project.title, await readSectionsIn(tx, grant.project.id));
    const anchor = anchorAt(asked, readable);
    const last = await tx.thread.aggregate({ where: { projectId: grant.project.id }, _max: { number: true } });
    const number = (last._max.number ?? 0) + 1;
    const id = freshId();
    const written = { id: asked.id ?? freshId(), body: asked.body, at: now, sequence: 0 };
    const thread = changes.startThread(
      actorOf(grant),
      { id, anchor, kind: asked.kind, blocking: asked.blocking },
      written,
    );
    const { kind, blocking } = thread;
    const sequence = await append({
      type: 'thread.opened',
      payload: { thread: number, kind, blocking, ...placeIn(anchor) },
    });
    await insertThread(tx, grant.project.id, number, thread);
    return say(tx, grant, { number, thread, written: { ...written, sequence } });
  });
}

/** @throws AppError not-found, or bad-input where nothing was written */
export async function replyTo(grant: Grant<'project.comment'>, number: number, said: NewComment): Promise<Said> {
  return inProject(grant, async (tx, append, now) => {
    const repeated = await saidBefore(tx, grant, said);
    if (repeated !== undefined) return repeated;
    const thread = await findThread(tx, grant.project.id, number);
    const written = { id: said.id ?? freshId(), body: said.body, at: now, sequence: 0 };
    changes.reply(thread, actorOf(grant), written);
    const sequence = await append({ type: 'thread.replied', payload: { thread: number, ...placeIn(thread.anchor) } });
    return say(tx, grant, { number, thread, written: { ...written, sequence } });
  });
}

export async function resolveThread(grant: Grant<'project.comment'>, number: number): Promise<void> {
  await change(grant, number, 'thread.resolved', (thread, actor, at) => changes.resolveThread(thread, actor, at));
}

export async function reopenThread(grant: Grant<'project.comment'>, number: number): Promise<void> {
  await change(grant, number, 'thread.reopened', (thread, actor, at) => changes.reopenThread(thread, actor, at));
}

export async function classifyThread(grant: Grant<'project.comment'>, number: number, kind: ThreadKind): Promise<void> {
  await change(grant, number, 'thread.changed', (thread, actor) =>
    thread.kind === kind ? thread : changes.classifyThread(thread, actor, kind),
  );
}

export async function letBlock(grant: Grant<'threads.block'>, number: number, blocking: boolean): Promise<void> {
  await change(grant, number, 'thread.changed', (thread, actor) =>
    thread.blocking === blocking ? thread : changes.letBlock(thread, actor, blocking),
  );
}

/** Puts a thread on another place of the worksheet as it stands. */
export async function moveThread(grant: Grant<'project.comment'>, number: number, place: AskedPlace): Promise<void> {
  await inProject(grant, async (tx, append) => {
    const thread = await findThread(tx, grant.project.id, number);
    const readable = readableOf(grant.project.title, await readSectionsIn(tx, grant.project.id));
    const moved = changes.reattachThread(thread, actorOf(grant), anchorAt(place, readable));
    await writeThread(tx, thread, moved);
    await append({ type: 'thread.moved', payload: { thread: number, ...placeIn(moved.anchor) } });
  });
}

/** @returns who is not told although the new words call them */
export async function changeComment(
  grant: Grant<'project.comment'>,
  { number, comment, body }: { readonly number: number; readonly comment: string; readonly body: string },
): Promise<Said> {
  return inProject(grant, async (tx, append, now) => {
    const thread = await findThread(tx, grant.project.id, number);
    const changed = changes.editComment(thread, actorOf(grant), comment, body, now);
    const { called, ...others } = await mentionsOf(tx, grant, body);
    if (changed !== thread) {
      await writeThread(tx, thread, changed);
      await tx.mention.deleteMany({ where: { commentId: comment, userId: { notIn: [...called] } } });
      await tx.mention.createMany({ data: asMentions(comment, called), skipDuplicates: true });
      await append({ type: 'comment.changed', payload: { thread: number, comment } });
    }
    return { number, comment, ...others };
  });
}

export async function deleteComment(
  grant: Grant<'project.comment'>,
  { number, comment }: { readonly number: number; readonly comment: string },
): Promise<void> {
  await inProject(grant, async (tx, append, now) => {
    const thread = await findThread(tx, grant.project.id, number);
    await writeThread(tx, thread, changes.deleteComment(thread, actorOf(grant), comment, now));
    await append({ type: 'comment.deleted', payload: { thread: number, comment } });
  });
}

async function inProject<T>(
  { workspace, project, actor }: Commenting,
  work: (tx: Transaction, append: Append, now: string) => Promise<T>,
): Promise<T> {
  return command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, (tx, append) =>
    work(tx, append, new Date().toISOString()),
  );
}

/** One change of a thread and its event, or neither where it is so already. */
async function change(
  grant: Commenting,
  number: number,
  type: EventType,
  make: (thread: Thread, actor: Actor, at: string) => Thread,
): Promise<void> {
  await inProject(grant, async (tx, append, now) => {
    const thread = await findThread(tx, grant.project.id, number);
    const changed = make(thread, actorOf(grant), now);
    if (changed === thread) return;
    await writeThread(tx, thread, changed);
    const { kind, blocking } = changed;
    await append({ type, payload: { thread: number, kind, blocking, ...placeIn(changed.anchor) } });
  });
}

/** Whoever asks, as the rules of threads see them. */
export function actorOf({ actor, role, project }: ProjectGrant): Actor {
  return { id: actor.userId, role, archived: project.archivedAt !== null };
}

/** What the log says of a place: enough to read it by, and none of the words that may be deleted. */
function placeIn(anchor: Anchor): JsonObject {
  return anchor.kind === 'document' ? {} : { path: anchor.path, label: anchor.label };
}

/** The answer to a comment that came before, because the first answer was lost on its way. */
async function saidBefore(tx: Transaction, grant: Commenting, { id, body }: NewComment): Promise<Said | undefined> {
  if (id === undefined) return undefined;
  const found = await tx.comment.findUnique({
    where: { id },
    select: { authorId: true, thread: { select: { number: true, projectId: true } } },
  });
  if (found === null) return undefined;
  if (found.authorId !== grant.actor.userId || found.thread.projectId !== grant.project.id) {
    throw new AppError('bad-input', 'This id is taken. Make a new one.', { path: 'id' });
  }
  const { called: _, ...others } = await mentionsOf(tx, grant, body);
  return { number: found.thread.number, comment: id, ...others };
}

/** Keeps a comment with those whom it calls, and tells them and whoever has taken part. */
async function say(
  tx: Transaction,
  grant: Commenting,
  { number, thread, written }: { readonly number: number; readonly thread: Thread; readonly written: changes.Written },
): Promise<Said> {
  const { called, ...others } = await mentionsOf(tx, grant, written.body);
  const before = await tx.mention.findMany({ where: { comment: { threadId: thread.id } }, select: { userId: true } });
  await insertComment(tx, thread.id, grant.actor.userId, written);
  await tx.mention.createMany({ data: asMentions(written.id, called) });
  const took = new Set([
    thread.author,
    ...thread.comments.map(({ author }) => author),
    ...before.map(({ userId }) => userId),
  ]);
  const to = [
    ...called.map((userId) => ({ userId, reason: 'mention' as const })),
    ...[...took]
      .filter((userId) => userId !== '' && !called.includes(userId))
      .map((userId) => ({ userId, reason: 'reply' as const })),
  ];
  const label = thread.anchor.kind === 'document' ? '' : thread.anchor.label;
  await tell(tx, grant, { subject: threadSubject(number), label, sequence: written.sequence, to });
  return { number, comment: written.id, ...others };
}

function asMentions(commentId: string, called: readonly string[]) {
  return called.map((userId) => ({ commentId, userId }));
}

async function mentionsOf(tx: Transaction, grant: Commenting, body: string) {
  // Nearly all comments call nobody, and a workspace may have thousands of members.
  return mentionsIn(body, body.includes('@') ? await mentionablePeople(tx, grant) : []);
}
