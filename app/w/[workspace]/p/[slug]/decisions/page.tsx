import type { Metadata } from 'next';
import { reader } from '#components/account/reader.ts';
import { DecisionFilter } from '#components/decisions/decision-filter.tsx';
import { DecisionTable } from '#components/decisions/decision-table.tsx';
import { isNarrowed, numberIn, readDecisionView } from '#components/decisions/decision-words.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { ActionLink } from '#components/workspaces/action-link.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface DecisionsPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: 'Decisions' };

export default async function DecisionsPage({ params, searchParams }: DecisionsPageProps) {
  const [{ workspace, slug }, query, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace, project: slug };
  const view = readDecisionView(query);
  const before = numberIn(query['before']);
  const [project, { items, next }] = await forPage(
    Promise.all([call.projects.get(at), call.decisions.list({ ...at, ...view, before })]),
    paths.decisions(at, { ...view, before }),
  );
  const untouched = items.length === 0 && !isNarrowed(view) && before === undefined;
  const start = (
    <ActionLink look="primary" href={paths.newDecision(at)} can={project.can['decisions.write']}>
      Record a decision
    </ActionLink>
  );
  return (
    <PageMain>
      <PageHeading title="Decisions" action={untouched ? null : start} />
      {untouched ? null : <DecisionFilter action={paths.decisions(at)} view={view} />}
      <DecisionTable
        workspace={workspace}
        decisions={items.map((item) => ({ ...item, project: { slug, title: project.title } }))}
        several={false}
        locale={style.locale}
        empty={
          untouched ? (
            <EmptyState action={start}>
              Nothing is recorded yet. A decision says what was chosen, what else was possible, and why, so that nobody
              has to find out again.
            </EmptyState>
          ) : (
            <EmptyState
              action={
                <LinkButton as={AppLink} href={paths.decisions(at)}>
                  Show all
                </LinkButton>
              }
            >
              No decision is like that.
            </EmptyState>
          )
        }
      />
      <Paging
        as={AppLink}
        of="decisions"
        previous={before === undefined ? undefined : paths.decisions(at, view)}
        previousLabel="Newest"
        next={next === null ? undefined : paths.decisions(at, { ...view, before: next })}
        nextLabel="Older"
      />
    </PageMain>
  );
}
