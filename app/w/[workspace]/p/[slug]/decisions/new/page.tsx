import type { Metadata } from 'next';
import { DecisionForm, type AskedLink } from '#components/decisions/decision-form.tsx';
import { numberIn } from '#components/decisions/decision-words.ts';
import { replaceableDecisions } from '#components/decisions/replaceable-decisions.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { NoRight } from '#components/workspaces/no-right.tsx';
import { pathWords } from '#components/worksheets/path-words.ts';
import { valuesOf } from '#components/worksheets/section-values.ts';
import { draftValueAt, parsePath } from '#lib/domain/worksheets/paths.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface NewDecisionPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export const metadata: Metadata = { title: 'Record a decision' };

export default async function NewDecisionPage({ params, searchParams }: NewDecisionPageProps) {
  const [{ workspace, slug }, query, call] = await Promise.all([params, searchParams, caller()]);
  const at = { workspace, project: slug };
  const start = startOf(query);
  const [project, older, person, worksheet] = await forPage(
    Promise.all([
      call.projects.get(at),
      replaceableDecisions(call, at, start.supersedes),
      call.account.get({}),
      call.worksheets.get(at),
    ]),
    paths.newDecision(at, start),
  );
  const { 'decisions.write': mayDecide } = project.can;
  if (mayDecide !== true) return <NoRight reason={mayDecide} />;
  const sections = valuesOf(worksheet.sections);
  const about = [
    ...(start.field === undefined ? [] : [pathWords(start.field, (path) => draftValueAt({ sections }, path))]),
    ...(start.thread === undefined ? [] : [`thread #${start.thread}`]),
  ];
  return (
    <PageMain width="measure">
      <PageHeading title="Record a decision" lead={about.length === 0 ? undefined : `About ${about.join(', from ')}`} />
      <DecisionForm
        at={at}
        links={linksOf(start)}
        older={older}
        supersedes={start.supersedes === undefined ? [] : [start.supersedes]}
        writer={person.name}
      />
    </PageMain>
  );
}

type Query = Awaited<NewDecisionPageProps['searchParams']>;

/** What the address says; what it says wrongly is left out. */
function startOf({ field, thread, rule, supersedes }: Query) {
  const isPlace = typeof field === 'string' && parsePath(field) !== undefined;
  const isRule = isPlace && typeof rule === 'string' && /^[A-Z]{3}-\d{2,3}$/.test(rule);
  return {
    field: isPlace ? field : undefined,
    rule: isRule ? rule : undefined,
    thread: numberIn(thread),
    supersedes: numberIn(supersedes),
  };
}

function linksOf({ field, rule, thread }: ReturnType<typeof startOf>): AskedLink[] {
  return [
    ...(field === undefined ? [] : [{ kind: 'field' as const, path: field }]),
    ...(field === undefined || rule === undefined
      ? []
      : [{ kind: 'finding' as const, rule, path: field, valueHash: '' }]),
    ...(thread === undefined ? [] : [{ kind: 'thread' as const, number: thread }]),
  ];
}
