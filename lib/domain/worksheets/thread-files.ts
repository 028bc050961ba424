import type { JsonObject } from '#lib/domain/json.ts';
import type { ThreadRecord } from './thread-record.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A mention as the page writes it, with the account: `[@Dana](member:…)`. */
export const LINKED_MENTION = /\[@((?:\\.|[^\\\]\n])+)\]\(member:([\w-]{1,64})\)/g;

/** A thread as a worksheet file carries it: what is blank is left out, and people are names in its texts too. */
export function threadForFile(thread: ThreadRecord): JsonObject {
  const comments = thread.comments.map((comment) => ({
    ...comment,
    text: comment.text.replace(LINKED_MENTION, '@$1'),
    earlier: comment.earlier.map((wording) => ({ ...wording, text: wording.text.replace(LINKED_MENTION, '@$1') })),
  }));
  return withoutBlanks({ ...thread, comments });
}
