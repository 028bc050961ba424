import { z } from 'zod';
import { limits } from '#lib/domain/limits.ts';
import { threadAbilities } from '#lib/domain/threads/thread-rules.ts';
import { threadKinds, threadStates } from '#lib/domain/threads/thread.ts';
import { findMentionable } from '../store/people.ts';
import { listThreads, markRead, readThread } from '../store/thread-reading.ts';
import {
  actorOf,
  changeComment,
  classifyThread,
  deleteComment,
  letBlock,
  moveThread,
  openThread,
  reopenThread,
  replyTo,
  resolveThread,
} from '../store/threads.ts';
import { procedure } from './procedure.ts';
import { ability, id, inProject, isStorable, NOT_STORABLE, nothing } from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}/threads';

const kind = z.enum(threadKinds);
const one = inProject.extend({ number: z.coerce.number().int().min(1).max(2_147_483_647) });
const flag = z.union([z.boolean(), z.stringbool()]).optional();

/** What a comment says, in several lines. */
const body = z
  .string()
  .max(limits.commentLength, `A comment has at most ${limits.commentLength} characters.`)
  .refine(isStorable, NOT_STORABLE)
  .refine((text) => text.trim() !== '', 'Write something first.');

const quoted = z.object({
  /** The words, as they are read; white space does not count. */
  quote: z.string().min(1).max(limits.quoteLength),
  /** Which of the places of the field with these words, from 0 on. */
  occurrence: z.number().int().min(0).max(limits.markdownLength).default(0),
});

const placeIn = {
  /** Of a field, an item or a section; empty for the whole document. */
  path: z.string().max(limits.lineLength),
  /** A passage of the field's text. */
  passage: quoted.optional(),
};

/** A comment that is sent again under the same id, because its answer was lost, is said once. */
const comment = { id: id.optional(), body };

const said = z.object({
  number: z.number().int(),
  comment: id,
  /** Names in the text that several people have: say which by their link. */
  unclear: z.array(z.string()),
  /** Names in the text of nobody who sees the project. Nobody was told. */
  nobody: z.array(z.string()),
});

/** Without an id for somebody whom a file named: they have no account here. */
const person = z.object({ id: id.nullable(), name: z.string() }).nullable();

const line = z.object({
  number: z.number().int(),
  kind,
  blocking: z.boolean(),
  place: z.object({
    /** exact, moved to where its words stand now, or outdated: what it was started on is gone. */
    state: z.enum(['exact', 'moved', 'outdated']),
    path: z.string(),
    label: z.string(),
    /** The value has changed since the thread was started. */
    changed: z.boolean(),
    /** What the passage said, or the place was called, when it was started. */
    original: z.string(),
    passage: z.object({ quote: z.string(), occurrence: z.number().int() }).nullable(),
  }),
  /** Null once their account is gone. */
  author: person,
  openedAt: z.date(),
  resolvedAt: z.date().nullable(),
  resolvedBy: person,
  comments: z.number().int(),
  lastAt: z.date(),
  /** Comments of others that came since the caller has read it. */
  unread: z.number().int(),
  /** How the first comment begins; empty where it was deleted. */
  first: z.string(),
});

const thread = line.extend({
  said: z.array(
    z.object({
      id,
      author: person,
      at: z.date(),
      sequence: z.number().int(),
      /** Markdown; empty once it was deleted. */
      body: z.string(),
      earlier: z.array(z.object({ body: z.string(), until: z.date() })),
      deletedAt: z.date().nullable(),
    }),
  ),
  /** What the caller can do with it now, or why not. */
  can: z.record(z.string(), ability),
});

export const threads = {
  people: procedure('project.comment')({
    method: 'GET',
    path: `${path}/people`,
    summary: 'Whom a comment can call: members of the workspace who see the project',
    input: inProject.extend({
      /** How a word of their name begins. */
      text: z.string().trim().max(limits.titleLength).default(''),
      limit: z.coerce.number().int().min(1).max(50).default(8),
    }),
    output: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
    async handler({ input, grant }) {
      return { items: await findMentionable(grant, input) };
    },
  }),

  list: procedure('project.read')({
    method: 'GET',
    path,
    summary: 'Threads of a project with where they stand now, the newest first',
    input: inProject.extend({
      state: z.enum(threadStates).optional(),
      kind: kind.optional(),
      section: z.string().max(40).optional(),
      blocking: flag,
      mine: flag,
      unread: flag,
      /** Only threads with a smaller number. */
      before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({ items: z.array(line), next: z.number().int().nullable() }),
    async handler({ input: { limit, ...filter }, grant }) {
      const rows = await listThreads(grant, { ...filter, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
    },
  }),

  get: procedure('project.read')({
    method: 'GET',
    path: `${path}/{number}`,
    summary: 'A thread with all of its comments',
    input: one,
    output: thread,
    async handler({ input, grant }) {
      const found = await readThread(grant, input.number);
      const resolved = found.resolvedAt && { by: '', at: found.resolvedAt.toISOString() };
      const author = found.author?.id ?? '';
      return { ...found, can: threadAbilities(actorOf(grant), { author, resolved }) };
    },
  }),

  open: procedure('project.comment')({
    method: 'POST',
    path,
    summary: 'Start a thread on the document, a section, a field, an item or a passage',
    input: inProject.extend({
      ...placeIn,
      ...comment,
      kind: kind.default('note'),
      blocking: z.boolean().default(false),
    }),
    output: said,
    async handler({ input, grant }) {
      return openThread(grant, input);
    },
  }),

  reply: procedure('project.comment')({
    method: 'POST',
    path: `${path}/{number}/comments`,
    summary: 'Reply in a thread',
    input: one.extend(comment),
    output: said,
    async handler({ input, grant }) {
      return replyTo(grant, input.number, input);
    },
  }),

  changeComment: procedure('project.comment')({
    method: 'PATCH',
    path: `${path}/{number}/comments/{comment}`,
    summary: 'Change a comment of one’s own; what it said before is kept',
    input: one.extend({ comment: id, body }),
    output: said,
    async handler({ input, grant }) {
      return changeComment(grant, input);
    },
  }),

  deleteComment: procedure('project.comment')({
    method: 'DELETE',
    path: `${path}/{number}/comments/{comment}`,
    summary: 'Delete a comment: that something was said stays, what it was does not',
    input: one.extend({ comment: id }),
    output: nothing,
    async handler({ input, grant }) {
      await deleteComment(grant, input);
      return {};
    },
  }),

  resolve: procedure('project.comment')({
    method: 'POST',
    path: `${path}/{number}/resolve`,
    summary: 'Resolve a thread',
    input: one,
    output: nothing,
    async handler({ input, grant }) {
      await resolveThread(grant, input.number);
      return {};
    },
  }),

  reopen: procedure('project.comment')({
    method: 'POST',
    path: `${path}/{number}/reopen`,
    summary: 'Open a resolved thread again',
    input: one,
    output: nothing,
    async handler({ input, grant }) {
      await reopenThread(grant, input.number);
      return {};
    },
  }),

  classify: procedure('project.comment')({
    method: 'PUT',
    path: `${path}/{number}/kind`,
    summary: 'Say of which kind a thread is',
    input: one.extend({ kind }),
    output: nothing,
    async handler({ input, grant }) {
      await classifyThread(grant, input.number, input.kind);
      return {};
    },
  }),

  block: procedure('threads.block')({
    method: 'PUT',
    path: `${path}/{number}/blocking`,
    summary: 'Let a thread hold up an approval, or no longer',
    input: one.extend({ blocking: z.boolean() }),
    output: nothing,
    async handler({ input, grant }) {
      await letBlock(grant, input.number, input.blocking);
      return {};
    },
  }),

  move: procedure('project.comment')({
    method: 'PUT',
    path: `${path}/{number}/place`,
    summary: 'Put a thread on another place',
    input: one.extend(placeIn),
    output: nothing,
    async handler({ input, grant }) {
      await moveThread(grant, input.number, input);
      return {};
    },
  }),

  markRead: procedure('project.read')({
    method: 'PUT',
    path: `${path}/{number}/read`,
    summary: 'Remember how far the caller has read a thread',
    input: one.extend({ sequence: z.number().int().min(0).max(2_147_483_647) }),
    output: nothing,
    async handler({ input, grant }) {
      await markRead(grant, input.number, input.sequence);
      return {};
    },
  }),
};
