import type { JsonObject } from '#lib/domain/json.ts';
import { projectEventTypes } from '#lib/domain/projects/project-events.ts';
import { pool, prepared, transaction, type Transaction } from '../db.ts';
import { announce } from './announcements.ts';
import type { Grant, ProjectGrant } from './grants.ts';

/** Everything that can happen, by noun. Readers of the log switch over it. */
export const eventTypes = [
  'workspace.created',
  'workspace.updated',
  'member.joined',
  'member.roleChanged',
  'member.removed',
  'member.resetLinkMade',
  'invitation.created',
  'invitation.revoked',
  'account.signedIn',
  'account.signInFailed',
  'account.signedOut',
  'account.passwordChanged',
  'account.passwordReset',
  'account.sessionsRevoked',
  'token.created',
  'token.revoked',
  ...projectEventTypes,
] as const;

export type EventType = (typeof eventTypes)[number];

export interface Stream {
  readonly workspaceId: string;
  /** Absent for the workspace's own stream. */
  readonly projectId?: string;
}

export interface NewEvent {
  readonly type: EventType;
  readonly payload: JsonObject;
}

/** Gives the event its place in the stream, and returns it. */
export type Append = (event: NewEvent) => Promise<number>;

/**
 * Runs a command: one transaction that changes state and appends to a stream. The stream's counter is locked first, so
 * that sequences are given in the order of the commits. Readers are told after the commit.
 */
export async function command<T>(
  stream: Stream,
  actorId: string | null,
  work: (tx: Transaction, append: Append) => Promise<T>,
): Promise<T> {
  const streamId = stream.projectId ?? stream.workspaceId;
  let last = 0;
  const result = await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "EventStream" WHERE "id" = ${streamId}::uuid FOR UPDATE`;
    return work(tx, async (event) => {
      last = await append(tx, stream, actorId, event);
      return last;
    });
  });
  if (last > 0) announce(streamId, last);
  return result;
}

/** Opens a stream inside the transaction that makes its workspace or project. */
export async function openStream(tx: Transaction, streamId: string): Promise<void> {
  await tx.eventStream.create({ data: { id: streamId } });
}

/** Appends inside a transaction of the caller, who announces after the commit. Returns the sequence. */
export async function append(
  tx: Transaction,
  stream: Stream,
  actorId: string | null,
  event: NewEvent,
): Promise<number> {
  const streamId = stream.projectId ?? stream.workspaceId;
  const rows = await tx.$queryRaw<{ sequence: number }[]>`
    WITH stream AS (UPDATE "EventStream" SET "sequence" = "sequence" + 1, "movedAt" = now() WHERE "id" = ${streamId}::uuid RETURNING "sequence")
    INSERT INTO "Event" ("streamId", "sequence", "workspaceId", "projectId", "actorId", "type", "payload")
    SELECT ${streamId}::uuid, stream."sequence", ${stream.workspaceId}::uuid, ${stream.projectId ?? null}::uuid,
      ${actorId}::uuid, ${event.type}, ${JSON.stringify(event.payload)}::jsonb FROM stream
    RETURNING "sequence"`;
  const sequence = rows[0]?.sequence;
  if (sequence === undefined) throw new Error(`Stream ${streamId} was never opened`);
  return sequence;
}

/** What a person did to their own account goes into the log of each of their workspaces. */
export async function appendForPerson(userId: string, event: NewEvent): Promise<void> {
  const { rows } = await pool().query<{ workspaceId: string }>(
    'SELECT "workspaceId" FROM "Membership" WHERE "userId" = $1 ORDER BY "workspaceId"',
    [userId],
  );
  for (const { workspaceId } of rows) {
    await command({ workspaceId }, userId, async (_, add) => add(event));
  }
}

export interface EventRow {
  readonly sequence: number;
  readonly type: string;
  readonly payload: JsonObject;
  readonly at: Date;
  /** `null` for what the installation did, and for people who are gone ("former member"). */
  readonly actor: { readonly id: string | null; readonly name: string } | null;
  readonly formerMember: boolean;
  /** A project's file says so; nobody here did it. */
  readonly fromFile: boolean;
}

interface StoredEvent {
  sequence: number;
  type: string;
  payload: JsonObject;
  at: Date;
  actorId: string | null;
  actorName: string | null;
}

export interface Slice {
  /** Only events before this sequence; newest first. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** All of them, or those of one field: what changed it, what lies in it, and what it lies in. */
export async function listProjectEvents(
  grant: ProjectGrant,
  { field, ...slice }: Slice & { readonly field?: string | undefined },
): Promise<EventRow[]> {
  return field === undefined ? newestFirst(grant.project.id, slice) : eventsOfField(grant, field, slice);
}

async function eventsOfField(grant: ProjectGrant, field: string, { before, limit }: Slice): Promise<EventRow[]> {
  const { rows } = await pool().query<StoredEvent>(
    prepared({
      name: 'events-of-field',
      text: `${select} WHERE e."streamId" = $1 AND e."sequence" < $2
        AND e."type" IN ('worksheet.edited', 'worksheet.imported', 'question.asked')
        AND (${touchedPath} = ANY ($4::text[]) OR starts_with(${touchedPath}, $5))
      ORDER BY e."sequence" DESC LIMIT $3`,
      values: [grant.project.id, before ?? 2_147_483_647, limit, ['', ...withAround(field)], `${field}.`],
    }),
  );
  return rows.map(toRow);
}

/** 'a.b.c' with what it lies in, down to the fields of its section: an answer for a whole list is one for its items. */
function withAround(field: string): string[] {
  const parts = field.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 2).join('.'));
}

/** Which field or item a change of the worksheet is about; '' for an import, which is about all. */
export const touchedPath = `CASE WHEN "type" = 'worksheet.imported' THEN ''
  WHEN "payload"->>'kind' = 'insert' THEN concat("payload"->>'path', '.', "payload"->'value'->>'id')
  ELSE "payload"->>'path' END`;

export async function listWorkspaceEvents(grant: Grant<'workspace.audit'>, slice: Slice): Promise<EventRow[]> {
  return newestFirst(grant.workspace.id, slice);
}

/** The events after a cursor, oldest first: what a live reader asks for each time it is woken. */
export async function eventsAfter(grant: ProjectGrant, after: number, limit: number): Promise<EventRow[]> {
  const { rows } = await pool().query<StoredEvent>(
    prepared({
      name: 'events-after',
      text: `${select} WHERE e."streamId" = $1 AND e."sequence" > $2 ORDER BY e."sequence" LIMIT $3`,
      values: [grant.project.id, after, limit],
    }),
  );
  return rows.map(toRow);
}

const select = `SELECT e."sequence", e."type", e."payload", e."at", e."actorId", coalesce(u."name", e."actorName") AS "actorName"
  FROM "Event" e LEFT JOIN "User" u ON u."id" = e."actorId"`;

async function newestFirst(streamId: string, { before, limit }: Slice): Promise<EventRow[]> {
  const { rows } = await pool().query<StoredEvent>(
    prepared({
      name: 'events-before',
      text: `${select} WHERE e."streamId" = $1 AND e."sequence" < $2 ORDER BY e."sequence" DESC LIMIT $3`,
      values: [streamId, before ?? 2_147_483_647, limit],
    }),
  );
  return rows.map(toRow);
}

function toRow({ actorId, actorName, ...event }: StoredEvent): EventRow {
  // Without an id and with a name: somebody whom a file named.
  const actor = actorName === null ? null : { id: actorId, name: actorName };
  return {
    ...event,
    actor,
    formerMember: actorId !== null && actorName === null,
    fromFile: actorId === null && actorName !== null,
  };
}
