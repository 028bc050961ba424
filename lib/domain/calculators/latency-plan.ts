import { AppError } from '../errors.ts';
import type { LatencyStage } from './latency-budget-contract.ts';

/** Which stage waits for which. */
export interface LatencyPlan {
  /** For each stage the earlier ones that it waits for, by their place in the list. */
  readonly before: readonly (readonly number[])[];
  /** The stages as groups one after another, where that is all there is to the plan; null with `after`. */
  readonly series: readonly (readonly number[])[] | null;
}

/**
 * A stage waits for the one before it in the list. Stages of one group, which stand together, run side by side. `after` says instead which stages it waits for; they stand before it, so that nothing can go in a circle.
 *
 * @throws AppError 'bad-input' for a name that is there twice, and for `after` that names no earlier stage
 */
export function latencyPlan(stages: readonly LatencyStage[]): LatencyPlan {
  const places: { readonly group: string | undefined; readonly members: number[] }[] = [];
  const before: (readonly number[])[] = [];
  for (const [index, { name, group, after }] of stages.entries()) {
    const path = `stages.${index}`;
    if (stages.findIndex((other) => other.name === name) < index) {
      throw refusal(`${path}.name`, `is ‘${name}’, which a stage before it is called as well.`);
    }
    if (after !== undefined && group !== undefined) {
      throw refusal(`${path}.after`, 'cannot be given beside group: both say when the stage begins.');
    }
    const joined = group === undefined ? -1 : places.findIndex((place) => place.group === group);
    if (joined !== -1 && joined < places.length - 1) {
      throw refusal(
        `${path}.group`,
        `is ‘${group}’, whose other stages stand apart: stages of one group stand together.`,
      );
    }
    if (joined === -1) places.push({ group, members: [index] });
    else places[joined]?.members.push(index);
    const previous = places.at(-2)?.members ?? [];
    before.push(after === undefined ? previous : after.map((other) => earlier(stages, index, other)));
  }
  const series = places.map(({ members }) => members);
  return { before, series: stages.some(({ after }) => after !== undefined) ? null : series };
}

function earlier(stages: readonly LatencyStage[], index: number, wanted: string): number {
  const found = stages.findIndex(({ name }) => name === wanted);
  if (found !== -1 && found < index) return found;
  throw refusal(
    `stages.${index}.after`,
    found === -1
      ? `names ‘${wanted}’, and no stage is called so.`
      : `names ‘${wanted}’, which does not stand before it in the list.`,
  );
}

/**
 * When the whole ends, and on the way when each stage begins.
 *
 * @param times of the stages, from `offset` on
 * @param starts is filled
 */
export function endOfPlan({ before }: LatencyPlan, times: Float64Array, offset: number, starts: Float64Array): number {
  let end = 0;
  for (let index = 0; index < before.length; index += 1) {
    let start = 0;
    for (const other of before[index] ?? []) {
      start = Math.max(start, (starts[other] ?? 0) + (times[offset + other] ?? 0));
    }
    starts[index] = start;
    end = Math.max(end, start + (times[offset + index] ?? 0));
  }
  return end;
}

function refusal(path: string, what: string): AppError {
  return new AppError('bad-input', `${path} ${what}`, { path });
}
