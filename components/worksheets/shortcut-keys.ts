/** What a key asks for. The table that people see and the handler read the same list. */
export type ShortcutAction =
  | 'next-finding'
  | 'previous-finding'
  | 'panel'
  | 'undo'
  | 'redo'
  | 'step-out'
  | 'step-in'
  | 'next-field'
  | 'previous-field'
  | 'next-question'
  | 'other-mode'
  | 'sections'
  | 'answer-menu'
  | 'copy-link'
  | 'comment'
  | 'reply'
  | 'resolve'
  | 'next-thread'
  | 'previous-thread'
  | 'help';

interface KeyEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Shortcut {
  /** Not the sheet's to hear: the top bar opens the palette, a trial begins in its box, rows move where they stand. */
  readonly action: ShortcutAction | 'palette' | 'trial' | 'move-row';
  readonly keys: string;
  readonly does: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'palette', keys: 'Ctrl K', does: 'Search, go, do' },
  { action: 'next-finding', keys: 'F8', does: 'Next finding' },
  { action: 'previous-finding', keys: 'Shift F8', does: 'Previous finding' },
  { action: 'panel', keys: 'Ctrl .', does: 'To the panel and back' },
  { action: 'undo', keys: 'Ctrl Z', does: 'Undo your last edit' },
  { action: 'redo', keys: 'Ctrl Shift Z', does: 'Redo it' },
  { action: 'trial', keys: 'Alt Enter', does: 'Try a number without saving it; then Enter keeps it, Esc leaves it' },
  { action: 'step-out', keys: 'Esc', does: 'Out of the box, then to the section' },
  { action: 'step-in', keys: 'Enter', does: 'From the field into its box' },
  { action: 'next-question', keys: 'Ctrl Enter', does: 'Next question that is not answered yet' },
  { action: 'next-field', keys: 'J', does: 'Next field' },
  { action: 'previous-field', keys: 'K', does: 'Previous field' },
  { action: 'move-row', keys: 'Alt ↑, Alt ↓', does: 'Move a row of a list, from any of its cells' },
  { action: 'other-mode', keys: 'E', does: 'Write here, read here' },
  { action: 'sections', keys: 'G', does: 'Go to a section, by typing its name' },
  { action: 'answer-menu', keys: '.', does: 'Not known yet, ask someone, does not apply, clear' },
  { action: 'copy-link', keys: 'Y', does: 'Copy a link to this field' },
  { action: 'comment', keys: 'C', does: 'Comment on what is marked, or on this field' },
  { action: 'next-thread', keys: 'N', does: 'Next thread' },
  { action: 'previous-thread', keys: 'P', does: 'Previous thread' },
  { action: 'reply', keys: 'R', does: 'Reply in the thread' },
  { action: 'resolve', keys: 'X', does: 'Resolve the thread, with Undo' },
  { action: 'help', keys: '?', does: 'This table' },
];

const LETTERS: Readonly<Record<string, ShortcutAction>> = {
  j: 'next-field',
  k: 'previous-field',
  e: 'other-mode',
  g: 'sections',
  '.': 'answer-menu',
  y: 'copy-link',
  c: 'comment',
  n: 'next-thread',
  p: 'previous-thread',
  r: 'reply',
  x: 'resolve',
  '?': 'help',
};

/**
 * In a text box only chords work; single letters need the cursor outside of one, and can be switched off. Null for keys
 * that belong to the browser or the box.
 */
export function shortcutFor(event: KeyEvent, inTextBox: boolean, letters: boolean): ShortcutAction | null {
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (event.key === 'F8' && !control) return event.shiftKey ? 'previous-finding' : 'next-finding';
  if (event.key === 'Escape' && !control) return 'step-out';
  if (event.key === 'Enter' && !control && !inTextBox) return 'step-in';
  if (control && event.key === 'Enter') return 'next-question';
  if (control && event.key === '.') return 'panel';
  if (control && event.key.toLowerCase() === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (control || inTextBox || !letters) return null;
  return LETTERS[event.key.toLowerCase()] ?? null;
}
