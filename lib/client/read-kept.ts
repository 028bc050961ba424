import { isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import type { KeptOp } from './kept-ops.ts';

/**
 * An edit as it lies in the browser, which another version of Plumbline may have kept. What this one cannot read is
 * never sent on a guess, and never dropped: its author is shown what is there.
 */
export function readKept(stored: unknown): KeptOp {
  if (isKept(stored)) return { ...stored, order: stored.order ?? 0 };
  const entry = isJsonObject(stored) ? stored : {};
  const op = isJsonObject(entry['op']) ? entry['op'] : {};
  const path = textOf(op['path']);
  return {
    workspace: textOf(entry['workspace']),
    project: textOf(entry['project']),
    user: textOf(entry['user']),
    at: 0,
    order: 0,
    op: { id: textOf(op['id']), kind: 'set', path, base: '', value: saidBy(op) },
    state: 'refused',
    outcome: {
      id: textOf(op['id']),
      path,
      outcome: 'refused',
      reason: 'Another version of Plumbline kept this edit, and this one cannot send it.',
    },
  };
}

/** Entries had no place among each other at first, when ids were all that said it. */
type StoredKept = Omit<KeptOp, 'order'> & { readonly order?: number };

function isKept(stored: unknown): stored is StoredKept {
  if (!isJsonObject(stored)) return false;
  const { workspace, project, user, at, order = 0, op, state, outcome = {} } = stored;
  return (
    [workspace, project, user].every((text) => typeof text === 'string') &&
    [at, order].every((number) => typeof number === 'number') &&
    ['waiting', 'sent', 'refused', 'held'].some((known) => known === state) &&
    isJsonObject(outcome) &&
    isJsonObject(op) &&
    isOp(op)
  );
}

function isOp({ id, kind, path, base, baseText = '', value, after = null }: JsonObject): boolean {
  if (typeof id !== 'string' || typeof path !== 'string') return false;
  const isPlace = after === null || typeof after === 'string';
  if (kind === 'set') return typeof base === 'string' && typeof baseText === 'string' && value !== undefined;
  if (kind === 'insert') return isJsonObject(value) && isPlace;
  return kind === 'remove' ? typeof base === 'string' : kind === 'move' && isPlace;
}

/** What somebody typed, as far as it can be found. */
function saidBy(op: JsonObject): Json {
  return op['value'] ?? op;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
