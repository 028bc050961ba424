'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { standing, worstFirst } from '#components/checks/findings-at.ts';
import { Dialog } from '#components/ui/dialog.tsx';
import { useGoToField, useOpen } from './field-href.ts';
import { KeyTable } from './key-table.tsx';
import { useModeSwitch } from './mode-switch.ts';
import { nextQuestion } from './next-question.ts';
import { placeOf } from './place-of.ts';
import { usePanel } from './panel-state.ts';
import { shortcutFor, type ShortcutAction } from './shortcut-keys.ts';
import { nothingMissing } from './stage-words.ts';
import { actOnThread, beginComment, moveToThread } from './thread-keys.ts';
import { useShown, useWorksheet } from './worksheet-context.ts';

/** The keyboard of Read and Write, and the table that explains it. */
export function Shortcuts({ mode }: { readonly mode: 'read' | 'write' }) {
  const parts = useWorksheet();
  const { facts, store, current } = parts;
  const { assessment, findings } = useShown();
  const panel = usePanel();
  const open = useOpen();
  const goToField = useGoToField();
  const { read, write } = useModeSwitch();
  const [help, setHelp] = useState(false);
  const [said, setSaid] = useState('');

  const act = (action: ShortcutAction): boolean => {
    switch (action) {
      case 'next-finding':
        return goTo(nextFindingPath(1));
      case 'previous-finding':
        return goTo(nextFindingPath(-1));
      case 'panel':
        panel.show(panel.view);
        return toPanelAndBack(current.path);
      case 'undo':
        return facts.locked === null && store.canUndo && focusPlace(store.undo());
      case 'redo':
        return facts.locked === null && store.canRedo && focusPlace(store.redo());
      case 'step-out':
        return stepOut();
      case 'step-in':
        return stepIn();
      case 'next-question':
        return goToQuestion(nextQuestion(parts));
      case 'next-field':
        return moveBy(1);
      case 'previous-field':
        return moveBy(-1);
      case 'other-mode':
        open(mode === 'read' ? write : read);
        return true;
      case 'sections':
        document.querySelector<HTMLElement>('nav[aria-label="Sections"] a')?.focus();
        return true;
      case 'answer-menu':
        return openAnswerMenu();
      case 'copy-link':
        void navigator.clipboard?.writeText(new URL(read, location.origin).href);
        return true;
      case 'comment':
        return beginComment(panel, current.path);
      case 'reply':
      case 'resolve':
        return actOnThread(action);
      case 'next-thread':
        return moveToThread(panel, 1);
      case 'previous-thread':
        return moveToThread(panel, -1);
      case 'help':
        setHelp(true);
        return true;
    }
  };

  function nextFindingPath(step: 1 | -1): string | null {
    const order = worstFirst(standing(findings));
    if (order.length === 0) return null;
    const at = order.findIndex(({ finding }) => finding.paths.includes(current.path ?? ''));
    const next = order[(at + step + order.length) % order.length] ?? order[0];
    return next?.finding.paths[0] ?? null;
  }

  function goTo(path: string | null): boolean {
    if (path === null) return false;
    goToField(path);
    return true;
  }

  function goToQuestion(path: string | null): boolean {
    setSaid(path === null ? nothingMissing(assessment.stage) : '');
    if (path === null) panel.show('whole');
    else goToField(path, 'write');
    return true;
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open], [popover]:popover-open') !== null) return;
    const action = shortcutFor(event, isTextBox(event.target), facts.shortcuts);
    if (action !== null && act(action)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <>
      <div role="status" className="sr-only">
        {said}
      </div>
      <Dialog open={help} title="Keyboard" onClose={() => setHelp(false)}>
        <KeyTable />
        {facts.shortcuts ? null : (
          <p className="mt-3 text-t-1 text-ink-2">Single letters are switched off in your account.</p>
        )}
      </Dialog>
    </>
  );
}

function isTextBox(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

function fields(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#main [data-field]')].filter(
    (field) => field.offsetParent !== null,
  );
}

function focusPlace(path: string | null): boolean {
  const place = placeOf(path ?? '');
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'nearest' });
  return path !== null;
}

function fieldOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('[data-field]') ?? null;
}

/** Out of a box to its field, from there to the section's heading. */
function stepOut(): boolean {
  const active = document.activeElement;
  const field = fieldOf(active);
  if (field === null) return false;
  if (active !== field) field.focus();
  else document.querySelector<HTMLElement>('#main h1')?.focus();
  return true;
}

/** From a field into its box, from a list into its grid; every other place keeps Enter for itself. */
function stepIn(): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !active.matches('[data-field]')) return false;
  const boxes = active.querySelectorAll<HTMLElement>('[role="gridcell"][tabindex="0"], [id$=".box"]');
  const box = [...boxes].find((element) => element.offsetParent !== null);
  box?.focus();
  return box !== undefined;
}

function moveBy(step: 1 | -1): boolean {
  const all = fields();
  const at = all.findIndex((field) => field === fieldOf(document.activeElement));
  const next = at === -1 ? (step === 1 ? all[0] : all.at(-1)) : all[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

function openAnswerMenu(): boolean {
  const button = fieldOf(document.activeElement)?.querySelector<HTMLButtonElement>('.answer-menu') ?? null;
  button?.click();
  // At once, and not when the browser has told that it is open: the next key may be there before.
  button?.popoverTargetElement?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  return button !== null;
}

function toPanelAndBack(path: string | null): boolean {
  const panel = document.getElementById('panel');
  if (panel?.contains(document.activeElement)) {
    const box = path === null ? null : (document.getElementById(`${path}.box`) ?? placeOf(path));
    (box ?? document.getElementById('main'))?.focus();
  } else {
    // The panel may only now have come into view.
    requestAnimationFrame(() => panel?.focus());
  }
  return true;
}
