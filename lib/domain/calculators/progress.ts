import { formatNumber } from '../quantities/format-number.ts';

/** How far something has come that takes a while. */
export interface Progress {
  /** What happens, as a sentence would begin: 'Reading rows'. */
  readonly doing: string;
  readonly done: number;
  /** Null where nobody knows, as with rows that come through a pipe. */
  readonly of: number | null;
  /** `of` is an estimate. */
  readonly about?: boolean;
}

/**
 * Is told now and then how far a computation has come; whoever listens decides how often that is worth showing, since
 * the domain has no clock. What is to stop the computation ends its thread or its process.
 */
export type OnProgress = (progress: Progress) => void;

export const unwatched: OnProgress = () => undefined;

/** 'Reading rows: 412,000 of about 1,000,000'. */
export function progressInWords({ doing, done, of, about = false }: Progress): string {
  const number = (value: number): string => formatNumber(value, 'table');
  const whole = of === null ? '' : ` of ${about ? `about ${formatNumber(of, 'sentence')}` : number(of)}`;
  return `${doing}: ${number(done)}${whole}`;
}

/**
 * How far the reading of a table has come: how many rows there will be follows from the bytes that those so far took.
 *
 * @param bytes of the whole; null where nobody knows
 */
export function readingProgress(rows: number, bytesRead: number, bytes: number | null): Progress {
  const of = bytes === null || bytesRead === 0 ? null : Math.max(rows, Math.round((rows * bytes) / bytesRead));
  return { doing: 'Reading rows', done: rows, of, about: true };
}
