import type { KeptOp, LastChange } from '#lib/client/kept-ops.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';

/** What an author has to look at, as one line of the list; `entries` are the edits that it is about, oldest first. */
export type Unsettled = { readonly key: string; readonly entries: readonly KeptOp[] } & (
  | {
      /** The project took in nothing. */
      readonly kind: 'held';
      readonly reason: string;
    }
  | {
      /** The item that the edits were for is gone. */
      readonly kind: 'lost';
      readonly path: string;
      readonly last: LastChange | undefined;
      readonly restore: JsonObject | undefined;
    }
  | {
      /** Somebody else changed the same. */
      readonly kind: 'conflict';
      readonly path: string;
      readonly newest: KeptOp;
      readonly theirs: Json | null;
      readonly last: LastChange | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly path: string;
      readonly newest: KeptOp;
      readonly reason: string;
    }
);

/**
 * One line for each thing to decide, in the order in which the edits were made: what was typed into one field in
 * several goes is one edit, and so is all that was for one item which is gone.
 */
export function unsettledIn(kept: readonly KeptOp[]): readonly Unsettled[] {
  return Map.groupBy(kept, keyOf)
    .entries()
    .flatMap(([key, entries]) => lineOf(key, entries) ?? [])
    .toArray();
}

function keyOf({ op, state, outcome }: KeptOp): string {
  if (state === 'held') return `held: ${outcome?.reason ?? ''}`;
  if (outcome?.lost !== undefined) return `lost: ${outcome.lost}`;
  return op.kind === 'set' ? `set: ${op.path}` : op.id;
}

function lineOf(key: string, entries: readonly KeptOp[]): Unsettled[] {
  const newest = entries.at(-1);
  if (newest === undefined) return [];
  const { outcome, op, state } = newest;
  const { reason = 'The server did not say why.', last, restore, lost } = outcome ?? {};
  if (state === 'held') return [{ kind: 'held', key, entries, reason }];
  if (lost !== undefined) return [{ kind: 'lost', key, entries, path: lost, last, restore }];
  if (outcome?.outcome === 'conflict') {
    return [{ kind: 'conflict', key, entries, path: op.path, newest, theirs: outcome.current ?? null, last }];
  }
  return [{ kind: 'refused', key, entries, path: op.path, newest, reason }];
}
