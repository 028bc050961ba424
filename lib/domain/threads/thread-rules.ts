import { can, type Ability, type Circumstances } from '#lib/domain/access/can.ts';
import type { ProjectPermission } from '#lib/domain/access/permissions.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { stateOf, threadStates, type Comment, type Thread, type ThreadState } from './thread.ts';

/** Someone in a project, as far as threads are concerned. */
export interface Actor extends Circumstances {
  readonly id: string;
  readonly role: Role;
}

interface Rule {
  /** States in which it can be done. */
  readonly in: readonly ThreadState[];
  /** Where it leads; the same state where absent. */
  readonly to?: ThreadState;
  /** What lets anyone do it; null where only authors may. */
  readonly permission: ProjectPermission | null;
  /** Who may do it without that permission. Everyone needs the right to comment. */
  readonly author?: 'thread' | 'comment';
  /** Why it cannot be done in any other state. */
  readonly otherwise: string;
}

/** The whole truth about who may do what with a thread, and when. */
export const threadRules = {
  reply: { in: threadStates, permission: 'project.comment', otherwise: '' },
  resolve: {
    in: ['open'],
    to: 'resolved',
    permission: 'threads.resolve',
    author: 'thread',
    otherwise: 'This thread is resolved already.',
  },
  reopen: {
    in: ['resolved'],
    to: 'open',
    permission: 'threads.resolve',
    author: 'thread',
    otherwise: 'This thread is open.',
  },
  classify: {
    in: ['open'],
    permission: 'threads.resolve',
    author: 'thread',
    otherwise: 'This thread is resolved. Reopen it to change its kind.',
  },
  // Not its author's alone: what blocks holds up everyone.
  block: {
    in: ['open'],
    permission: 'threads.block',
    otherwise: 'This thread is resolved. Reopen it to let it block.',
  },
  reattach: { in: threadStates, permission: 'threads.resolve', author: 'thread', otherwise: '' },
  edit: { in: threadStates, permission: null, author: 'comment', otherwise: '' },
  delete: { in: threadStates, permission: 'threads.moderate', author: 'comment', otherwise: '' },
} as const satisfies Record<string, Rule>;

export type ThreadAction = keyof typeof threadRules;

export const threadActions: readonly ThreadAction[] = Object.keys(threadRules).filter(isThreadAction);

function isThreadAction(action: string): action is ThreadAction {
  return Object.hasOwn(threadRules, action);
}

/** May they do it by what they are? Without regard to the state of the thread. */
export function mayDo(
  action: ThreadAction,
  actor: Actor,
  about: { readonly thread: Pick<Thread, 'author'>; readonly comment?: Pick<Comment, 'author'> },
): Ability {
  const rule: Rule = threadRules[action];
  const commenting = can('project.comment', actor.role, actor);
  if (commenting !== true) return commenting;
  const author = rule.author === undefined ? undefined : about[rule.author]?.author;
  if (author === actor.id) return true;
  if (rule.permission === null) return 'Only who wrote a comment can change it.';
  return can(rule.permission, actor.role, actor);
}

/** Can it be done now, whoever asks? */
export function fitsState(action: ThreadAction, thread: Pick<Thread, 'resolved'>): Ability {
  const rule: Rule = threadRules[action];
  return rule.in.includes(stateOf(thread)) ? true : rule.otherwise;
}

/** What someone can do with a thread as it stands, with the reasons, for the page. */
export function threadAbilities(
  actor: Actor,
  thread: Pick<Thread, 'author' | 'resolved'>,
): Readonly<Record<string, Ability>> {
  return Object.fromEntries(
    threadActions
      .filter((action) => action !== 'edit' && action !== 'delete')
      .map((action) => {
        const may = mayDo(action, actor, { thread });
        return [action, may === true ? fitsState(action, thread) : may];
      }),
  );
}
