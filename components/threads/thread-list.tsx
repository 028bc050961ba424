import { AppLink } from '#components/workspaces/app-link.tsx';
import type { ThreadKind } from '#lib/domain/threads/thread.ts';
import { shownRelative } from '#lib/format/durations.ts';
import { paths } from '#lib/paths.ts';
import { FORMER, KIND_NAMES } from '#lib/domain/threads/thread-words.ts';
import { countWords } from './thread-words.ts';

interface ThreadListProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly threads: readonly {
    readonly number: number;
    readonly kind: ThreadKind;
    readonly blocking: boolean;
    readonly place: { readonly label: string; readonly state: string; readonly original: string };
    readonly author: { readonly name: string } | null;
    readonly resolvedAt: Date | null;
    readonly comments: number;
    readonly lastAt: Date;
    readonly unread: number;
    readonly first: string;
  }[];
  readonly nowMs: number;
  readonly locale: string;
}

/** Threads of a project, the newest first: a row is a link to it in the document. */
export function ThreadList({ at, threads, nowMs, locale }: ThreadListProps) {
  return (
    <ul className="border-b border-hairline">
      {threads.map(({ number, kind, blocking, place, author, resolvedAt, comments, lastAt, unread, first }) => (
        <li key={number} className="border-t border-hairline">
          <AppLink
            href={paths.document({ ...at, panel: `thread.${number}` })}
            className="block py-2 hover:bg-accent-soft hover:text-accent"
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 break-words">
                <span className="font-semibold">{KIND_NAMES[kind]}</span> <span className="text-ink-3">#{number}</span>{' '}
                {place.label === '' ? 'The whole document' : place.label}
                {blocking ? <span className="text-error"> · blocking</span> : null}
                {resolvedAt === null ? null : <span className="text-ink-2"> · resolved</span>}
                {unread > 0 ? <span className="text-accent"> · {unread} new</span> : null}
              </span>
              <span className="ml-auto text-t-1 text-ink-2">
                {countWords(comments)} · {shownRelative(lastAt, nowMs, locale)}
              </span>
            </span>
            {place.state === 'outdated' ? (
              <span className="block text-t-1 break-words text-ink-3">Was on: {place.original}</span>
            ) : null}
            <span className="line-clamp-2 font-serif text-t-3 break-words text-ink-2">
              {first === '' ? 'A comment was deleted.' : `${author?.name ?? FORMER}: ${first}`}
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
