import type { Role } from './roles.ts';

/**
 * Needs no role: `public` needs no account, `account.read` and `account.manage` need one.
 * `account.manage` is refused to API tokens: a leaked token must not be able to outlive its revocation.
 */
export const accountPermissions = ['public', 'account.read', 'account.manage'] as const;

export type AccountPermission = (typeof accountPermissions)[number];

interface Rule {
  /** What the permission lets one do, as it stands after "can". */
  readonly does: string;
  readonly roles: readonly Role[];
  /** An archived project still allows it. */
  readonly whenArchived?: true;
}

const everyone = ['owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest'] as const;
const members = ['owner', 'admin', 'editor', 'reviewer', 'viewer'] as const;
const reviewers = ['owner', 'admin', 'reviewer'] as const;
const editors = ['owner', 'admin', 'editor'] as const;
const admins = ['owner', 'admin'] as const;
const owners = ['owner'] as const;

export const workspaceRules = {
  'workspace.read': { does: 'see this workspace', roles: everyone },
  'workspace.update': { does: 'change the settings of this workspace', roles: admins },
  'workspace.audit': { does: 'read the log of this workspace', roles: admins },
  'workspace.delete': { does: 'delete this workspace', roles: owners },
  'members.read': { does: 'see who is in this workspace', roles: members },
  'members.manage': { does: 'invite, change and remove members', roles: admins },
  'members.changeOwners': { does: 'name or remove owners', roles: owners },
  'projects.create': { does: 'create projects', roles: editors },
} as const satisfies Record<string, Rule>;

export const projectRules = {
  'project.read': { does: 'read this project', roles: everyone, whenArchived: true },
  'project.comment': { does: 'comment on this project', roles: everyone },
  'project.edit': { does: 'edit this worksheet', roles: editors },
  'project.update': { does: 'change the settings of this project', roles: editors },
  'project.share': { does: 'choose who sees this project', roles: editors },
  'project.archive': { does: 'archive or restore this project', roles: editors, whenArchived: true },
  'project.delete': { does: 'delete this project', roles: admins, whenArchived: true },
  'decisions.write': { does: 'record decisions', roles: editors },
  'reviews.request': { does: 'ask for a review', roles: editors },
  'reviews.judge': { does: 'give a verdict', roles: reviewers },
  'waivers.judge': { does: 'accept or refuse a waiver', roles: reviewers },
  'threads.resolve': { does: 'resolve a thread', roles: ['owner', 'admin', 'editor', 'reviewer'] },
  'threads.block': { does: 'let a thread hold up an approval', roles: ['owner', 'admin', 'editor', 'reviewer'] },
  'threads.moderate': { does: 'delete what others wrote', roles: admins },
  'gates.override': { does: 'override a gate', roles: admins },
} as const satisfies Record<string, Rule>;

export type WorkspacePermission = keyof typeof workspaceRules;
export type ProjectPermission = keyof typeof projectRules;
export type Permission = AccountPermission | WorkspacePermission | ProjectPermission;

export function isWorkspacePermission(permission: string): permission is WorkspacePermission {
  return Object.hasOwn(workspaceRules, permission);
}

export function isProjectPermission(permission: string): permission is ProjectPermission {
  return Object.hasOwn(projectRules, permission);
}

/** The rule of one permission; the table is the whole truth about roles. */
export function ruleOf(permission: WorkspacePermission | ProjectPermission): Rule {
  return isProjectPermission(permission) ? projectRules[permission] : workspaceRules[permission];
}
