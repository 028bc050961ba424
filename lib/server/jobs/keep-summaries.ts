import { hub } from '../events.ts';
import { refreshSummaries } from '../store/project-summaries.ts';
import type { RunningJobs } from './run-jobs.ts';

/** Somebody who types is saved several times a second; the list of projects need not follow each letter. */
const quietMs = 2_000;

/**
 * Keeps the summaries of projects in step with their logs: after each edit, whichever instance took it in, and at the
 * start and every few seconds for what was missed while nobody looked. No edit waits for it.
 */
export function keepSummaries(): RunningJobs {
  let moved: Set<string> | 'all' = 'all';
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  const ended = new AbortController();

  async function work(): Promise<void> {
    timer = undefined;
    const projects = moved;
    moved = new Set();
    try {
      await refreshSummaries(projects === 'all' ? 'all' : [...projects], ended.signal);
    } catch (error) {
      // The hub looks again within seconds, for all of them.
      console.error(`summaries: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  function later(delayMs: number): void {
    if (ended.signal.aborted) return;
    timer ??= setTimeout(() => {
      working = working.then(work);
    }, delayMs).unref();
  }

  const leave = hub().subscribeToAll((stream) => {
    if (stream === undefined) moved = 'all';
    else if (moved !== 'all') moved.add(stream);
    later(quietMs);
  });
  later(0);
  return {
    async stop() {
      ended.abort();
      leave();
      clearTimeout(timer);
      await working;
    },
  };
}
