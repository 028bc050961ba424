import { mergeDecisions } from '#lib/domain/decisions/merge-decisions.ts';
import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { decisionToStore } from '#lib/domain/worksheets/decision-files.ts';
import { storedDecision } from '#lib/domain/worksheets/decision-records.ts';
import type { Decision } from '#lib/domain/worksheets/decision.ts';
import type { Transaction } from '../db.ts';
import { freshId } from './new-id.ts';

/** A record as it lies in the database, with what says whether it has changed. */
export interface KeptDecision {
  readonly id: string;
  readonly decision: Decision;
  /** Of the last event that changed it. */
  readonly sequence: number;
}

/** All decisions of a project by their numbers, inside a command: supersession goes from one to the next. */
export async function decisionsIn(tx: Transaction, projectId: string): Promise<ReadonlyMap<number, KeptDecision>> {
  const rows = await tx.decision.findMany({ where: { projectId }, orderBy: { number: 'asc' } });
  return new Map(
    rows.map(({ id, number, record, sequence }) => [number, { id, decision: storedDecision(record), sequence }]),
  );
}

/** @throws AppError not-found */
export async function findDecision(tx: Transaction, projectId: string, number: number): Promise<KeptDecision> {
  const row = await tx.decision.findUnique({ where: { projectId_number: { projectId, number } } });
  if (row === null) throw noDecision(number);
  return { id: row.id, decision: storedDecision(row.record), sequence: row.sequence };
}

export function noDecision(number: number): AppError {
  return new AppError('not-found', `There is no decision ${number} in this project.`);
}

interface Written {
  readonly sequence: number;
  readonly at: Date;
}

export async function insertDecision(
  tx: Transaction,
  projectId: string,
  decision: Decision,
  { id, by, sequence, at }: Written & { readonly id?: string | undefined; readonly by: string },
): Promise<void> {
  const more = { id: id ?? freshId(), projectId, recordedBy: by, recordedAt: at, changedAt: at, sequence };
  await tx.decision.create({ data: { ...columns(decision), ...more } });
}

export async function updateDecision(
  tx: Transaction,
  projectId: string,
  decision: Decision,
  { sequence, at }: Written,
): Promise<void> {
  const where = { projectId_number: { projectId, number: decision.number } };
  await tx.decision.update({ where, data: { ...columns(decision), changedAt: at, sequence } });
}

/** Writes the decisions of a file beside those that there are. */
export async function addDecisions(
  tx: Transaction,
  projectId: string,
  file: readonly Decision[],
  { by, sequence }: { readonly by: string; readonly sequence: number },
): Promise<void> {
  if (file.length === 0) return;
  const kept = [...(await decisionsIn(tx, projectId)).values()].map(
    ({ decision }) => [decision.number, decision] as const,
  );
  const { added, changed } = mergeDecisions(new Map(kept), file);
  if (kept.length + added.length > limits.decisionsPerProject) throw tooMany();
  const at = new Date();
  for (const decision of changed) await updateDecision(tx, projectId, decision, { sequence, at });
  for (const decision of added) await insertDecision(tx, projectId, decision, { by, sequence, at });
}

export function tooMany(): AppError {
  return new AppError('too-large', `A project has at most ${limits.decisionsPerProject} decisions.`);
}

function columns(decision: Decision) {
  const { number, status, reviewBy } = decision;
  return { number, status, record: decisionToStore(decision), reviewBy: reviewBy === null ? null : new Date(reviewBy) };
}
