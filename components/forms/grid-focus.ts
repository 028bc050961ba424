/** Into the control of a cell; of two buttons in it, the one that begins with the letter that was typed is pressed. */
export function editCell(cell: HTMLElement | null, key = ''): void {
  const controls = [...(cell?.querySelectorAll<HTMLElement>('input, select, textarea, a, button') ?? [])];
  const pressed =
    key.length === 1 ? controls.find((control) => isAnswer(control) && beginsWith(control, key)) : undefined;
  const control = pressed ?? controls[0] ?? cell;
  control?.focus();
  pressed?.click();
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
}

/** Enter in one of these ends its edit; in a button or a link it acts. */
export function isBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
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
