import { assess } from './assessment.ts';
import type { CheckAnswer, CheckRequest } from './check-runner.ts';

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { id: data.id, assessment: assess(data.sections, data.today) };
  self.postMessage(answer);
};
