import { os, type InferSchemaInput, type InferSchemaOutput } from '@orpc/server';
import { z } from 'zod';
import type { Permission, ProjectPermission, WorkspacePermission } from '#lib/domain/access/permissions.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Actor, Caller } from '../store/actor.ts';
import { guardReading, type Grant, type Reading } from '../store/grants.ts';

/** What a door knows about a request before a procedure runs. */
export interface RequestContext {
  readonly actor: Caller;
  /** Network of the other side, for rate limits. */
  readonly address: string;
}

export interface ProcedureMeta {
  readonly permission: Permission;
}

interface Call<P extends Permission, Input, Read> {
  readonly input: Input;
  readonly grant: Grant<P>;
  /** What `reading` asked for. */
  readonly read: Read;
  readonly request: RequestContext;
}

interface Definition<P extends Permission, I extends z.ZodType, O extends z.ZodType, Read> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** One line of the API's documentation. */
  readonly summary: string;
  readonly input: I;
  readonly output: O;
  /** What the handler needs of the project, read in the guard's own query. */
  readonly reading?: (input: InferSchemaOutput<I>) => Reading<Read>;
  handler(
    call: Call<P, InferSchemaOutput<I>, Read>,
  ): Promise<Unchanged<InferSchemaInput<O>>> | Unchanged<InferSchemaInput<O>>;
}

/** Answers are only read, so that a handler may hand on what the domain calls immutable. */
type Unchanged<T> = T extends Date | File
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Unchanged<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Unchanged<T[Key]> }
      : T;

/** A right in a place needs the place in the input; the compiler refuses a schema without it. */
type InputFor<P extends Permission> = P extends ProjectPermission
  ? z.ZodType<{ workspace: string; project: string }>
  : P extends WorkspacePermission
    ? z.ZodType<{ workspace: string }>
    : z.ZodType;

const address = z.object({ workspace: z.string().optional(), project: z.string().optional() }).catch({});

const builder = os.$context<RequestContext>().$meta<ProcedureMeta>({ permission: 'account.manage' });

/**
 * The only way to make a procedure. The permission has no default: it is the first thing that is said.
 * The guard runs after the input was read and before the handler; the handler receives its grant.
 */
export function procedure<P extends Permission>(permission: P) {
  return <I extends InputFor<P>, O extends z.ZodType, Read = undefined>(definition: Definition<P, I, O, Read>) =>
    builder
      .meta({ permission })
      .route({ method: definition.method, path: definition.path, summary: definition.summary })
      .input(definition.input)
      .output(definition.output)
      .handler(async ({ input, context }) => {
        const asked = definition.reading?.(input);
        const { grant, read } = await guardReading(permission, context.actor, address.parse(input), asked);
        demandScope(permission, definition.method, grant.actor);
        const answer = await definition.handler({ input, grant, read, request: context });
        // Only `readonly` is taken off again: the output schema reads the answer and copies what it passes on.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it widens what may be done, not what it is
        return answer as InferSchemaInput<O>;
      });
}

/** A token made for reading changes nothing, whatever its owner may do. */
function demandScope(permission: Permission, method: string, actor: Actor | null): void {
  if (permission === 'public' || method === 'GET' || actor?.via.kind !== 'token') return;
  if (actor.via.scope === 'read') throw new AppError('forbidden', 'This API token may only read.');
}
