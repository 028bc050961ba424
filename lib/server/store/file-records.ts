import type { Decision } from '#lib/domain/worksheets/decision.ts';
import type { ThreadRecord } from '#lib/domain/worksheets/thread-record.ts';
import type { Transaction } from '../db.ts';
import { addDecisions } from './decision-rows.ts';
import { addThreads } from './thread-records.ts';

/** What a file brings beside the worksheet. */
export interface FileRecords {
  readonly decisions: readonly Decision[];
  readonly threads: readonly ThreadRecord[];
}

/** Writes them beside what the project has: both or neither, in a transaction of the caller. */
export async function addFileRecords(
  tx: Transaction,
  projectId: string,
  { decisions, threads }: FileRecords,
  by: { readonly by: string; readonly sequence: number },
): Promise<void> {
  const numbers = await addThreads(tx, projectId, threads);
  await addDecisions(tx, projectId, linkedTo(numbers, decisions), by);
}

/** The decisions of a file with its threads under the numbers that they got here. */
function linkedTo(threads: ReadonlyMap<number, number>, decisions: readonly Decision[]): readonly Decision[] {
  return decisions.map((decision) => ({
    ...decision,
    links: decision.links.map((link) =>
      link.kind === 'thread' ? { ...link, number: threads.get(link.number) ?? link.number } : link,
    ),
  }));
}
