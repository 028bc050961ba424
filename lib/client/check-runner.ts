import type { Assessment, AssessmentSetting } from './assessment.ts';
import type { Sections } from './pending-edits.ts';

/** What the page asks the worker. */
export interface CheckRequest {
  readonly id: number;
  readonly sections: Sections;
  readonly setting: AssessmentSetting;
}

export interface CheckAnswer {
  readonly id: number;
  readonly assessment: Assessment;
}

/** Runs the checks in a worker, so that typing never waits for them. The worker starts at the first request. */
export class CheckRunner {
  #worker: Worker | undefined;
  #waiting = new Map<number, PromiseWithResolvers<Assessment>>();
  #last = 0;

  assess(sections: Sections, setting: AssessmentSetting): Promise<Assessment> {
    const worker = (this.#worker ??= this.#start());
    this.#last += 1;
    const id = this.#last;
    const answer = Promise.withResolvers<Assessment>();
    this.#waiting.set(id, answer);
    worker.postMessage({ id, sections, setting } satisfies CheckRequest);
    return answer.promise;
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      this.#waiting.get(data.id)?.resolve(data.assessment);
      this.#waiting.delete(data.id);
    });
    // It could not be fetched, or a check failed: the next request starts another.
    worker.addEventListener('error', () => {
      for (const answer of this.#waiting.values()) answer.reject(new Error('The checks could not be run'));
      this.close();
    });
    return worker;
  }
}
