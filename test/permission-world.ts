import { randomUUID } from 'node:crypto';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { memberRoles, type MemberRole } from '#lib/domain/access/roles.ts';
import { prisma, transaction } from '#lib/server/db.ts';
import { registry, type Registry } from '#lib/server/procedures/registry.ts';
import type { Actor } from '#lib/server/store/actor.ts';
import { createWorkspace } from '#lib/server/store/setup.ts';
import { insertProject } from '#lib/server/store/projects.ts';
import { openSession } from '#lib/server/store/sessions.ts';
import { createUser } from '#lib/server/store/users.ts';

/** Everyone who may knock: each role of a workspace, somebody of another workspace, and somebody without an account. */
export const callers = [...memberRoles, 'guest', 'stranger', 'nobody'] as const;
export type CallerName = (typeof callers)[number];

export interface PermissionWorld {
  readonly workspace: string;
  readonly workspaceId: string;
  readonly project: string;
  readonly projectId: string;
  /** Another workspace with a project, of which nobody here but the stranger knows. */
  readonly foreign: { readonly workspace: string; readonly workspaceId: string; readonly project: string };
  readonly people: Readonly<Record<Exclude<CallerName, 'nobody'>, Actor>>;
}

export const password = 'correct horse battery staple';

/** A signed-in person; without a password where none is asked for, since hashing one takes its time. */
export async function createActor(name: string, options: { readonly password?: string } = {}): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}-${randomUUID().slice(0, 8)}@example.org`;
  const userId = await transaction((tx) => createUser(tx, { email, name, ...options }));
  const sessionId = await openSession(userId, { address: '192.0.2.1', userAgent: 'test' }, 'password');
  return { userId, name, email, via: { kind: 'session', sessionId } };
}

export async function addMember(workspaceId: string, actor: Actor, role: MemberRole): Promise<void> {
  await prisma().membership.create({ data: { workspaceId, userId: actor.userId, role } });
}

/** A workspace with a project, and the person who owns both. */
export async function createPlace(
  owner: Actor,
  title = 'Card-not-present fraud',
): Promise<{ workspace: string; workspaceId: string; project: string; projectId: string }> {
  return transaction(async (tx) => {
    const workspace = await createWorkspace(tx, { name: 'Risk models', ownerId: owner.userId, demo: false });
    const project = await insertProject(tx, {
      workspaceId: workspace.id,
      by: owner.userId,
      title,
      visibility: 'workspace',
    });
    return { workspace: workspace.slug, workspaceId: workspace.id, project: project.slug, projectId: project.id };
  });
}

export async function createPermissionWorld(): Promise<PermissionWorld> {
  const owner = await createActor('Owner', { password });
  const place = await createPlace(owner);
  const joined = async (role: MemberRole) => {
    const actor = await createActor(role, { password });
    await addMember(place.workspaceId, actor, role);
    return actor;
  };
  const guest = await createActor('Guest', { password });
  await prisma().projectMember.create({ data: { projectId: place.projectId, userId: guest.userId } });
  const stranger = await createActor('Stranger', { password });
  const people = {
    owner,
    admin: await joined('admin'),
    editor: await joined('editor'),
    reviewer: await joined('reviewer'),
    viewer: await joined('viewer'),
    guest,
    stranger,
  };
  return { ...place, foreign: await createPlace(stranger, 'Demand of a warehouse'), people };
}

/** Everything that the product can do, done as this person. Each caller has an address, so that limits do not meet. */
export function as(actor: Actor | null): RouterClient<Registry> {
  return createRouterClient(registry, { context: { actor, address: `test-${randomUUID()}` } });
}
