import type { MemberRole, Role } from '#lib/domain/access/roles.ts';

/** What each role is for, in the words of the invitation. */
export const ROLE_SENTENCES: Readonly<Record<Role, string>> = {
  owner: 'Everything, the workspace itself included.',
  admin: 'Everything but deleting the workspace and naming owners.',
  editor: 'Creates and edits projects, decides, asks for reviews.',
  reviewer: 'Comments, gives verdicts, judges waivers.',
  viewer: 'Reads and comments.',
  guest: 'Reads and comments in one project.',
};

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  editor: 'Editor',
  reviewer: 'Reviewer',
  viewer: 'Viewer',
  guest: 'Guest',
};

/** "an editor", "a viewer" */
export function asRole(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}

/** The abilities of the procedures name every role; a choice that is missing or refused comes with its reason. */
export type RoleAbilities = Readonly<Record<MemberRole, true | string>>;
