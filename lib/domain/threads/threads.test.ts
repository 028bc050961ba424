import { describe, expect, it, test } from 'vitest';
import { roles, type Role } from '#lib/domain/access/roles.ts';
import { isAppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import {
  classifyThread,
  deleteComment,
  editComment,
  letBlock,
  reattachThread,
  reopenThread,
  reply,
  resolveThread,
  startThread,
} from './thread-changes.ts';
import { mayDo, threadAbilities, threadActions, threadRules, type Actor, type ThreadAction } from './thread-rules.ts';
import { holdsUp, stateOf, threadStates, type Thread } from './thread.ts';
import { unreadComments, unreadThreads } from './unread.ts';

const ana: Actor = { id: 'ana', role: 'viewer' };
const ben: Actor = { id: 'ben', role: 'editor' };
const guest: Actor = { id: 'gil', role: 'guest' };
const admin: Actor = { id: 'ada', role: 'admin' };
const at = '2027-01-15T10:00:00Z';

const opened = { id: 't1', anchor: { kind: 'document' }, kind: 'question', blocking: false } as const;
const words = (id: string, sequence: number) => ({ id, body: `Words of ${id}`, at, sequence });

/** Ana asks, Ben answers. */
function talk(): Thread {
  return reply(startThread(ana, opened, words('c1', 3)), ben, words('c2', 5));
}

function said(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (isAppError(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'done';
}

/** Who may do what, one row an action; `x` may, `a` may with what they wrote themselves. */
const table: Record<ThreadAction, string> = {
  //         owner admin editor reviewer viewer guest
  reply: '    x     x     x      x        x      x',
  resolve: '  x     x     x      x        a      a',
  reopen: '   x     x     x      x        a      a',
  classify: ' x     x     x      x        a      a',
  block: '    x     x     x      x        -      -',
  reattach: ' x     x     x      x        a      a',
  edit: '     a     a     a      a        a      a',
  delete: '   x     x     a      a        a      a',
};

describe('who may do what', () => {
  const may = (action: ThreadAction, role: Role, author: string) =>
    mayDo(action, { id: 'me', role }, { thread: { author }, comment: { author } }) === true;

  test.each(roles)('%s', (role) => {
    const column = roles.indexOf(role);
    const found = threadActions.map((action) => {
      const mark = may(action, role, 'else') ? 'x' : may(action, role, 'me') ? 'a' : '-';
      return [action, mark];
    });
    const expected = Object.entries(table).map(([action, row]) => [action, row.trim().split(/\s+/)[column]]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('says who may', () => {
    expect(said(() => resolveThread(talk(), guest, at))).toBe(
      'forbidden: Only owners, admins, editors and reviewers can resolve a thread. You are a guest.',
    );
    expect(said(() => editComment(talk(), admin, 'c1', 'Mine', at))).toBe(
      'forbidden: Only who wrote a comment can change it.',
    );
    expect(said(() => startThread(guest, { ...opened, blocking: true }, words('c', 1)))).toMatch(
      /^forbidden: Only own/,
    );
  });

  it('lets nobody write into an archived project', () => {
    const archived = 'forbidden: This project is archived. Restore it first.';
    expect(said(() => reply(talk(), { ...ben, archived: true }, words('c3', 6)))).toBe(archived);
    expect(said(() => deleteComment(talk(), { ...ana, archived: true }, 'c1', at))).toBe(archived);
  });
});

describe('the states of a thread', () => {
  it('is closed: every action is open to some state and leads to one', () => {
    for (const rule of Object.values(threadRules)) {
      expect(rule.in.length).toBeGreaterThan(0);
      expect(threadStates).toEqual(expect.arrayContaining([...rule.in, ...('to' in rule ? [rule.to] : [])]));
      expect(rule.in.length === threadStates.length || rule.otherwise !== '').toBe(true);
    }
  });

  it('goes from open to resolved and back, and says by whom', () => {
    const resolved = resolveThread(talk(), ana, at);
    expect([stateOf(resolved), resolved.resolved]).toEqual(['resolved', { by: 'ana', at }]);
    expect(stateOf(reopenThread(resolved, ben, at))).toBe('open');
    expect(said(() => resolveThread(resolved, ben, at))).toBe('conflict: This thread is resolved already.');
    expect(said(() => reopenThread(talk(), ben, at))).toBe('conflict: This thread is open.');
    expect(stateOf(reply(resolved, guest, words('c3', 6)))).toBe('resolved');
  });

  it('holds up an approval while it blocks and is open', () => {
    const blocking = letBlock(talk(), ben, true);
    expect([talk(), blocking, resolveThread(blocking, ana, at), letBlock(blocking, ben, false)].map(holdsUp)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('can be another kind, or stand elsewhere', () => {
    expect(classifyThread(talk(), ana, 'issue').kind).toBe('issue');
    const anchor = { kind: 'section', path: 'risk', label: 'Risk' } as const;
    expect(reattachThread(talk(), ana, anchor).anchor).toEqual(anchor);
    expect(said(() => classifyThread(resolveThread(talk(), ben, at), ben, 'note'))).toBe(
      'conflict: This thread is resolved. Reopen it to change its kind.',
    );
  });

  it('tells the page what can be done, and why not', () => {
    expect(threadAbilities(ana, talk())).toEqual({
      reply: true,
      resolve: true,
      reopen: 'This thread is open.',
      classify: true,
      block: 'Only owners, admins, editors and reviewers can let a thread hold up an approval. You are a viewer.',
      reattach: true,
    });
  });
});

describe('comments', () => {
  it('keep what they said before', () => {
    const once = editComment(talk(), ana, 'c1', 'Better words', '2027-01-15T11:00:00Z');
    expect(once.comments[0]).toMatchObject({
      body: 'Better words',
      earlier: [{ body: 'Words of c1', until: '2027-01-15T11:00:00Z' }],
    });
    expect(editComment(once, ana, 'c1', 'Better words', at)).toBe(once);
    expect(once.comments[1]).toEqual(talk().comments[1]);
  });

  it('leave a tombstone, without a word of what they said', () => {
    const edited = editComment(talk(), ana, 'c1', 'Better words', at);
    const left = deleteComment(edited, admin, 'c1', at);
    expect(left.comments.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(JSON.stringify(left.comments[0])).not.toMatch(/words/i);
    expect(left.comments[0]).toMatchObject({ author: 'ana', deleted: { by: 'ada', at } });
    expect(said(() => editComment(left, ana, 'c1', 'Again', at))).toBe('gone: This comment was deleted.');
    expect(said(() => editComment(left, ana, 'c9', 'Again', at))).toBe('not-found: There is no such comment.');
  });

  it('of which none is left resolve their thread', () => {
    const blocking = letBlock(startThread(ana, opened, words('c1', 1)), ben, true);
    const emptied = deleteComment(blocking, ana, 'c1', at);
    expect([stateOf(emptied), emptied.resolved, holdsUp(emptied)]).toEqual(['resolved', { by: 'ana', at }, false]);
    expect(stateOf(deleteComment(talk(), ben, 'c2', at))).toBe('open');
  });

  it('say something, and not too much', () => {
    const body = (text: string) => said(() => reply(talk(), ben, { ...words('c3', 6), body: text }));
    expect(body(' \n')).toBe('bad-input: Write something first.');
    expect(body('x'.repeat(limits.commentLength))).toBe('done');
    expect(body('x'.repeat(limits.commentLength + 1))).toBe('too-large: A comment has at most 10000 characters.');
  });
});

describe('what is unread', () => {
  const thread = reply(talk(), guest, words('c3', 8));
  const unread = (id: string, lastRead: number) =>
    unreadComments(thread, { id, lastRead }).map((comment) => comment.id);

  it('came after the last look, and from others', () => {
    expect(unread('zoe', 0)).toEqual(['c1', 'c2', 'c3']);
    expect(unread('zoe', 5)).toEqual(['c3']);
    expect(unread('zoe', 8)).toEqual([]);
    expect(unread('ben', 0)).toEqual(['c1', 'c3']);
  });

  it('is nothing that was deleted', () => {
    const left = deleteComment(thread, guest, 'c3', at);
    expect(unreadThreads([left, thread], { id: 'zoe', lastRead: 5 })).toEqual([thread]);
  });
});
