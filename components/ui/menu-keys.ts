/** What has been typed to find an item, and when the last letter came (ms). Changed in place. */
export interface Typeahead {
  text: string;
  at: number;
}

const TYPEAHEAD_PAUSE_MS = 700;

/**
 * Which item of a menu gets the focus after a key, or null when the key is not for the menu.
 * Follows the menu pattern of the ARIA Authoring Practices: arrows wrap, Home and End, letters jump.
 */
export function focusAfterKey(
  key: string,
  texts: readonly string[],
  current: number,
  typeahead: Typeahead,
  nowMs: number,
): number | null {
  if (texts.length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % texts.length;
    case 'ArrowUp':
      return (current <= 0 ? texts.length : current) - 1;
    case 'Home':
      return 0;
    case 'End':
      return texts.length - 1;
  }
  if (key.length !== 1 || key === ' ') return null;
  const continued = nowMs - typeahead.at < TYPEAHEAD_PAUSE_MS;
  typeahead.text = (continued ? typeahead.text : '') + key.toLowerCase();
  typeahead.at = nowMs;
  // The same letter again goes to the next item that begins with it; a longer text looks from the current one.
  const from = typeahead.text.length === 1 ? current + 1 : Math.max(current, 0);
  for (let step = 0; step < texts.length; step++) {
    const index = (from + step) % texts.length;
    if (texts[index]?.trim().toLowerCase().startsWith(typeahead.text)) return index;
  }
  return null;
}
