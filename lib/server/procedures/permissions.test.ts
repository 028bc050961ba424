import { randomUUID } from 'node:crypto';
import { call, isProcedure, type AnyProcedure } from '@orpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { can } from '#lib/domain/access/can.ts';
import {
  accountPermissions,
  isProjectPermission,
  isWorkspacePermission,
  projectRules,
  workspaceRules,
  type Permission,
} from '#lib/domain/access/permissions.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { permissionCases } from '#test/permission-cases.ts';
import { as, callers, createPermissionWorld, type CallerName, type PermissionWorld } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import type { Actor } from '../store/actor.ts';
import { registry } from './registry.ts';

await serveTestDatabase();

let world: PermissionWorld;

beforeAll(async () => {
  world = await createPermissionWorld();
});

const permission = z.custom<Permission>((value) =>
  [...accountPermissions, ...Object.keys(workspaceRules), ...Object.keys(projectRules)].some((one) => one === value),
);

interface Found {
  readonly name: string;
  readonly permission: Permission;
  /** Names of what it takes. */
  readonly takes: readonly string[];
  readonly procedure: AnyProcedure;
}

/** Every procedure of the registry, whatever anybody remembered to write down. */
const procedures: Found[] = Object.entries(registry).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]: [string, unknown]) => {
    if (!isProcedure(procedure)) throw new Error(`${noun}.${verb} is no procedure`);
    const { meta, inputSchema } = procedure['~orpc'];
    const takes = inputSchema instanceof z.ZodObject ? Object.keys(inputSchema.shape) : [];
    return {
      name: `${noun}.${verb}`,
      permission: permission.parse(Reflect.get(Object(meta), 'permission')),
      takes,
      procedure,
    };
  }),
);

test('every procedure has a case in the matrix, and every case a procedure', () => {
  expect(Object.keys(permissionCases).toSorted()).toEqual(procedures.map((one) => one.name).toSorted());
});

describe.each(procedures)('$name needs $permission', ({ name, permission }) => {
  test.each(callers)('as %s', async (caller) => {
    const actor = caller === 'nobody' ? null : world.people[caller];
    const { input, refusal } = caseOf(name);
    const outcome = await outcomeOf(actor, name, await input(world, actor));
    expect(outcome).toBe(expectedOutcome(permission, caller, refusal));
  });
});

const withForeign = procedures.filter(({ name }) => permissionCases[name]?.foreign !== undefined);

describe('an id of another workspace is not found', () => {
  test.each(withForeign)('$name', async ({ name }) => {
    const input = await caseOf(name).foreign?.(world);
    expect(await outcomeOf(world.people.owner, name, input)).toBe('not-found');
  });

  test('every procedure that takes an id or a project has such a case', () => {
    const takesOne = procedures.filter(
      (one) => one.permission !== 'public' && one.takes.some((key) => ['id', 'member', 'project'].includes(key)),
    );
    expect(takesOne.map((one) => one.name).filter((name) => permissionCases[name]?.foreign === undefined)).toEqual([]);
  });
});

describe('an archived project', () => {
  test('can be read, but not edited, and says why', async () => {
    const editor = as(world.people.editor);
    const { slug: project } = await editor.projects.create({ workspace: world.workspace, title: 'Put aside' });
    const place = { workspace: world.workspace, project };
    await editor.projects.archive(place);
    const { can: abilities } = await editor.projects.get(place);
    expect(abilities['project.edit']).toBe('This project is archived. Restore it first.');
    expect(await outcomeOf(world.people.owner, 'projects.update', { ...place, title: 'New title' })).toBe('forbidden');
  });
});

describe('a project for its members only', () => {
  test('is not there for others, in lists, search, addresses or documents', async () => {
    const { workspace, people } = world;
    const { slug: project } = await as(people.owner).projects.create({
      workspace,
      title: 'Merger secret',
      visibility: 'members',
    });
    for (const name of ['projects.get', 'worksheets.get', 'documents.markdown', 'events.listProject', 'checks.run']) {
      expect(await outcomeOf(people.editor, name, { workspace, project })).toBe('not-found');
      expect(await outcomeOf(people.admin, name, { workspace, project })).toBe('ok');
    }
    const { items } = await as(people.editor).projects.list({ workspace });
    expect(items.map((item) => item.slug)).not.toContain(project);
    expect((await as(people.editor).search.query({ workspace, query: 'Merger' })).items).toEqual([]);
    expect((await as(people.owner).search.query({ workspace, query: 'Merger' })).items).toHaveLength(1);
  });

  test('a guest sees their one project, and no list of people', async () => {
    const { workspace, project, people } = world;
    const { items } = await as(people.guest).projects.list({ workspace });
    expect(items.map((item) => item.slug)).toContain(project);
    expect(items.every((item) => item.role === 'guest')).toBe(true);
    expect(await outcomeOf(people.guest, 'members.list', { workspace })).toBe('forbidden');
  });
});

function caseOf(name: string) {
  const found = permissionCases[name];
  if (found === undefined) throw new Error(`${name} has no case in test/permission-cases.ts`);
  return found;
}

/** 'ok', or the code of the error. */
async function outcomeOf(actor: Actor | null, name: string, input: unknown): Promise<string> {
  const found = procedures.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} is not in the registry`);
  try {
    await call(found.procedure, input, { context: { actor, address: `test-${randomUUID()}` } });
    return 'ok';
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

function expectedOutcome(permission: Permission, caller: CallerName, refusal = 'ok'): string {
  if (permission === 'public') return refusal;
  if (caller === 'nobody') return 'unauthenticated';
  if (!isWorkspacePermission(permission) && !isProjectPermission(permission)) return refusal;
  if (caller === 'stranger') return 'not-found';
  const role: Role = caller;
  return can(permission, role) === true ? refusal : 'forbidden';
}
