import { loadFactors, ratePassedOn } from '../../worksheets/connection-arithmetic.ts';
import type { Read } from '../reader.ts';
import type { ConnectionReader } from './flow-reading.ts';
import { isOpen } from './open-answers.ts';

/** What arrives over connections. */

const FACTORS = ['fanout', 'cacheHit'] as const;

/** Which of the requests: on average or at peak, and each once or until its last retry. */
interface Arrival {
  readonly rate: 'rate' | 'peakRate';
  readonly withRetries: boolean;
}

export interface Load {
  /** What is known of it: a connection whose rate is not said adds to it, so this much is certain. */
  readonly perSecond: number;
  readonly ends: readonly Read[];
  readonly missing: readonly Read[];
}

export function loadOf(
  received: readonly ConnectionReader[],
  arrivalOf: (connection: ConnectionReader) => Arrival,
): Load {
  const ends: Read[] = [];
  const missing: Read[] = [];
  let perSecond = 0;
  for (const connection of received) {
    const { rate: key, withRetries } = arrivalOf(connection);
    const rate = connection.at(key);
    if (rate.value === undefined) {
      if (isOpen(rate)) missing.push(rate);
      continue;
    }
    const multipliers = [...FACTORS, ...(withRetries ? (['retries'] as const) : [])]
      .map((factor) => ({ factor, read: connection.at(factor) }))
      .filter(({ read }) => read.value !== undefined);
    perSecond += ratePassedOn(
      rate.value,
      multipliers.map(({ factor, read }) => loadFactors[factor](read.value ?? 0)),
    );
    ends.push(rate, ...multipliers.map(({ read }) => read));
  }
  return { perSecond: Number(perSecond.toPrecision(12)), ends, missing };
}
