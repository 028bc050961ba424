import type { Metadata } from 'next';
import { reader } from '#components/account/reader.ts';
import { DecisionFilter } from '#components/decisions/decision-filter.tsx';
import { DecisionTable } from '#components/decisions/decision-table.tsx';
import { isNarrowed, readDecisionView } from '#components/decisions/decision-words.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { ITEM_ID } from '#lib/domain/ids.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface WorkspaceDecisionsPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: 'Decisions' };

/** Projects to choose from; in a workspace with more, the address of a project’s own log is the way. */
const CHOICES = 100;

export default async function WorkspaceDecisionsPage({ params, searchParams }: WorkspaceDecisionsPageProps) {
  const [{ workspace }, query, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace };
  const view = readDecisionView(query);
  const asked = query['project'];
  const project = typeof asked === 'string' && ITEM_ID.test(asked) ? asked : undefined;
  const after = typeof query['after'] === 'string' ? query['after'].slice(0, 100) : undefined;
  const [{ items, next }, projects] = await forPage(
    Promise.all([
      call.decisions.ofWorkspace({ ...at, ...view, projectSlug: project, after }),
      call.projects.list({ ...at, limit: CHOICES }),
    ]),
    paths.workspaceDecisions(at, { ...view, project, after }),
  );
  const narrowed = isNarrowed(view) || project !== undefined || after !== undefined;
  return (
    <PageMain>
      <PageHeading title="Decisions" lead="Of all projects of this workspace, the one that changed last first." />
      {items.length === 0 && !narrowed ? null : (
        <DecisionFilter
          action={paths.workspaceDecisions(at)}
          view={view}
          projects={{
            chosen: project,
            choices: projects.items.map(({ slug, title }) => ({ value: slug, label: title })),
          }}
        />
      )}
      <DecisionTable
        workspace={workspace}
        decisions={items}
        several
        locale={style.locale}
        empty={
          <EmptyState
            action={
              <LinkButton as={AppLink} href={narrowed ? paths.workspaceDecisions(at) : paths.workspace(at)}>
                {narrowed ? 'Show all' : 'To the projects'}
              </LinkButton>
            }
          >
            {narrowed ? 'No decision is like that.' : 'No project has recorded a decision yet.'}
          </EmptyState>
        }
      />
      <Paging
        as={AppLink}
        of="decisions"
        previous={after === undefined ? undefined : paths.workspaceDecisions(at, { ...view, project })}
        previousLabel="First page"
        next={next === null ? undefined : paths.workspaceDecisions(at, { ...view, project, after: next })}
      />
    </PageMain>
  );
}
