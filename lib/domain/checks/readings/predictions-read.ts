import { predictionsInput } from '../../worksheets/derived-serving.ts';
import type { Read } from '../reader.ts';
import type { Subject } from '../rule.ts';

/** The answer that the predictions of a month, and so their cost, are computed from. */
export function predictionsRead({ read }: Subject): Read<number> {
  const [path] = predictionsInput(read.worksheet);
  return path === 'serving.expectedRps'
    ? read.section('serving').at('expectedRps')
    : read.section('business').at('volumePerPeriod');
}

/** Fields that the function above looks at. */
export const PREDICTIONS_READS = ['serving.expectedRps', 'serving.predictionMode', 'business.volumePerPeriod'] as const;
