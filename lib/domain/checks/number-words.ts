import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import type { Read } from './reader.ts';
import type { UsedNumber } from './report.ts';

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

interface Origin {
  readonly symbol?: string;
  readonly from?: Read;
}

export function shareUsed(name: string, value: number, origin: Origin = {}): UsedNumber {
  return used(name, value, formatPercentage(value, 'table'), origin);
}

export function numberUsed(name: string, value: number, origin: Origin = {}): UsedNumber {
  return used(name, value, formatNumber(value, 'table'), origin);
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
