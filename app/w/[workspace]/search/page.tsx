import type { Metadata } from 'next';

import { ResultList } from '#components/search/result-list.tsx';
import { SearchForm } from '#components/search/search-form.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Search' };

const SHORTEST = 2;
const LONGEST = 100;

interface SearchPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ text?: string }>;
}

export default async function SearchPage({ params, searchParams }: SearchPageProps) {
  const [{ workspace }, query, call] = await Promise.all([params, searchParams, caller()]);
  const text = (query.text ?? '').trim().slice(0, LONGEST);
  const here = paths.workspaceSearch({ workspace }, { text });
  await forPage(call.workspaces.get({ workspace }), here);
  const found =
    text.length < SHORTEST ? null : await forPage(call.search.query({ workspace, query: text, limit: 50 }), here);
  const titles = new Map<string, string>(sections.map(({ key, title }) => [key, title]));
  return (
    <PageMain width="measure">
      <PageHeading title="Search" />
      <SearchForm action={paths.workspaceSearch({ workspace })} text={text} />
      <div className="mt-6">
        {found === null ? (
          <p className="text-ink-2">
            Type at least two characters. Titles and answers of every project you may see are searched.
          </p>
        ) : found.items.length === 0 ? (
          <EmptyState>Nothing for ‘{text}’. Searched titles and answers in the projects that you may see.</EmptyState>
        ) : (
          <ResultList
            workspace={workspace}
            text={text}
            results={found.items.map(({ section, ...rest }) => ({
              ...rest,
              section: section === null ? null : { key: section, title: titles.get(section) ?? section },
            }))}
          />
        )}
      </div>
    </PageMain>
  );
}
