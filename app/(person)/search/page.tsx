import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { SearchForm } from '#components/search/search-form.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Search' };

/** From outside a workspace: straight on where there is one only, else the question which. */
export default async function SearchEverywherePage({ searchParams }: { searchParams: Promise<{ text?: string }> }) {
  const [{ text = '' }, call] = await Promise.all([searchParams, caller()]);
  const { items } = await forPage(call.workspaces.list({}), paths.search({ text }));
  const [only, ...others] = items;
  if (only && others.length === 0) redirect(paths.workspaceSearch({ workspace: only.slug }, { text }));
  return (
    <PageMain width="measure">
      <PageHeading title="Search" />
      <SearchForm action={paths.search()} text={text} />
      {text === '' ? null : (
        <PageSection title={`Look for ‘${text}’ in`}>
          <ul className="flex flex-col items-start gap-2">
            {items.map(({ slug, name }) => (
              <li key={slug}>
                <AppLink href={paths.workspaceSearch({ workspace: slug }, { text })} className="link">
                  {name}
                </AppLink>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </PageMain>
  );
}
