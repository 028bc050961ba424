import type { JsonObject } from '#lib/domain/json.ts';
import type { Op, OpOutcome } from '#lib/domain/worksheets/operations.ts';

/** Where a project lives, as its address says it. */
export interface ProjectAddress {
  readonly workspace: string;
  readonly project: string;
}

/** Who stood in the way of an edit, and when. */
export interface LastChange {
  readonly at: Date;
  readonly by: string;
  /** The author of the edit, in another place. */
  readonly you: boolean;
}

export interface KeptOutcome extends OpOutcome {
  readonly last?: LastChange | undefined;
  /** What brings the item back that the edit was for, as an edit without its id. */
  readonly restore?: JsonObject | undefined;
}

/**
 * One edit that this browser keeps until the server has answered for it.
 * `waiting` was never sent and may still be merged with a later edit of the same field; `sent` may have reached the
 * server, so it must be sent again exactly as it is (the server remembers op ids); `refused` waits for its author;
 * `held` met a project that takes in nothing of its author’s for now, and can be sent again as it is.
 */
export interface KeptOp extends ProjectAddress {
  readonly op: Op;
  readonly user: string;
  readonly at: number;
  /** Its place among the edits of this browser. Clocks are put right, so that neither `at` nor the op’s id says it. */
  readonly order: number;
  readonly state: 'waiting' | 'sent' | 'refused' | 'held';
  readonly outcome?: KeptOutcome;
}

/** Why an attempt failed that may be made again: nobody answered, something is broken there, or there is too much to do. */
export type Trouble = 'no-answer' | 'failing' | 'busy';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly kept: number }
  | { readonly kind: 'not-saved'; readonly kept: number; readonly retryAt: number; readonly why: Trouble }
  | { readonly kind: 'signed-out'; readonly kept: number; readonly somebodyElse: boolean };

/** What became of one op, as the server tells it; `repeated` is the first answer given again. */
export type Settled = Omit<KeptOutcome, 'outcome' | 'inverse'> & {
  readonly outcome: OpOutcome['outcome'] | 'repeated';
};

const BATCH_LIMIT = 50;
/** Proxies often let no more than a megabyte pass, and nobody without an account may send more than 200 KB. */
const BATCH_CHARACTERS = 60_000;
const LONGEST_WAIT_MS = 30_000;

/** In the order in which they were made; ids are unique and decide between edits that two tabs made at once. */
export function inOrder(entries: readonly KeptOp[]): readonly KeptOp[] {
  return entries.toSorted((a, b) => a.order - b.order || (a.op.id < b.op.id ? -1 : 1));
}

export function nextOrder(kept: readonly KeptOp[]): number {
  return kept.reduce((most, { order }) => Math.max(most, order), 0) + 1;
}

/** Whether the entry still waits for an answer. */
export function isOpen({ state }: KeptOp): boolean {
  return state === 'waiting' || state === 'sent';
}

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

/** The next edits to send: the oldest that wait for an answer, all of one project, in the order they were made. */
export function nextBatch(kept: readonly KeptOp[], most: number = BATCH_LIMIT): readonly KeptOp[] {
  const open = inOrder(kept.filter(isOpen));
  const first = open[0];
  if (first === undefined) return [];
  const batch: KeptOp[] = [];
  let characters = 0;
  for (const entry of open.filter((other) => sameProject(other, first)).slice(0, most)) {
    characters += JSON.stringify(entry.op).length;
    if (batch.length > 0 && characters > BATCH_CHARACTERS) break;
    batch.push(entry);
  }
  return batch;
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

/** Edits of a project that wait for their author: refused one by one, or held as a whole. */
export function unsettledOf(kept: readonly KeptOp[], address: ProjectAddress): readonly KeptOp[] {
  return kept.filter((entry) => !isOpen(entry) && sameProject(entry, address));
}

/** How many edits these are to their author: what was typed into one field in several goes is one. */
export function countedEdits(kept: readonly KeptOp[]): number {
  return new Set(kept.map(({ op }) => op.path)).size;
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
