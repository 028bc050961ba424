import type { ThreadKind } from './thread.ts';

export const KIND_NAMES: Readonly<Record<ThreadKind, string>> = {
  question: 'Question',
  issue: 'Issue',
  suggestion: 'Suggestion',
  note: 'Note',
  praise: 'Praise',
};

/** Somebody whose account is gone stays in what was said. */
export const FORMER = 'former member';

interface Placed {
  readonly state: 'exact' | 'moved' | 'outdated';
  readonly changed: boolean;
}

/** What has happened to the place of a thread since it was started; '' where nothing has. */
export function placeWords({ state, changed }: Placed, onPassage: boolean): string {
  if (state === 'outdated') return onPassage ? 'These words are gone.' : 'This place is gone.';
  if (state === 'moved') return 'The words have moved or changed.';
  return changed ? 'The answer has changed since.' : '';
}
