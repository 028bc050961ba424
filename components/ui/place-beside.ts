const GAP_PX = 4;
const EDGE_PX = 8;

/** Under the trigger where there is room, over it otherwise, and never past an edge of the window. */
export function placeBeside(list: HTMLElement, trigger: HTMLElement | null, align: 'start' | 'end'): void {
  if (!trigger) return;
  const anchor = trigger.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = anchor.bottom + GAP_PX;
  const fits = below + height <= window.innerHeight - EDGE_PX;
  const top = fits ? below : Math.max(EDGE_PX, anchor.top - GAP_PX - height);
  const wanted = align === 'start' ? anchor.left : anchor.right - width;
  const left = Math.min(Math.max(EDGE_PX, wanted), window.innerWidth - EDGE_PX - width);
  // Set through the object model: the content security policy forbids style attributes in the page's text.
  list.style.top = `${top}px`;
  list.style.left = `${left}px`;
}
