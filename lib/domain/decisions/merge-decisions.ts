import { isAppError } from '#lib/domain/errors.ts';
import { decisionForFile } from '#lib/domain/worksheets/decision-files.ts';
import type { Decision } from '#lib/domain/worksheets/decision.ts';
import { sectionHash } from '#lib/domain/worksheets/hashes.ts';
import { supersedeDecision } from './supersession.ts';

export interface MergedDecisions {
  /** To be written beside what there is, under numbers of the project. */
  readonly added: readonly Decision[];
  /** What there was, where a decision of the file supersedes it or was superseded by it. */
  readonly changed: readonly Decision[];
}

/**
 * Brings the decisions of a file to those of a project. What says the same is the same and stays as it is; the others
 * are added, under their own number where it is free and under the next one where it is not. None is ever lost.
 */
export function mergeDecisions(kept: ReadonlyMap<number, Decision>, file: readonly Decision[]): MergedDecisions {
  const known = new Map([...kept.values()].map((decision) => [wordsOf(decision), decision.number]));
  const numbers = new Map<number, number>();
  const taken = new Set(kept.keys());
  for (const decision of file) {
    const same = known.get(wordsOf(decision));
    const number = same ?? (taken.has(decision.number) ? Math.max(...taken) + 1 : decision.number);
    taken.add(number);
    numbers.set(decision.number, number);
  }
  const there = (number: number) => numbers.get(number) ?? number;
  const all = new Map(kept);
  for (const decision of file) {
    const number = there(decision.number);
    if (kept.has(number)) continue;
    const proposed = decision.status === 'proposed';
    all.set(number, {
      ...decision,
      number,
      // Who superseded whom is told below; a proposed one has only named it.
      status: decision.status === 'superseded' ? 'accepted' : decision.status,
      supersedes: proposed ? decision.supersedes.map(there) : [],
      supersededBy: null,
    });
  }
  // From the oldest end of each chain on: what is superseded itself supersedes nothing any more.
  const oldestFirst = file.toSorted((one, other) => stepsFrom(other, file) - stepsFrom(one, file));
  for (const { number, supersededBy } of oldestFirst) {
    const [older, newer] = [there(number), supersededBy === null ? null : there(supersededBy)];
    if (newer !== null && !(kept.has(older) && kept.has(newer))) supersede(all, older, newer);
  }
  const merged = [...all.values()].toSorted((one, other) => one.number - other.number);
  return {
    added: merged.filter(({ number }) => !kept.has(number)),
    changed: merged.filter((decision) => kept.has(decision.number) && kept.get(decision.number) !== decision),
  };
}

/** How many have superseded each other from this one on. */
function stepsFrom({ supersededBy }: Decision, file: readonly Decision[]): number {
  const next = supersededBy === null ? undefined : file.find(({ number }) => number === supersededBy);
  return next === undefined ? 0 : 1 + stepsFrom(next, file);
}

/** In both records, or in neither where the older one went another way since, or a circle would close. */
function supersede(all: Map<number, Decision>, older: number, newer: number): void {
  try {
    for (const changed of supersedeDecision(all, older, newer)) all.set(changed.number, changed);
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

/** What was written, whatever became of it since. */
function wordsOf(decision: Decision): string {
  const {
    number: _1,
    status: _2,
    links: _3,
    supersedes: _4,
    supersededBy: _5,
    date: _6,
    ...words
  } = decisionForFile(decision);
  return sectionHash(words);
}
