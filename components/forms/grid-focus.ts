/**
 * Into the control of a cell. Of two buttons in it, the one that begins with the letter that was typed is pressed; a box
 * that opens a search is handed the key, which would not have reached it.
 *
 * @returns whether the key was taken
 */
export function editCell(cell: HTMLElement | null, key = ''): boolean {
  const controls = [...(cell?.querySelectorAll<HTMLElement>('input, select, textarea, a, button') ?? [])];
  const pressed =
    key.length === 1 ? controls.find((control) => isAnswer(control) && beginsWith(control, key)) : undefined;
  const control = pressed ?? controls[0] ?? cell;
  control?.focus();
  pressed?.click();
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text'))
    control.select();
  if (key === '' || control?.dataset['searched'] === undefined) return false;
  const opening = key.length === 1 ? key : ' ';
  return !control.dispatchEvent(new KeyboardEvent('keydown', { key: opening, bubbles: true, cancelable: true }));
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
