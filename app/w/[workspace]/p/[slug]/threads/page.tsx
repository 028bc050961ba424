import type { Metadata } from 'next';
import { reader } from '#components/account/reader.ts';
import { numberIn } from '#components/decisions/decision-words.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { ThreadFilter } from '#components/threads/thread-filter.tsx';
import { ThreadList } from '#components/threads/thread-list.tsx';
import { isNarrowed, readThreadView } from '#components/threads/thread-view.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface ThreadsPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: 'Threads' };

export default async function ThreadsPage({ params, searchParams }: ThreadsPageProps) {
  const [{ workspace, slug }, query, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace, project: slug };
  const view = readThreadView(
    query,
    sections.map(({ key }) => key),
  );
  const before = numberIn(query['before']);
  const { items, next } = await forPage(
    // What is not asked for is left open: ‘not blocking’ is no choice here.
    call.threads.list({ ...at, ...view, blocking: view.blocking || undefined, before }),
    paths.threads(at, { ...view, before }),
  );
  const untouched = items.length === 0 && !isNarrowed(view) && before === undefined;
  return (
    <PageMain width="measure">
      <PageHeading title="Threads" />
      {untouched ? null : <ThreadFilter action={paths.threads(at)} view={view} sections={sections} />}
      {items.length === 0 ? (
        <EmptyState
          action={
            <LinkButton as={AppLink} href={untouched ? paths.document(at) : paths.threads(at)}>
              {untouched ? 'To the document' : 'Show all'}
            </LinkButton>
          }
        >
          {untouched ? 'No comments yet. Select text in the document to start one.' : 'No thread is like that.'}
        </EmptyState>
      ) : (
        <ThreadList at={at} threads={items} nowMs={Date.now()} locale={style.locale} />
      )}
      <Paging
        as={AppLink}
        of="threads"
        previous={before === undefined ? undefined : paths.threads(at, view)}
        previousLabel="Newest"
        next={next === null ? undefined : paths.threads(at, { ...view, before: next })}
        nextLabel="Older"
      />
    </PageMain>
  );
}
