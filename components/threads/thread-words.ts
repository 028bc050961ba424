import type { ThreadKind } from '#lib/domain/threads/thread.ts';

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

/** Who is not told although the text calls them; '' where everybody is. */
export function untoldWords({
  unclear,
  nobody,
}: {
  readonly unclear: readonly string[];
  readonly nobody: readonly string[];
}) {
  const sentences = [
    ...nobody.map((name) => `Nobody here is called ‘${name}’, so nobody was told.`),
    ...unclear.map((name) => `Several people are called ‘${name}’; none of them was told.`),
  ];
  return sentences.join(' ');
}

export function countWords(count: number): string {
  return count === 1 ? '1 comment' : `${count} comments`;
}
