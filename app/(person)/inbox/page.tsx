import type { Metadata } from 'next';
import { reader } from '#components/account/reader.ts';
import { NoticeList } from '#components/notices/notice-list.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface InboxPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: 'Inbox' };

export default async function InboxPage({ searchParams }: InboxPageProps) {
  const [query, style, call] = await Promise.all([searchParams, reader(), caller()]);
  const all = query['all'] === 'true';
  const after = typeof query['after'] === 'string' ? query['after'].slice(0, 100) : undefined;
  const { items, next } = await forPage(call.notices.list({ unseen: !all, after }), paths.inbox({ all, after }));
  return (
    <PageMain width="measure">
      <PageHeading title="Inbox" lead="Who mentions you, answers where you take part, or asks you something." />
      <div className="mb-4 border-b border-hairline">
        <TabLinks
          label="Inbox"
          as={AppLink}
          tabs={[
            { label: 'New', href: paths.inbox(), current: !all },
            { label: 'All', href: paths.inbox({ all: true }), current: all },
          ]}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState>{all ? 'Nothing has come yet.' : 'Nothing new.'}</EmptyState>
      ) : (
        <NoticeList notices={items} nowMs={Date.now()} locale={style.locale} />
      )}
      <Paging
        as={AppLink}
        of="the inbox"
        previous={after === undefined ? undefined : paths.inbox({ all })}
        previousLabel="Newest"
        next={next === null ? undefined : paths.inbox({ all, after: next })}
        nextLabel="Older"
      />
    </PageMain>
  );
}
