import { AppError } from '#lib/domain/errors.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { applyOps, type Op, type OpOutcome } from '#lib/domain/worksheets/operations.ts';
import { readAgain, type Grant, type Reading } from './grants.ts';
import { lastChanges, type LastChange } from './last-changes.ts';
import { beforeEdit, nothingYet, restOfFile, writeEdit, type BeforeEdit, type FirstAnswer } from './worksheets.ts';

/** An edit that came again: its first answer, and what stands there now is for the reader to fetch. */
export interface RepeatedOutcome {
  readonly id: string;
  readonly outcome: 'repeated';
  readonly path: string;
  readonly value?: Json | null;
  readonly first: 'applied' | 'merged';
}

/** An edit that met another one: who made that, so that its author can be told. */
export interface MetOutcome extends OpOutcome {
  readonly last: Omit<LastChange, 'restore'>;
  /** What brings the item back that it was for, as an edit without its id. */
  readonly restore?: JsonObject;
}

export type EditOutcome = OpOutcome | MetOutcome | RepeatedOutcome;

export interface EditAnswer {
  /** The sequence of the last event that this request added, or where the stream stood. */
  readonly sequence: number;
  /** One an op, in the order in which they were sent. */
  readonly outcomes: readonly EditOutcome[];
}

/** Losing this many races in a row means that something else is wrong. */
const attempts = 20;

/** What stands before these edits, to be read together with the right to make them. */
export function beforeEdits(ops: readonly Op[]): Reading<BeforeEdit> {
  return beforeEdit(
    [...bySection(ops).keys()],
    ops.map((op) => op.id),
  );
}

/**
 * Applies edits as they were sent: those of one section together in one statement, sections in the order in which they
 * first appear. What is applied is durable when this returns. `before` may be old: an edit is written only where it
 * still stands, and read anew where it does not.
 * @throws AppError conflict when the section would not hold still
 */
export async function editWorksheet(
  grant: Grant<'project.edit'>,
  ops: readonly Op[],
  before: BeforeEdit,
): Promise<EditAnswer> {
  const outcomes = new Map<string, EditOutcome>();
  let sequence = grant.sequence;
  for (const [section, edits] of bySection(ops)) {
    const answer = await editSection(grant, section, edits, before);
    sequence = Math.max(sequence, answer.sequence);
    for (const outcome of answer.outcomes) outcomes.set(outcome.id, outcome);
  }
  return {
    sequence,
    outcomes: await withLastChanges(
      grant,
      ops.flatMap((op) => outcomes.get(op.id) ?? []),
    ),
  };
}

/** One more question, asked only where edits met those of somebody else. */
async function withLastChanges(
  grant: Grant<'project.edit'>,
  outcomes: readonly EditOutcome[],
): Promise<readonly EditOutcome[]> {
  const met = outcomes.flatMap((outcome) => metAt(outcome) ?? []);
  if (met.length === 0) return outcomes;
  const changes = await lastChanges(grant, met);
  return outcomes.map((outcome): EditOutcome => {
    const change = changes.get(metAt(outcome) ?? '');
    if (change === undefined || outcome.outcome === 'repeated') return outcome;
    const { restore, ...last } = change;
    return { ...outcome, last, ...(restore !== undefined && outcome.outcome === 'refused' && { restore }) };
  });
}

/** Where somebody else was faster; null where nobody was. */
function metAt(outcome: EditOutcome): string | null {
  if (outcome.outcome === 'conflict') return outcome.path;
  return outcome.outcome === 'refused' ? (outcome.lost ?? null) : null;
}

function bySection(ops: readonly Op[]): Map<string, Op[]> {
  return Map.groupBy(ops, (op) => op.path.split('.', 1)[0] ?? '');
}

async function editSection(
  grant: Grant<'project.edit'>,
  section: string,
  ops: readonly Op[],
  first: BeforeEdit,
): Promise<EditAnswer> {
  if (section === restOfFile) return { sequence: 0, outcomes: ops.map(refused) };
  let before = first;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stood = before.sections.get(section) ?? nothingYet;
    const answers = ops.map((op) => before.answered.get(op.id));
    const repeated = ops.flatMap((op, at) => repeatedOutcome(op, answers[at]));
    const fresh = ops.filter((_, at) => answers[at] === undefined);
    const result = applyOps({ [section]: stood.value }, fresh);
    const changes = changesOf(fresh, result.outcomes);
    const outcomes = [...repeated, ...result.outcomes];
    const past = Math.max(0, ...answers.map((answer) => answer?.sequence ?? 0));
    if (changes.length === 0) return { sequence: past, outcomes };
    const value = result.sections[section] ?? {};
    const sequence = await writeEdit(grant, { section, from: stood.version, value, ops: changes });
    if (sequence !== null) return { sequence, outcomes };
    before = await readAgain(grant, beforeEdits(ops));
  }
  throw new AppError('conflict', 'Too many people edit this section at this moment. Try again.');
}

function refused(op: Op): OpOutcome {
  return { id: op.id, outcome: 'refused', path: op.path, reason: 'There is no such section.' };
}

/** Only what changed something is kept: a refused edit may be sent again and judged anew. */
function changesOf(ops: readonly Op[], outcomes: readonly OpOutcome[]): { id: string; payload: JsonObject }[] {
  const made = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return ops.flatMap((op) => {
    const outcome = made.get(op.id);
    if (outcome === undefined || (outcome.outcome !== 'applied' && outcome.outcome !== 'merged')) return [];
    return [{ id: op.id, payload: loggedEdit(op, outcome) }];
  });
}

/** What the log keeps of an edit: enough to apply it elsewhere, to show it in the history, and to undo it. */
export function loggedEdit(op: Op, outcome: OpOutcome): JsonObject {
  return {
    kind: op.kind,
    path: op.path,
    outcome: outcome.outcome,
    value: outcome.value ?? null,
    ...('after' in op && { after: op.after }),
    ...(outcome.inverse !== undefined && { inverse: { ...outcome.inverse } }),
  };
}

function repeatedOutcome(op: Op, first: FirstAnswer | undefined): RepeatedOutcome[] {
  if (first === undefined) return [];
  const { outcome, path, value } = first.payload;
  return [
    {
      id: op.id,
      outcome: 'repeated',
      path: typeof path === 'string' ? path : op.path,
      first: outcome === 'merged' ? 'merged' : 'applied',
      ...(value !== undefined && { value }),
    },
  ];
}
