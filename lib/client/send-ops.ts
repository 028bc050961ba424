import { isJsonArray, isJsonObject } from '#lib/domain/json.ts';
import type { api } from './api.ts';
import { failureOf } from './failure.ts';
import type { KeptOp, ProjectAddress } from './kept-ops.ts';
import type { SendResult } from './outbox.ts';

/** How long an answer may take, besides the time that a slow line needs for what is sent. */
const PATIENCE_MS = 20_000;
const SLOW_LINE_PER_MS = 4;

type Client = typeof api;

/** Sends edits as one person; the server refuses them when somebody else has signed in meanwhile. */
export async function sendOps(
  user: string,
  address: ProjectAddress,
  batch: readonly KeptOp[],
  patience: number = patienceMs(batch),
): Promise<SendResult> {
  let client: Client | undefined;
  try {
    // The client comes after the page: nothing is sent before something was typed.
    client = (await import('./api.ts')).api;
    const ops = batch.map(({ op }) => op);
    const signal = AbortSignal.timeout(patience);
    const answer = await client.worksheets.applyOps({ ...address, user, ops }, { signal });
    return isAnswer(answer) ? { kind: 'answered', ...answer } : { kind: 'wait', why: 'failing' };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'no-answer') {
      return navigator.onLine ? { kind: 'wait', why: 'no-answer' } : { kind: 'offline' };
    }
    if (failure.kind === 'refused' && failure.by === 'content' && client !== undefined) {
      return (await isSignedOut(client)) ? { kind: 'signed-out', somebodyElse: false } : failure;
    }
    return failure;
  }
}

/** Another version of the server, or something in its place, may say anything; edits leave only on an answer. */
function isAnswer(answer: unknown): answer is Omit<Extract<SendResult, { kind: 'answered' }>, 'kind'> {
  if (!isJsonObject(answer)) return false;
  const { project, sequence, outcomes } = answer;
  return typeof project === 'string' && typeof sequence === 'number' && isJsonArray(outcomes);
}

/** An attempt without an answer is made again under the same ids, so that giving up on one is safe. */
function patienceMs(batch: readonly KeptOp[]): number {
  return PATIENCE_MS + Math.ceil(JSON.stringify(batch).length / SLOW_LINE_PER_MS);
}

/** Whoever is not known may send little, and is told of that first. */
async function isSignedOut(client: Client): Promise<boolean> {
  try {
    await client.account.get({});
    return false;
  } catch (error) {
    return failureOf(error).kind === 'signed-out';
  }
}
