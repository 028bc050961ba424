import type { Anchor } from '#lib/domain/threads/anchor.ts';
import type { Written } from '#lib/domain/threads/thread-changes.ts';
import type { Comment, Signature, Thread } from '#lib/domain/threads/thread.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Transaction } from '../db.ts';

/** Somebody whose account is gone: nobody is equal to them. */
const GONE = '';

/** One thread as the domain knows it. @throws AppError not-found */
export async function findThread(tx: Transaction, projectId: string, number: number): Promise<Thread> {
  const row = await tx.thread.findUnique({
    where: { projectId_number: { projectId, number } },
    include: {
      comments: { orderBy: [{ at: 'asc' }, { sequence: 'asc' }], include: { wordings: { orderBy: { until: 'asc' } } } },
    },
  });
  if (row === null) throw new AppError('not-found', `There is no thread ${number} in this project.`);
  return {
    id: row.id,
    anchor: storedAnchor(row.anchor),
    kind: row.kind,
    blocking: row.blocking,
    author: row.authorId ?? GONE,
    resolved: signature(row.resolvedById, row.resolvedAt),
    comments: row.comments.map(({ id, authorId, at, sequence, body, wordings, deletedById, deletedAt }): Comment => ({
      id,
      author: authorId ?? GONE,
      at: at.toISOString(),
      sequence,
      body,
      earlier: wordings.map((wording) => ({ body: wording.body, until: wording.until.toISOString() })),
      deleted: signature(deletedById, deletedAt),
    })),
  };
}

/** Anchors are written by this server alone, and read back as they were. */
export function storedAnchor(stored: unknown): Anchor {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return stored as Anchor;
}

export async function insertThread(tx: Transaction, projectId: string, number: number, thread: Thread): Promise<void> {
  const { id, kind, blocking, author, anchor } = thread;
  await tx.thread.create({
    data: { id, projectId, number, kind, blocking, authorId: author, ...anchorColumns(anchor) },
  });
}

export async function insertComment(
  tx: Transaction,
  threadId: string,
  authorId: string,
  { id, at, sequence, body }: Written,
): Promise<void> {
  await tx.comment.create({ data: { id, threadId, authorId, at, sequence, body } });
}

/** Writes what a change of the domain made of a thread; comments that are the same objects are left alone. */
export async function writeThread(tx: Transaction, before: Thread, after: Thread): Promise<void> {
  const { id, kind, blocking, resolved, anchor } = after;
  // What a file named stays until somebody here resolves or reopens the thread.
  const resolution =
    resolved === before.resolved
      ? {}
      : { resolvedById: idOf(resolved), resolvedName: null, resolvedAt: resolved?.at ?? null };
  await tx.thread.update({ where: { id }, data: { kind, blocking, ...resolution, ...anchorColumns(anchor) } });
  for (const comment of after.comments) {
    const stood = before.comments.find((other) => other.id === comment.id);
    if (stood !== undefined && stood !== comment) await writeComment(tx, stood, comment);
  }
}

async function writeComment(tx: Transaction, before: Comment, after: Comment): Promise<void> {
  const { id: commentId, body, deleted } = after;
  const deletion = { deletedById: idOf(deleted), deletedAt: deleted?.at ?? null };
  await tx.comment.update({ where: { id: commentId }, data: { body, ...deletion } });
  if (deleted !== null) {
    await tx.commentWording.deleteMany({ where: { commentId } });
    await tx.mention.deleteMany({ where: { commentId } });
  }
  const added = after.earlier.slice(before.earlier.length);
  await tx.commentWording.createMany({ data: added.map((wording) => ({ commentId, ...wording })) });
}

export function anchorColumns(anchor: Anchor) {
  const section = anchor.kind === 'document' ? null : (anchor.path.split('.', 1)[0] ?? null);
  if (anchor.kind !== 'passage') return { anchor: { ...anchor }, section };
  const { position, ...passage } = anchor.passage;
  return { anchor: { ...anchor, passage: { ...passage, position: { ...position } } }, section };
}

function signature(by: string | null, at: Date | null): Signature | null {
  return at === null ? null : { by: by ?? GONE, at: at.toISOString() };
}

function idOf(signed: Signature | null): string | null {
  return signed === null || signed.by === GONE ? null : signed.by;
}
