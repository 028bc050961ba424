import { performance } from 'node:perf_hooks';

/** One measured number, beside its goal, or beside a reference that was measured in the same run. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
  readonly note?: string;
}

/** Whether the goal is met; undefined where there is none. Goals are shown and never make a run fail. */
export function meetsGoal({ value, goal }: Measurement): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** The value below which the share `p` of the values lies, by the nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** How long `work` takes, in milliseconds. */
export async function time(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * The times of `count` runs after `warmUp` that are not counted, in milliseconds.
 * @param settle what is to be over before the next run and is not counted: clearing up after the answer
 */
export async function times(
  count: number,
  work: () => unknown,
  warmUp = 0,
  settle: () => unknown = () => undefined,
): Promise<number[]> {
  for (let run = 0; run < warmUp; run += 1) {
    await work();
    await settle();
  }
  const taken: number[] = [];
  for (let run = 0; run < count; run += 1) {
    taken.push(await time(work));
    await settle();
  }
  return taken;
}

export interface Rate {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** Lets `clients` do `once` over and over, side by side, for so long; the first second is not counted. */
export async function rate(
  clients: number,
  seconds: number,
  once: (client: number, turn: number) => Promise<void>,
): Promise<Rate> {
  const start = performance.now() + 1000;
  const end = start + seconds * 1000;
  const taken: number[] = [];
  const client = async (number: number) => {
    for (let turn = 0; performance.now() < end; turn += 1) {
      const before = performance.now();
      await once(number, turn);
      if (before >= start) taken.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return { perSecond: taken.length / seconds, p99Ms: percentile(taken, 0.99) };
}
