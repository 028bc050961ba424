import { boxText } from '#components/forms/answer-state.ts';
import { CURRENCY, type TypedForTrial } from '#components/forms/editing.ts';
import { quantityReader, typedQuantity } from '#components/forms/typed-quantity.ts';
import { beginTrial } from '#lib/client/trial.ts';
import { isQuantity } from '#lib/domain/worksheets/definition.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import type { WorksheetParts } from './worksheet-context.ts';

interface Asked {
  readonly path: string;
  /** Where the cursor goes. */
  readonly boxId: string;
  readonly typed: TypedForTrial | undefined;
}

/** Begins a trial in a field, with what stands there or was typed into its box, and puts the cursor into the box. */
export function tryIn(parts: WorksheetParts, { path, boxId, typed }: Asked): void {
  const { store } = parts;
  const text = typed === undefined ? boxText(store.valueAt(path)) : typed.text();
  if (typed !== undefined) store.takeBack(path, typed.stood ?? null);
  beginIn(parts, path, text);
  requestAnimationFrame(() => {
    const box = document.getElementById(boxId);
    box?.focus();
    if (box instanceof HTMLInputElement) box.setSelectionRange(typed === undefined ? 0 : text.length, text.length);
  });
}

function beginIn(parts: WorksheetParts, path: string, text: string): void {
  const { trial: spot, store, outbox, assessor, assess } = parts;
  const field = fieldAtPath(path);
  if (field === undefined || !isQuantity(field)) return;
  beginTrial(path, text, {
    spot,
    store,
    assess,
    read: (next) => typedQuantity(quantityReader(field, store.valueAt(CURRENCY)), next, store.valueAt(path)),
    onKept: () => {
      store.endBurst();
      outbox.flush();
      assessor.settle();
    },
  });
}

interface Unkept {
  readonly path: string;
  readonly text: string;
}

/** What is tried in each project and neither kept nor left: in memory alone, as long as the tab lives. */
const unkept = new Map<string, Unkept>();

/**
 * Watches over what is tried on a project. Whoever goes to another part of the product finds it when they come back, and
 * whoever closes the tab is asked first, since nothing of it is stored. The answer ends the watch, and not the trial.
 */
export function watchTrial(parts: WorksheetParts): () => void {
  const { trial, facts, store } = parts;
  const key = JSON.stringify([facts.user.id, facts.address]);
  const left = unkept.get(key);
  if (left !== undefined) beginIn(parts, left.path, left.text);
  const note = () => {
    const { shown } = trial;
    const mayBeLost = shown !== null && shown.text !== boxText(store.valueAt(shown.path));
    if (mayBeLost) unkept.set(key, { path: shown.path, text: shown.text });
    else unkept.delete(key);
    if (unkept.size > 0) window.addEventListener('beforeunload', askFirst);
    else window.removeEventListener('beforeunload', askFirst);
  };
  note();
  const stop = trial.subscribe(note);
  return () => {
    stop();
    trial.shown?.leave();
  };
}

/** The browser asks in words of its own. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
