import { can } from '#lib/domain/access/can.ts';
import type { MemberRole, Role } from '#lib/domain/access/roles.ts';
import { AppError } from '#lib/domain/errors.ts';
import { prisma, transaction, type Transaction } from '../db.ts';
import { announce } from './announcements.ts';
import { append, command } from './events.ts';
import type { Grant } from './grants.ts';
import { freshId } from './new-id.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { createUser } from './users.ts';

const validDays = 7;

export interface InvitationRow {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly project: { readonly slug: string; readonly title: string } | null;
  readonly invitedBy: { readonly name: string } | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const open = () => ({ acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } });

/** The invitations that can still be accepted, newest first. */
export async function listInvitations(grant: Grant<'members.manage'>): Promise<InvitationRow[]> {
  return prisma().invitation.findMany({
    where: { workspaceId: grant.workspace.id, ...open() },
    select: {
      id: true,
      role: true,
      email: true,
      createdAt: true,
      expiresAt: true,
      project: { select: { slug: true, title: true } },
      invitedBy: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
}

export interface NewInvitation {
  readonly role: Role;
  readonly email?: string | undefined;
  /** Slug; guests are invited to one project, everyone else to the workspace. */
  readonly project?: string | undefined;
}

/** Returns the token, the only time that it can be seen. @throws AppError forbidden, bad-input, not-found */
export async function createInvitation(
  grant: Grant<'members.manage'>,
  invitation: NewInvitation,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const { workspace, actor } = grant;
  if (invitation.role === 'owner') {
    const owning = can('members.changeOwners', grant.role);
    if (owning !== true) throw new AppError('forbidden', owning);
  }
  const projectId = await projectForGuest(workspace.id, invitation);
  const id = freshId();
  const token = newSecret();
  const expiresAt = new Date(Date.now() + validDays * 86_400_000);
  const { role, email } = invitation;
  await command({ workspaceId: workspace.id }, actor.userId, async (tx, add) => {
    await tx.invitation.create({
      data: {
        id,
        tokenHash: hashSecret(token),
        workspaceId: workspace.id,
        projectId,
        role,
        email: email ?? null,
        invitedById: actor.userId,
        expiresAt,
      },
    });
    await add({ type: 'invitation.created', payload: { invitation: id, role } });
  });
  return { id, token, expiresAt };
}

async function projectForGuest(workspaceId: string, invitation: NewInvitation): Promise<string | null> {
  if (invitation.role !== 'guest') {
    if (invitation.project === undefined) return null;
    throw new AppError('bad-input', 'Only guests are invited to a single project.', { path: 'project' });
  }
  if (invitation.project === undefined) {
    throw new AppError('bad-input', 'Say which project the guest may read.', { path: 'project' });
  }
  const project = await prisma().project.findUnique({
    where: { workspaceId_slug: { workspaceId, slug: invitation.project } },
    select: { id: true },
  });
  if (project === null) throw new AppError('not-found', 'There is no such project.', { path: 'project' });
  return project.id;
}

/** @throws AppError not-found for one of another workspace, or one that was used */
export async function revokeInvitation(grant: Grant<'members.manage'>, id: string): Promise<void> {
  const { workspace, actor } = grant;
  await command({ workspaceId: workspace.id }, actor.userId, async (tx, add) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, workspaceId: workspace.id, ...open() },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not-found', 'There is no such open invitation.');
    await add({ type: 'invitation.revoked', payload: { invitation: id } });
  });
}

export interface OpenInvitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  readonly project: { readonly id: string; readonly slug: string; readonly title: string } | null;
}

const shown = {
  id: true,
  role: true,
  email: true,
  workspace: { select: { id: true, slug: true, name: true } },
  project: { select: { id: true, slug: true, title: true } },
} as const;

/** What a link leads to. @throws AppError gone when it was used, revoked, has expired or never was */
export async function findInvitation(token: string): Promise<OpenInvitation> {
  const invitation = await prisma().invitation.findFirst({
    where: { tokenHash: hashSecret(token), ...open() },
    select: shown,
  });
  if (invitation === null)
    throw new AppError('gone', 'This invitation has been used or has expired. Ask for a new one.');
  return invitation;
}

/** The newest open invitation for an address; whoever asks must have made sure that the address is theirs. */
export async function findInvitationFor(verifiedEmail: string): Promise<OpenInvitation | null> {
  return prisma().invitation.findFirst({
    where: { email: verifiedEmail, ...open() },
    select: shown,
    orderBy: { createdAt: 'desc' },
  });
}

/** Someone who is let in: an account that exists, or the making of one. */
export type Newcomer = { readonly userId: string } | ((tx: Transaction) => Promise<string>);

/** A newcomer who chooses a password. */
export function withPassword(person: { email: string; name: string; password: string }): Newcomer {
  return (tx) => createUser(tx, person);
}

/**
 * Uses the invitation up and lets the person in, or does neither. Two who press the button together: one gets in.
 * @throws AppError gone, conflict
 */
export async function acceptInvitation(
  invitation: OpenInvitation,
  newcomer: Newcomer,
): Promise<{ userId: string; workspace: string; project: string | null }> {
  const { workspace, project } = invitation;
  const accepted = await transaction(async (tx) => {
    const used = await tx.invitation.updateMany({
      where: { id: invitation.id, ...open() },
      data: { acceptedAt: new Date() },
    });
    if (used.count === 0)
      throw new AppError('gone', 'This invitation has been used or has expired. Ask for a new one.');
    const userId = 'userId' in newcomer ? newcomer.userId : await newcomer(tx);
    await letIn(tx, invitation, userId);
    const event = { type: 'member.joined', payload: { invitation: invitation.id, role: invitation.role } } as const;
    return { userId, sequence: await append(tx, { workspaceId: workspace.id }, userId, event) };
  });
  announce(workspace.id, accepted.sequence);
  return { userId: accepted.userId, workspace: workspace.slug, project: project?.slug ?? null };
}

async function letIn(tx: Transaction, { role, workspace, project }: OpenInvitation, userId: string): Promise<void> {
  const present = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId: workspace.id, userId } },
    select: { role: true },
  });
  if (present !== null) throw new AppError('conflict', `You are in ${workspace.name} already.`);
  if (role === 'guest') {
    if (project === null) throw new AppError('gone', 'The project of this invitation is gone.');
    await tx.projectMember.createMany({ data: { projectId: project.id, userId }, skipDuplicates: true });
    return;
  }
  const memberRole: MemberRole = role;
  await tx.membership.create({ data: { workspaceId: workspace.id, userId, role: memberRole } });
}
