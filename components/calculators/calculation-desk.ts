import type { Desk, DeskAnswer, DeskListener } from './calculation-runner.ts';

/** A worker of the page's own origin: ending it is what really stops a calculation. */
export function openDesk({ answered, failed }: DeskListener): Desk {
  const worker = new Worker(new URL('./calculation-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<DeskAnswer>) => answered(data));
  worker.addEventListener('error', failed);
  return { ask: (question) => worker.postMessage(question), close: () => worker.terminate() };
}
