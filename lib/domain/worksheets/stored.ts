import { own, type Json, type JsonObject } from '#lib/domain/json.ts';
import { FORMAT } from './draft.ts';

/**
 * The stored schema: everything that is kept carries the version of its format, and what an older version wrote is
 * brought up to date on reading, one version at a time. A change of the format adds one step here.
 */
export interface Upgrade {
  readonly from: string;
  readonly to: string;
  readonly change: (file: JsonObject) => JsonObject;
}

/** Version 1 is the first. */
const upgrades: readonly Upgrade[] = [];

export type Upgraded =
  { readonly ok: true; readonly file: JsonObject } | { readonly ok: false; readonly problem: string };

export function upgrade(file: JsonObject, steps: readonly Upgrade[] = upgrades, current: string = FORMAT): Upgraded {
  const format = own(file, 'format');
  if (format === current) return { ok: true, file };
  const step = steps.find(({ from }) => from === format);
  if (step !== undefined) return upgrade({ ...step.change(file), format: step.to }, steps, current);
  return { ok: false, problem: formatProblem(format, current) };
}

function formatProblem(format: Json | undefined, current: string): string {
  if (format === undefined) return `The first line has to be ‘format: ${current}’.`;
  return `The format ${JSON.stringify(format)} is not known here; this reads ${current}.`;
}
