import { AppError } from '#lib/domain/errors.ts';
import type { Decision } from '#lib/domain/worksheets/decision.ts';
import { missingForAcceptance, statusAfter } from './decision-changes.ts';

/** The decisions of a project that are concerned. */
export type DecisionsByNumber = ReadonlyMap<number, Decision>;

/**
 * Accepts a decision, which supersedes those that it named while it was proposed.
 * @returns every record that changed, the accepted one first
 * @throws AppError conflict where one of them can no longer be superseded; then nothing has changed
 */
export function acceptDecision(all: DecisionsByNumber, number: number, today: string): readonly Decision[] {
  const decision = numbered(all, number);
  const status = statusAfter('accept', decision);
  const missing = missingForAcceptance(decision);
  if (missing !== null) throw new AppError('bad-input', missing);
  const accepted: Decision = { ...decision, status, date: decision.date ?? today };
  return [accepted, ...decision.supersedes.map((older) => superseded(all, older, accepted))];
}

/**
 * Lets an accepted decision supersede an older one, in both records.
 * @returns the newer and the older record
 * @throws AppError conflict where that would close a circle, or the older one is superseded already
 */
export function supersedeDecision(all: DecisionsByNumber, older: number, newer: number): readonly Decision[] {
  const by = numbered(all, newer);
  const replaced = superseded(all, older, by);
  return [{ ...by, supersedes: [...new Set([...by.supersedes, older])] }, replaced];
}

/**
 * Names beforehand what a proposed decision is to supersede.
 * @throws AppError conflict once it is decided, or where it would supersede itself
 */
export function planToSupersede(all: DecisionsByNumber, number: number, older: readonly number[]): Decision {
  const decision = numbered(all, number);
  statusAfter('edit', decision);
  for (const each of older) {
    numbered(all, each);
    demandNoCircle(all, each, number);
  }
  return { ...decision, supersedes: [...new Set(older)] };
}

function superseded(all: DecisionsByNumber, older: number, by: Decision): Decision {
  const decision = numbered(all, older);
  demandNoCircle(all, older, by.number);
  if (by.status !== 'accepted') {
    throw new AppError('conflict', `Decision ${by.number} is ${by.status}. Only an accepted one supersedes another.`);
  }
  if (decision.supersededBy !== null) {
    throw new AppError('conflict', `Decision ${older} is superseded by decision ${decision.supersededBy} already.`);
  }
  return { ...decision, status: statusAfter('supersede', decision), supersededBy: by.number };
}

/** Follows what superseded the newer one, and so on: the older one must not be among them. */
function demandNoCircle(all: DecisionsByNumber, older: number, newer: number): void {
  const chain = [older, newer];
  for (let at = newer; at !== older;) {
    const next = all.get(at)?.supersededBy ?? null;
    // A circle that is in the data already does not hold this up.
    if (next === null || (next !== older && chain.includes(next))) return;
    chain.push(next);
    at = next;
  }
  throw new AppError('conflict', `Decision ${older} would come to supersede itself: ${chain.join(' → ')}.`);
}

function numbered(all: DecisionsByNumber, number: number): Decision {
  const decision = all.get(number);
  if (decision === undefined) throw new AppError('not-found', `There is no decision ${number}.`);
  return decision;
}
