import { isJsonObject, type Json } from '#lib/domain/json.ts';
import { decisionInFile, decisionRecord } from './decision-schema.ts';
import type { Decision } from './decision.ts';
import type { DraftProblem } from './draft-schema.ts';
import { recordProblems } from './record-schema.ts';

/** One of a draft, or of the database. @throws ZodError for what was not */
export function storedDecision(record: unknown): Decision {
  return decisionRecord.parse(record);
}

export interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly problems: readonly DraftProblem[];
}

/** The decisions of a file in the order of their numbers; none where something is wrong with one of them. */
export function readDecisions(records: readonly Json[]): ReadDecisions {
  const read = records.map((record, at) => readOne(record, at));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) return { decisions: [], problems };
  const decisions = read.flatMap(({ decision }) => decision ?? []).toSorted((one, other) => one.number - other.number);
  const wrong = togetherProblems(decisions);
  return { decisions: wrong.length > 0 ? [] : decisions, problems: wrong };
}

function readOne(
  record: Json,
  at: number,
): { readonly decision?: Decision; readonly problems: readonly DraftProblem[] } {
  const parsed = decisionInFile.safeParse(record);
  if (parsed.success) return { decision: parsed.data, problems: [] };
  const title = isJsonObject(record) && typeof record['title'] === 'string' ? ` (${record['title'].slice(0, 60)})` : '';
  const name = `Decision ${at + 1} of the file${title}`;
  return { problems: recordProblems(parsed.error, { list: 'decisions', at, name }) };
}

/** Numbers are given once, and supersession is said by both. */
function togetherProblems(decisions: readonly Decision[]): DraftProblem[] {
  const byNumber = new Map(decisions.map((decision) => [decision.number, decision]));
  const problem = (message: string): DraftProblem => ({ path: 'decisions', message });
  const twice = decisions.find((decision) => byNumber.get(decision.number) !== decision);
  if (twice !== undefined) return [problem(`Two decisions have the number ${twice.number}.`)];
  return decisions.flatMap(({ number, status, supersedes, supersededBy }) => {
    const strangers = [...supersedes, ...(supersededBy === null ? [] : [supersededBy])].filter(
      (of) => !byNumber.has(of),
    );
    const [stranger] = strangers;
    if (stranger !== undefined)
      return [problem(`Decision ${number} names decision ${stranger}, which is not in the file.`)];
    if ((status === 'superseded') !== (supersededBy !== null)) {
      return [problem(`Decision ${number}: ‘superseded’ and ‘supersededBy’ go together.`)];
    }
    if (supersededBy !== null && byNumber.get(supersededBy)?.supersedes.includes(number) !== true) {
      return [problem(`Decision ${supersededBy} has to say that it supersedes decision ${number}.`)];
    }
    if (supersedesItself(number, byNumber)) return [problem(`Decision ${number} comes to supersede itself.`)];
    const untold =
      status === 'proposed' ? undefined : supersedes.find((of) => byNumber.get(of)?.supersededBy !== number);
    return untold === undefined
      ? []
      : [problem(`Decision ${untold} has to say that decision ${number} supersedes it.`)];
  });
}

function supersedesItself(number: number, byNumber: ReadonlyMap<number, Decision>): boolean {
  let at = byNumber.get(number)?.supersededBy ?? null;
  for (let steps = 0; at !== null && steps < byNumber.size; steps += 1) {
    if (at === number) return true;
    at = byNumber.get(at)?.supersededBy ?? null;
  }
  return false;
}
