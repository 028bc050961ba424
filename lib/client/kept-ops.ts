import type { Op, OpOutcome } from '#lib/domain/worksheets/operations.ts';

/** Where a project lives, as its address says it. */
export interface ProjectAddress {
  readonly workspace: string;
  readonly project: string;
}

/**
 * One edit that this browser keeps until the server has answered for it.
 * `waiting` was never sent and may still be merged with a later edit of the same field; `sent` may have reached the
 * server, so it must be sent again exactly as it is (the server remembers op ids); `refused` waits for its author.
 */
export interface KeptOp extends ProjectAddress {
  readonly op: Op;
  readonly user: string;
  readonly at: number;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly outcome?: OpOutcome;
}

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly kept: number }
  | { readonly kind: 'not-saved'; readonly kept: number; readonly retryAt: number }
  | { readonly kind: 'signed-out'; readonly kept: number };

/** What became of one op, as the server tells it; `repeated` is the first answer given again. */
export type Settled = Omit<OpOutcome, 'outcome' | 'inverse'> & { readonly outcome: OpOutcome['outcome'] | 'repeated' };

const BATCH_LIMIT = 50;
const LONGEST_WAIT_MS = 30_000;

/** The entry that `next` can be folded into: the last waiting edit of the same field with nothing around it since. */
export function coalesceInto(kept: readonly KeptOp[], next: KeptOp): KeptOp | undefined {
  if (next.op.kind !== 'set') return undefined;
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const entry = kept[index];
    if (entry === undefined || !sameProject(entry, next)) continue;
    if (entry.op.path === next.op.path && entry.op.kind === 'set') {
      return entry.state === 'waiting'
        ? { ...entry, at: next.at, op: { ...entry.op, value: next.op.value } }
        : undefined;
    }
    if (overlaps(entry.op.path, next.op.path)) return undefined;
  }
  return undefined;
}

/** The next edits to send: the oldest that are not refused, all of one project, in the order they were made. */
export function nextBatch(kept: readonly KeptOp[]): readonly KeptOp[] {
  const open = kept.filter((entry) => entry.state !== 'refused').sort((a, b) => (a.op.id < b.op.id ? -1 : 1));
  const first = open[0];
  if (first === undefined) return [];
  return open.filter((entry) => sameProject(entry, first)).slice(0, BATCH_LIMIT);
}

/** Splits a batch by the server's answer: what is done, and what its author has to look at. No answer is no "done". */
export function settle(
  batch: readonly KeptOp[],
  outcomes: readonly Settled[],
): { readonly done: readonly string[]; readonly refused: readonly KeptOp[] } {
  const answers = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const done: string[] = [];
  const refused: KeptOp[] = [];
  for (const entry of batch) {
    const answer = answers.get(entry.op.id) ?? unanswered(entry.op);
    if (answer.outcome === 'conflict' || answer.outcome === 'refused') {
      refused.push({ ...entry, state: 'refused', outcome: { ...answer, outcome: answer.outcome } });
    } else {
      done.push(entry.op.id);
    }
  }
  return { done, refused };
}

function unanswered(op: Op): Settled {
  return { id: op.id, path: op.path, outcome: 'refused', reason: 'The server gave no answer for this edit.' };
}

/** Doubles from one second to thirty. */
export function retryDelayMs(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.max(0, attempt - 1));
}

export function sameProject(a: ProjectAddress, b: ProjectAddress): boolean {
  return a.workspace === b.workspace && a.project === b.project;
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
