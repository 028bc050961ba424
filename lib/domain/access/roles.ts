/** Roles of a workspace, strongest first. `guest` is the one role that holds for a single project only. */
export const roles = ['owner', 'admin', 'editor', 'reviewer', 'viewer', 'guest'] as const;

export type Role = (typeof roles)[number];

/** The roles that a member of a workspace can hold. */
export const memberRoles = ['owner', 'admin', 'editor', 'reviewer', 'viewer'] as const;

export type MemberRole = (typeof memberRoles)[number];
