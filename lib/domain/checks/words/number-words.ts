import { formatNumber } from '../../quantities/format-number.ts';
import { formatPercentage } from '../../quantities/percentage.ts';
import type { Read } from '../reader.ts';
import type { UsedNumber } from '../report.ts';

/** Numbers as findings write them: three significant digits in sentences. */
export function percent(share: number): string {
  return formatPercentage(share, 'sentence');
}

export function number(value: number): string {
  return formatNumber(value, 'sentence');
}

/** Whole cases, never rounded. */
export function cases(value: number): string {
  return formatNumber(Math.ceil(value), 'table');
}

/** '1 example', '2,500 examples'. */
export function counted(value: number, noun: string): string {
  return `${cases(value)} ${noun}${Math.ceil(value) === 1 ? '' : 's'}`;
}

/** 'text', 'text and images', 'text, images and sound'. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A computed value in the words of the answer it is compared with: a percentage where that one was typed as such. */
export function wordedLike({ answer }: Read<number>, value: number): string {
  return answer.state === 'answered' && /(?:%|per ?cent)$/i.test(answer.typed.trim()) ? percent(value) : number(value);
}

const COMPUTED_DIGITS = 6;

interface Origin {
  readonly symbol?: string;
  readonly from?: Read;
}

export function shareUsed(name: string, value: number, origin: Origin = {}): UsedNumber {
  const shown = origin.from === undefined ? Number(value.toPrecision(COMPUTED_DIGITS)) : value;
  return used(name, value, formatPercentage(shown, 'table'), origin);
}

export function numberUsed(name: string, value: number, origin: Origin = {}): UsedNumber {
  // What was computed carries the noise of its last digits.
  const exact = origin.from !== undefined || Number.isInteger(value);
  return used(name, value, formatNumber(exact ? value : Number(value.toPrecision(COMPUTED_DIGITS)), 'table'), origin);
}

function used(name: string, value: number, shown: string, { symbol, from }: Origin): UsedNumber {
  return {
    name,
    ...(symbol === undefined ? {} : { symbol }),
    value,
    shown,
    ...(from === undefined ? {} : { path: from.path }),
  };
}
