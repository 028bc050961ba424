'use client';

import { useRouter } from 'next/navigation';
import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { api } from '#lib/client/api.ts';
import { shownRelative } from '#lib/format/durations.ts';
import { noticeHref, noticeWords, type ShownNotice } from './notice-words.ts';

interface NoticeListProps {
  readonly notices: readonly (ShownNotice & { readonly at: Date; readonly seenAt: Date | null })[];
  readonly nowMs: number;
  readonly locale: string;
}

/** What came, the newest first. Going there is having seen it. */
export function NoticeList({ notices, nowMs, locale }: NoticeListProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const see = (id?: string) =>
    run(id ?? 'all', async () => {
      await api.notices.markSeen({ ...(id !== undefined && { id }) });
      router.refresh();
    });
  const unseen = notices.some(({ seenAt }) => seenAt === null);
  return (
    <>
      {unseen ? (
        <Button size="compact" pending={running === 'all'} onClick={() => see()}>
          Mark all as seen
        </Button>
      ) : null}
      {failure === null ? null : (
        <p role="alert" className="mt-2 text-error">
          {failure}
        </p>
      )}
      <ul className="mt-3 border-b border-hairline">
        {notices.map((notice) => {
          const fresh = notice.seenAt === null;
          return (
            <li key={notice.id} className="flex flex-wrap items-baseline gap-x-4 border-t border-hairline">
              <AppLink
                href={noticeHref(notice)}
                onClick={() => fresh && see(notice.id)}
                className="flex min-h-9 min-w-0 flex-1 items-baseline py-2 hover:bg-accent-soft hover:text-accent"
              >
                <span className="min-w-0 break-words">
                  {fresh ? <span className="sr-only">New: </span> : null}
                  <span className={fresh ? 'font-semibold' : ''}>{noticeWords(notice)}</span>
                  <span className="text-ink-2">
                    {' '}
                    in <bdi>{notice.project.title}</bdi>
                    {notice.count > 1 && fresh ? `, ${notice.count} times` : ''}
                  </span>{' '}
                  <span className="text-t-1 text-ink-3">{shownRelative(notice.at, nowMs, locale)}</span>
                </span>
              </AppLink>
              {fresh ? (
                <button type="button" className="link touch-target py-2 text-t-1" onClick={() => see(notice.id)}>
                  Seen<span className="sr-only">: {noticeWords(notice)}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
