import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/**
 * Into the control of a cell. One that opens a search is handed the key, which would not have reached it; of two buttons
 * the one that begins with the letter is pressed.
 */
export function editCell(cell: HTMLElement | null, event?: ReactKeyboardEvent): void {
  const controls = [...(cell?.querySelectorAll<HTMLElement>('input, select, textarea, a, button') ?? [])];
  const key = event?.key ?? '';
  const pressed = key.length === 1 ? controls.find((control) => isAnswer(control) && beginsWith(control, key)) : null;
  const control = pressed ?? controls[0] ?? cell;
  control?.focus();
  pressed?.click();
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text'))
    control.select();
  if (event === undefined || control?.dataset['searched'] === undefined) return;
  const handed = new KeyboardEvent('keydown', { key: key.length === 1 ? key : ' ', bubbles: true, cancelable: true });
  if (!control.dispatchEvent(handed)) event.preventDefault();
}

/** Enter in one of these ends its edit; in a button or a link it acts. */
export function isBox(target: EventTarget): boolean {
  return [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement].some((kind) => target instanceof kind);
}

/** Yes and No in a cell are one stop: arrows lead from one to the other. */
export function toOtherButton(target: EventTarget, key: string): void {
  if (!isAnswer(target)) return;
  const other = key === 'ArrowRight' ? target.nextElementSibling : target.previousElementSibling;
  if (isAnswer(other)) other.focus();
}

function isAnswer(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.ariaPressed !== null;
}

function beginsWith(control: HTMLElement, letter: string): boolean {
  return control.textContent?.toLowerCase().startsWith(letter.toLowerCase()) ?? false;
}
