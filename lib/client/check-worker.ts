import { assess } from './assessment.ts';
import type { CheckAnswer, CheckRequest } from './check-runner.ts';

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { id: data.id, assessment: assess(data.sections, data.setting) };
  self.postMessage(answer);
});
