import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { isAppError, type ErrorCode } from '#lib/domain/errors.ts';
import { isDatabaseAway } from '../database-away.ts';

const statuses = {
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** What the input schemas report, wherever oRPC keeps it. */
const issues = z.object({
  issues: z.array(z.object({ message: z.string(), path: z.array(z.unknown()).optional() })).min(1),
});

/**
 * The one translator from errors to answers. Known errors keep their code, sentence and details; everything else is
 * logged under an id and becomes "internal", so that no message of the database ever reaches a client.
 */
export function toApiError(error: unknown): ORPCError<ErrorCode, unknown> {
  if (isAppError(error)) return apiError(error.code, error.message, error.details);
  if (isDatabaseAway(error))
    return apiError('unavailable', 'Plumbline cannot reach its database. Try again in a moment.');
  const status = error instanceof ORPCError ? error.status : isUnreadableBody(error) ? 400 : 500;
  if (status === 413) return apiError('too-large', 'The request is too large.');
  if (status === 404 || status === 405) return apiError('not-found', 'There is nothing at this address.');
  if (status < 500) return badInput(error);
  return internal(error);
}

function apiError(code: ErrorCode, message: string, data?: unknown): ORPCError<ErrorCode, unknown> {
  return new ORPCError(code, { status: statuses[code], message, data });
}

function badInput(error: unknown): ORPCError<ErrorCode, unknown> {
  const found = issues.safeParse(error instanceof ORPCError ? error.data : undefined);
  const first = found.data?.issues[0];
  if (first === undefined) return apiError('bad-input', 'The request could not be read: its body must be JSON.');
  return apiError('bad-input', first.message, { path: first.path?.map(String).join('.') ?? '' });
}

/** The second is what the RPC reader says of JSON that is not in its shape. */
function isUnreadableBody(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return error instanceof TypeError && error.message.startsWith('Invalid RPC serialized data');
}

function internal(error: unknown): ORPCError<ErrorCode, unknown> {
  const id = randomUUID();
  console.error(`internal error ${id}:`, error);
  return apiError('internal', `Something went wrong here. Its number in the server’s log is ${id}.`, { id });
}
