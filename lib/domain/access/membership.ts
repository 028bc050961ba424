import type { Ability } from './can.ts';
import { can } from './can.ts';
import type { MemberRole, Role } from './roles.ts';

/** A project is open to the workspace, or to its named members. */
export const visibilities = ['workspace', 'members'] as const;
export type Visibility = (typeof visibilities)[number];

/** How one account stands to one project. */
export interface Standing {
  /** Role in the workspace; absent when the account is no member of it. */
  readonly workspaceRole?: MemberRole | undefined;
  /** Named on the project, as one of its members or as its guest. */
  readonly named: boolean;
  readonly visibility: Visibility;
}

/**
 * The role that counts inside a project, or `undefined` when the project must look as if it did not exist.
 * Owners and admins see every project; a named account without membership is a guest.
 */
export function roleInProject(standing: Standing): Role | undefined {
  const { workspaceRole, named, visibility } = standing;
  if (workspaceRole === undefined) return named ? 'guest' : undefined;
  if (workspaceRole === 'owner' || workspaceRole === 'admin') return workspaceRole;
  return visibility === 'workspace' || named ? workspaceRole : undefined;
}

/** Changing or removing a member: owners stay in the hands of owners, and one of them always remains. */
export function canChangeMember(change: {
  readonly by: Role;
  readonly from: MemberRole;
  /** `undefined` removes the member. */
  readonly to: MemberRole | undefined;
  readonly owners: number;
}): Ability {
  const allowed = can('members.manage', change.by);
  if (allowed !== true) return allowed;
  if (change.from === 'owner' || change.to === 'owner') {
    const owning = can('members.changeOwners', change.by);
    if (owning !== true) return owning;
  }
  if (change.from === 'owner' && change.to !== 'owner' && change.owners <= 1) {
    return 'A workspace needs an owner. Name another one first.';
  }
  return true;
}
