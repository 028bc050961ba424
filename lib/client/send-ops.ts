import { failureOf } from './failure.ts';
import type { KeptOp, ProjectAddress } from './kept-ops.ts';
import type { SendResult } from './outbox.ts';

/** Sends edits as one person; the server refuses them when somebody else has signed in meanwhile. */
export async function sendOps(user: string, address: ProjectAddress, batch: readonly KeptOp[]): Promise<SendResult> {
  try {
    // The client comes after the page: nothing is sent before something was typed.
    const { api } = await import('./api.ts');
    const { sequence, outcomes } = await api.worksheets.applyOps({ ...address, user, ops: batch.map(({ op }) => op) });
    return { kind: 'answered', sequence, outcomes };
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'no-answer' ? { kind: navigator.onLine ? 'wait' : 'offline' } : failure;
  }
}
