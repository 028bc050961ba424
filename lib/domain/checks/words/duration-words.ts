import { formatDuration, formatDurationInWords } from '../../quantities/duration.ts';
import type { Read } from '../reader.ts';
import type { UsedNumber } from '../report.ts';

const MINUTE = 60_000;

/** A length of time, given in ms, as findings write it: '85 ms', and '1 day 2 hours' rather than '1.08 d'. */
export function duration(ms: number): string {
  return Math.abs(ms) < MINUTE ? formatDuration(ms, 'sentence') : formatDurationInWords(ms);
}

export function durationUsed(name: string, ms: number, from?: Read): UsedNumber {
  const shown = formatDuration(ms, 'table');
  return { name, value: ms, shown, ...(from === undefined ? {} : { path: from.path }) };
}
