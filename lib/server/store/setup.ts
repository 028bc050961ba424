import { itemIdFrom } from '#lib/domain/ids.ts';
import { AppError } from '#lib/domain/errors.ts';
import { pool, transaction, type Transaction } from '../db.ts';
import { announce } from './announcements.ts';
import { append, openStream } from './events.ts';
import type { Grant } from './grants.ts';
import { freshId } from './new-id.ts';
import { createUser, type NewUser } from './users.ts';

/** Any number, as long as everyone takes the same one. */
const setupLock = 7_310_452;

export async function isSetUp(): Promise<boolean> {
  const { rows } = await pool().query<{ done: boolean }>('SELECT EXISTS (SELECT 1 FROM "User") AS "done"');
  return rows[0]?.done === true;
}

/**
 * Makes the first account and its workspace. Two visitors who press the button together wait for one another here,
 * and the second finds the door closed.
 * @throws AppError gone when there is an account already
 */
export async function createFirst(
  _: Grant<'public'>,
  owner: NewUser,
  workspaceName: string,
): Promise<{ workspace: string; userId: string }> {
  const made = await transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(${setupLock})::text`;
    const someone = await tx.user.findFirst({ select: { id: true } });
    if (someone !== null) throw new AppError('gone', 'This installation is set up already. Sign in instead.');
    const userId = await createUser(tx, owner);
    return { userId, ...(await createWorkspace(tx, { name: workspaceName, ownerId: userId, demo: false })) };
  });
  announce(made.id, made.sequence);
  return { workspace: made.slug, userId: made.userId };
}

/** A workspace with its owner, inside the transaction of the caller, who announces after the commit. */
export async function createWorkspace(
  tx: Transaction,
  workspace: { readonly name: string; readonly ownerId: string; readonly demo: boolean },
): Promise<{ id: string; slug: string; sequence: number }> {
  const id = freshId();
  const slug = await freeSlug(tx, workspace.name);
  await openStream(tx, id);
  await tx.workspace.create({ data: { id, slug, name: workspace.name, demo: workspace.demo } });
  await tx.membership.create({ data: { workspaceId: id, userId: workspace.ownerId, role: 'owner' } });
  const sequence = await append(tx, { workspaceId: id }, workspace.ownerId, {
    type: 'workspace.created',
    payload: { name: workspace.name },
  });
  return { id, slug, sequence };
}

async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const taken = await tx.workspace.findMany({ select: { slug: true } });
  const readable = /[a-z0-9]/i.test(name) ? name : 'workspace';
  return itemIdFrom(readable, new Set(taken.map((workspace) => workspace.slug)));
}
