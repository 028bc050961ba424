import type { Json, JsonObject } from '#lib/domain/json.ts';

/** One edit with the edit that takes it back; neither carries an id before it is made. */
export interface Edit {
  readonly forward: EditStep;
  readonly backward: EditStep;
  readonly at: number;
}

/** `against` is the value that a field has to hold for the edit to be made as it stands. */
export type EditStep =
  | { readonly kind: 'set'; readonly path: string; readonly value: Json | null; readonly against: Json | null }
  | { readonly kind: 'insert'; readonly path: string; readonly value: JsonObject; readonly after: string | null }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly after: string | null };

export interface EditHistory {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

export const emptyHistory: EditHistory = { done: [], undone: [] };

const ONE_BURST_MS = 1500;
const REMEMBERED = 200;

/** Remembers an edit. What is typed into one field without a pause is one edit; a new edit ends what could be redone. */
export function remember({ done }: EditHistory, edit: Edit): EditHistory {
  const last = done.at(-1);
  const goesOn =
    last !== undefined &&
    last.forward.kind === 'set' &&
    edit.forward.kind === 'set' &&
    last.forward.path === edit.forward.path &&
    edit.at - last.at < ONE_BURST_MS;
  if (!goesOn) return { done: [...done, edit].slice(-REMEMBERED), undone: [] };
  return { done: [...done.slice(0, -1), joined(last, edit)], undone: [] };
}

/** The box was left: what is typed next is an edit of its own, however soon it comes. */
export function endBurst({ done, undone }: EditHistory): EditHistory {
  return { done: done.map((edit) => ({ ...edit, at: Number.NEGATIVE_INFINITY })), undone };
}

/** From where the first began to where the second ended. */
function joined(first: Edit, second: Edit): Edit {
  const { forward, backward, at } = second;
  if (forward.kind !== 'set' || backward.kind !== 'set') return second;
  if (first.forward.kind !== 'set' || first.backward.kind !== 'set') return second;
  return {
    forward: { ...forward, against: first.forward.against },
    backward: { ...backward, value: first.backward.value },
    at,
  };
}

/** Takes the newest edit off the pile of done ones and puts it on the other; null when there is none. */
export function stepBack({ done, undone }: EditHistory): { edit: Edit; history: EditHistory } | null {
  const edit = done.at(-1);
  return edit === undefined ? null : { edit, history: { done: done.slice(0, -1), undone: [...undone, edit] } };
}

export function stepForward({ done, undone }: EditHistory): { edit: Edit; history: EditHistory } | null {
  const edit = undone.at(-1);
  return edit === undefined ? null : { edit, history: { done: [...done, edit], undone: undone.slice(0, -1) } };
}
