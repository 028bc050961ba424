import { type Question, answerer, nowAndThen } from './answer-question.ts';
import type { DeskAnswer, DeskQuestion } from './calculation-runner.ts';

const answer = answerer();

self.addEventListener('message', ({ data: { id, question } }: MessageEvent<DeskQuestion>) => void reply(id, question));

async function reply(id: number, question: Question): Promise<void> {
  const onProgress = nowAndThen(
    (progress) => post({ id, progress }),
    () => performance.now(),
  );
  try {
    post({ id, outcome: await answer(question, onProgress) });
  } catch (error) {
    // What a browser says when an array does not fit into memory.
    const isMemory = error instanceof RangeError;
    if (!isMemory) console.error(error);
    post({ id, failure: isMemory ? 'memory' : 'unexpected' });
  }
}

function post(message: DeskAnswer): void {
  self.postMessage(message);
}
