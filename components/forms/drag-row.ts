import { placeAt } from './grid-order.ts';

/** Below the bars of the page and the head of the list, and above the lower edge, the page scrolls on while dragging. */
const TOP_EDGE_PX = 160;
const BOTTOM_EDGE_PX = 48;
const SCROLL_PX = 10;

/**
 * Moves a row with a pointer that is down on its handle: a line shows where it would go, Esc lets it be.
 *
 * @param onDrop is told from which place to which, counted from 0, where the row has moved
 */
export function dragRow(handle: HTMLElement, pointerId: number, onDrop: (from: number, to: number) => void): void {
  const dragged = handle.closest<HTMLElement>('[role="row"]');
  const rows = dragged?.parentElement === undefined ? [] : siblingsOf(dragged);
  if (dragged === null || !handle.hasPointerCapture(pointerId)) return;
  const from = rows.indexOf(dragged);
  const line = dropLine();
  let to = from;
  let y: number | null = null;
  dragged.dataset['dragged'] = '';

  const show = () => {
    if (y === null) return;
    const boxes = rows.map((row) => row.getBoundingClientRect());
    to = placeAt(
      boxes.map((box) => box.top + box.height / 2),
      from,
      y,
    );
    place(line, boxes, from, to);
  };
  const frames = everyFrame(() => {
    const by = y === null ? 0 : y < TOP_EDGE_PX ? -SCROLL_PX : y > window.innerHeight - BOTTOM_EDGE_PX ? SCROLL_PX : 0;
    if (by !== 0) window.scrollBy(0, by);
    show();
  });
  const ended = new AbortController();
  const end = (dropped: boolean) => {
    ended.abort();
    frames.stop();
    line.remove();
    delete dragged.dataset['dragged'];
    if (dropped && to !== from) onDrop(from, to);
  };
  const listen = { signal: ended.signal };
  handle.addEventListener(
    'pointermove',
    (event) => {
      y = event.clientY;
    },
    listen,
  );
  handle.addEventListener(
    'pointerup',
    (event) => {
      y = event.clientY;
      show();
      end(true);
    },
    listen,
  );
  handle.addEventListener('lostpointercapture', () => end(false), listen);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    },
    { ...listen, capture: true },
  );
}

function siblingsOf(row: HTMLElement): HTMLElement[] {
  return [...(row.parentElement?.querySelectorAll<HTMLElement>(':scope > [role="row"]') ?? [])];
}

/** It lies over the page instead of in the list, which others may change meanwhile. */
function dropLine(): HTMLElement {
  const line = document.createElement('div');
  line.className = 'pointer-events-none fixed z-20 h-0.5 -translate-y-px bg-accent';
  line.hidden = true;
  document.body.append(line);
  return line;
}

/** Between the rows where the dragged one would stand; nowhere while that is its own place. */
function place(line: HTMLElement, boxes: readonly DOMRect[], from: number, to: number): void {
  const before = boxes[to < from ? to : to + 1];
  const last = boxes.at(-1);
  line.hidden = to === from || last === undefined;
  if (last === undefined) return;
  // Set through the object model: the content security policy forbids style attributes in the page's text.
  line.style.top = `${before?.top ?? last.bottom}px`;
  line.style.left = `${last.left}px`;
  line.style.width = `${last.width}px`;
}

function everyFrame(act: () => void): { stop: () => void } {
  let frame = requestAnimationFrame(function next() {
    act();
    frame = requestAnimationFrame(next);
  });
  return { stop: () => cancelAnimationFrame(frame) };
}
