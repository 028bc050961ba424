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
  #waiting = new Map<number, (assessment: Assessment) => void>();
  #last = 0;

  assess(sections: Sections, setting: AssessmentSetting): Promise<Assessment> {
    const worker = (this.#worker ??= this.#start());
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      worker.postMessage({ id, sections, setting } satisfies CheckRequest);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
      this.#waiting.get(data.id)?.(data.assessment);
      this.#waiting.delete(data.id);
    });
    return worker;
  }
}
