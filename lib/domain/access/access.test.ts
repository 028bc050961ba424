import { describe, expect, test } from 'vitest';
import { can, projectAbilities, workspaceAbilities } from './can.ts';
import { canChangeMember, roleInProject } from './membership.ts';
import type { projectRules, workspaceRules } from './permissions.ts';
import { roles, type Role } from './roles.ts';

/** The rules of the product, one row a permission; `x` may. */
const table: Record<keyof typeof workspaceRules | keyof typeof projectRules, string> = {
  //                       owner admin editor reviewer viewer guest
  'workspace.read': '        x     x     x      x       x     x',
  'workspace.update': '      x     x     -      -       -     -',
  'workspace.audit': '       x     x     -      -       -     -',
  'workspace.delete': '      x     -     -      -       -     -',
  'members.read': '          x     x     x      x       x     -',
  'members.manage': '        x     x     -      -       -     -',
  'members.changeOwners': '  x     -     -      -       -     -',
  'projects.create': '       x     x     x      -       -     -',
  'project.read': '          x     x     x      x       x     x',
  'project.comment': '       x     x     x      x       x     x',
  'project.edit': '          x     x     x      -       -     -',
  'project.update': '        x     x     x      -       -     -',
  'project.share': '         x     x     x      -       -     -',
  'project.archive': '       x     x     x      -       -     -',
  'project.delete': '        x     x     -      -       -     -',
  'decisions.write': '       x     x     x      -       -     -',
  'reviews.request': '       x     x     x      -       -     -',
  'reviews.judge': '         x     x     -      x       -     -',
  'waivers.judge': '         x     x     -      x       -     -',
  'threads.resolve': '       x     x     x      x       -     -',
  'threads.block': '         x     x     x      x       -     -',
  'threads.moderate': '      x     x     -      -       -     -',
  'gates.override': '        x     x     -      -       -     -',
};

describe('the table of roles', () => {
  test.each(roles)('%s', (role) => {
    const column = roles.indexOf(role);
    const expected = Object.entries(table).map(([permission, row]) => [
      permission,
      row.trim().split(/\s+/)[column] === 'x',
    ]);
    const found = Object.entries({ ...workspaceAbilities(role), ...projectAbilities(role, {}) });
    expect(Object.fromEntries(found.map(([permission, ability]) => [permission, ability === true]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  test('a refusal says who may and who one is', () => {
    expect(can('project.edit', 'viewer')).toBe(
      'Only owners, admins and editors can edit this worksheet. You are a viewer.',
    );
    expect(can('workspace.delete', 'editor')).toBe('Only owners can delete this workspace. You are an editor.');
  });

  test('an archived project can be read, restored and deleted, nothing else', () => {
    const open = Object.entries(projectAbilities('owner', { archived: true })).filter(
      ([, ability]) => ability === true,
    );
    expect(open.map(([permission]) => permission)).toEqual(['project.read', 'project.archive', 'project.delete']);
    expect(can('project.edit', 'owner', { archived: true })).toBe('This project is archived. Restore it first.');
  });
});

describe('the role inside a project', () => {
  const cases: [string, Parameters<typeof roleInProject>[0], Role | undefined][] = [
    ['a member sees an open project', { workspaceRole: 'viewer', named: false, visibility: 'workspace' }, 'viewer'],
    [
      'an unnamed member does not see a closed one',
      { workspaceRole: 'editor', named: false, visibility: 'members' },
      undefined,
    ],
    ['a named member does', { workspaceRole: 'editor', named: true, visibility: 'members' }, 'editor'],
    ['an admin sees all', { workspaceRole: 'admin', named: false, visibility: 'members' }, 'admin'],
    ['a stranger sees nothing', { named: false, visibility: 'workspace' }, undefined],
    ['a named stranger is a guest', { named: true, visibility: 'workspace' }, 'guest'],
  ];
  test.each(cases)('%s', (_, standing, role) => expect(roleInProject(standing)).toBe(role));
});

describe('changing members', () => {
  test('an admin changes editors but not owners', () => {
    expect(canChangeMember({ by: 'admin', from: 'editor', to: 'viewer', owners: 1 })).toBe(true);
    expect(canChangeMember({ by: 'admin', from: 'owner', to: 'viewer', owners: 2 })).toMatch(/^Only owners/);
    expect(canChangeMember({ by: 'admin', from: 'editor', to: 'owner', owners: 1 })).toMatch(/^Only owners/);
  });
  test('the last owner stays', () => {
    expect(canChangeMember({ by: 'owner', from: 'owner', to: undefined, owners: 1 })).toBe(
      'A workspace needs an owner. Name another one first.',
    );
    expect(canChangeMember({ by: 'owner', from: 'owner', to: 'admin', owners: 2 })).toBe(true);
  });
});
