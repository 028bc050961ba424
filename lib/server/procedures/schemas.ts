import { z } from 'zod';
import { visibilities } from '#lib/domain/access/membership.ts';
import { projectRules, workspaceRules } from '#lib/domain/access/permissions.ts';
import { memberRoles, roles } from '#lib/domain/access/roles.ts';
import { ITEM_ID } from '#lib/domain/ids.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { isPlainDate } from '#lib/domain/worksheets/read-leaf.ts';

/** The schemas that several procedures share: where something is, who one is, and what one may do. */

export const slug = z.string().regex(ITEM_ID, 'Use small letters, digits and hyphens, 32 at most.');
export const inWorkspace = z.object({ workspace: slug });
export const inProject = z.object({ workspace: slug, project: slug });

export const id = z.uuid();

/** Whether the database can hold a text: Postgres has no place for NUL, nor for half a character. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

export const NOT_STORABLE = 'A character in this text cannot be kept.';

/** One line of text that the database can hold. */
export function line(atLeast: number, atMost: number, tooShort: string) {
  return z
    .string()
    .trim()
    .min(atLeast, tooShort)
    .max(atMost, `At most ${atMost} characters.`)
    .refine(isStorable, NOT_STORABLE);
}

export const personName = line(1, limits.titleLength, 'Say your name.');
export const title = line(3, limits.titleLength, 'At least three characters.');
export const workspaceName = line(1, 80, 'Give the workspace a name.');
export const email = z.email('This is not an e-mail address.').max(254);

/** Length is what makes a password hard to guess; no other rules, as NIST SP 800-63B advises. */
export const password = z
  .string()
  .min(limits.passwordLeast, `At least ${limits.passwordLeast} characters.`)
  .max(limits.passwordMost, `At most ${limits.passwordMost} characters.`);

export const role = z.enum(roles);
export const memberRole = z.enum(memberRoles);
export const visibility = z.enum(visibilities);

export const ability = z.union([z.literal(true), z.string()]);
const workspaceCan = z.record(z.enum(keysOf(workspaceRules)), ability);
export const projectCan = z.record(z.enum(keysOf(projectRules)), ability);

export const json: z.ZodType<Json> = z.json();
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), json);

/** What a procedure answers that only does something. */
export const nothing = z.object({});

export const workspaceOut = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** Made by the demonstration; every page of it says so. */
  demo: z.boolean(),
  role,
  can: workspaceCan,
});

export const projectOut = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  visibility,
  createdAt: z.date(),
  changedAt: z.date(),
  archivedAt: z.date().nullable(),
  /** Set when it was deleted; it is purged thirty days later. */
  deletedAt: z.date().nullable(),
  role,
  can: projectCan,
});

/** Where something is, in a list over several workspaces. */
export const placeOut = z.object({
  workspace: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
  project: z.object({ slug: z.string(), title: z.string() }),
});

/** A day as a calendar writes it. */
export const plainDate = z.string().refine(isPlainDate, 'Write a date as 2027-01-15.');

/** A page of a list: at most `limit` items, from where the last page ended. */
export const paging = {
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** The place after which the next page begins. */
export function readCursor(after: string | undefined): { at: Date; id: string } | undefined {
  if (after === undefined) return undefined;
  const [at, last] = after.split('~');
  const parsed = z.object({ at: z.coerce.date(), id }).safeParse({ at, id: last });
  return parsed.success ? parsed.data : undefined;
}

/** `null` when this page was the last. Ask the store for one row more than the page holds. */
export function cutPage<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
  at: (row: T) => Date,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? `${at(last).toISOString()}~${last.id}` : null };
}

function keysOf<K extends string>(table: Record<K, unknown>): [K, ...K[]] {
  // Object.keys forgets the type of the keys; both tables are written with `satisfies` and have rows.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return Object.keys(table) as [K, ...K[]];
}
