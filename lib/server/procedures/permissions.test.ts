import { isProcedure } from '@orpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { can } from '#lib/domain/access/can.ts';
import { isProjectPermission, isWorkspacePermission, type Permission } from '#lib/domain/access/permissions.ts';
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

interface Found {
  readonly name: string;
  readonly permission: Permission;
}

/** Every procedure of the registry, whatever anybody remembered to write down. */
const procedures: Found[] = Object.entries(registry).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, value]) => {
    if (!isProcedure(value)) throw new Error(`${noun}.${verb} is no procedure`);
    return { name: `${noun}.${verb}`, permission: value['~orpc'].meta['permission'] };
  }),
);

test('every procedure has a case in the matrix, and every case a procedure', () => {
  expect(Object.keys(permissionCases).toSorted()).toEqual(procedures.map((one) => one.name).toSorted());
});

describe.each(procedures)('$name needs $permission', ({ name, permission }) => {
  test.each(callers)('as %s', async (caller) => {
    const actor = caller === 'nobody' ? null : world.people[caller];
    const { input, refusal } = caseOf(name);
    const outcome = await call(actor, name, await input(world, actor));
    expect(outcome).toBe(expectedOutcome(permission, caller, refusal));
  });
});

const withForeign = procedures.filter(({ name }) => permissionCases[name]?.foreign !== undefined);

describe('an id of another workspace is not found', () => {
  test.each(withForeign)('$name', async ({ name }) => {
    const input = await caseOf(name).foreign?.(world);
    expect(await call(world.people.owner, name, input)).toBe('not-found');
  });

  test('every procedure that takes an id or a project has such a case', () => {
    const takesOne = procedures.filter(({ name, permission }) => {
      if (permission === 'public') return false;
      const [noun = '', verb = ''] = name.split('.');
      const schema: unknown = Reflect.get(Reflect.get(registry, noun), verb)['~orpc'].inputSchema;
      const keys = Object.keys(Reflect.get(Object(schema), 'shape') ?? {});
      return keys.some((key) => ['id', 'member', 'project'].includes(key));
    });
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
    expect(await call(world.people.owner, 'projects.update', { ...place, title: 'New title' })).toBe('forbidden');
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
      expect(await call(people.editor, name, { workspace, project })).toBe('not-found');
      expect(await call(people.admin, name, { workspace, project })).toBe('ok');
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
    expect(await call(people.guest, 'members.list', { workspace })).toBe('forbidden');
  });
});

function caseOf(name: string) {
  const found = permissionCases[name];
  if (found === undefined) throw new Error(`${name} has no case in test/permission-cases.ts`);
  return found;
}

/** 'ok', or the code of the error. */
async function call(actor: Actor | null, name: string, input: unknown): Promise<string> {
  const [noun = '', verb = ''] = name.split('.');
  const procedure: unknown = Reflect.get(Reflect.get(as(actor), noun), verb);
  if (typeof procedure !== 'function') throw new Error(`${name} cannot be called`);
  try {
    await procedure(input);
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
