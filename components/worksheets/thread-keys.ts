import type { PanelState } from './panel-state.ts';

/** What the keys for threads do. The parts of the page that show threads come late, and are asked by their marks. */

/** A comment on what is marked, else on the field one is at, else on the document. */
export function beginComment(panel: PanelState, path: string | null): boolean {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-act="comment"]')].find(
    (button) => button.closest('#panel') === null,
  );
  if (marked !== undefined) {
    marked.click();
    return true;
  }
  panel.show(path === null ? 'whole' : 'field');
  onceShown(() => press('comment'));
  return true;
}

/** The thread that has the focus, or the first of the panel. */
export function actOnThread(act: 'reply' | 'resolve'): boolean {
  return press(act);
}

/** From one thread of the panel to the next; all of them are there in the view of the whole. */
export function moveToThread(panel: PanelState, step: 1 | -1): boolean {
  if (threads().length === 0) panel.show('whole');
  onceShown(() => {
    const all = threads();
    const at = all.findIndex((thread) => thread.contains(document.activeElement));
    const next = at === -1 ? (step === 1 ? all[0] : all.at(-1)) : all[at + step];
    const inside = next?.querySelector<HTMLElement>('a, article');
    inside?.focus();
    inside?.scrollIntoView({ block: 'nearest' });
  });
  return true;
}

function threads(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#panel [data-thread]')].filter(
    (thread) => thread.offsetParent !== null,
  );
}

function press(act: string): boolean {
  const around = document.activeElement?.closest('[data-thread]') ?? document.getElementById('panel');
  const button = around?.querySelector<HTMLElement>(`[data-act="${act}"]`) ?? null;
  button?.click();
  return button !== null;
}

/** The panel is drawn after the key was heard. */
function onceShown(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
