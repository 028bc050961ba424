import {
  isProjectPermission,
  isWorkspacePermission,
  projectRules,
  ruleOf,
  workspaceRules,
  type ProjectPermission,
  type WorkspacePermission,
} from './permissions.ts';
import type { Role } from './roles.ts';

/** `true`, or one sentence that says why not; the interface shows it beside the disabled control. */
export type Ability = true | string;

export type WorkspaceAbilities = Readonly<Record<WorkspacePermission, Ability>>;
export type ProjectAbilities = Readonly<Record<ProjectPermission, Ability>>;

/** What decides beside the role. */
export interface Circumstances {
  readonly archived?: boolean;
}

/** May someone with this role do it, here and now? */
export function can(
  permission: WorkspacePermission | ProjectPermission,
  role: Role,
  circumstances: Circumstances = {},
): Ability {
  const rule = ruleOf(permission);
  if (!rule.roles.includes(role)) return `Only ${listOf(rule.roles)} can ${rule.does}. You are ${withArticle(role)}.`;
  if (circumstances.archived === true && rule.whenArchived !== true)
    return 'This project is archived. Restore it first.';
  return true;
}

export function workspaceAbilities(role: Role): WorkspaceAbilities {
  return abilities(Object.keys(workspaceRules).filter(isWorkspacePermission), role, {});
}

export function projectAbilities(role: Role, circumstances: Circumstances): ProjectAbilities {
  return abilities(Object.keys(projectRules).filter(isProjectPermission), role, circumstances);
}

function abilities<P extends WorkspacePermission | ProjectPermission>(
  permissions: readonly P[],
  role: Role,
  circumstances: Circumstances,
): Record<P, Ability> {
  const found: Partial<Record<P, Ability>> = {};
  for (const permission of permissions) found[permission] = can(permission, role, circumstances);
  if (!isComplete(found, permissions)) throw new Error('A permission has no ability');
  return found;
}

function isComplete<K extends string, V>(found: Partial<Record<K, V>>, keys: readonly K[]): found is Record<K, V> {
  return keys.every((key) => found[key] !== undefined);
}

function withArticle(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}

/** "owners", "owners and admins", "owners, admins and editors" */
function listOf(some: readonly Role[]): string {
  const plural = some.map((role) => `${role}s`);
  const last = plural.at(-1) ?? 'no one';
  return plural.length < 2 ? last : `${plural.slice(0, -1).join(', ')} and ${last}`;
}
