import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { DecisionForm } from '#components/decisions/decision-form.tsx';
import { numberIn } from '#components/decisions/decision-words.ts';
import { replaceableDecisions } from '#components/decisions/replaceable-decisions.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { NoRight } from '#components/workspaces/no-right.tsx';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface ChangeDecisionPageProps {
  readonly params: Promise<{ workspace: string; slug: string; number: string }>;
}

export const metadata: Metadata = { title: 'Change a decision' };

export default async function ChangeDecisionPage({ params }: ChangeDecisionPageProps) {
  const [{ workspace, slug, number: typed }, call] = await Promise.all([params, caller()]);
  const number = numberIn(typed);
  if (number === undefined) notFound();
  const at = { workspace, project: slug };
  const here = paths.changeDecision({ ...at, number });
  const [decision, project] = await forPage(
    Promise.all([call.decisions.get({ ...at, number }), call.projects.get(at)]),
    here,
  );
  const { 'decisions.write': mayDecide } = project.can;
  if (mayDecide !== true) return <NoRight reason={mayDecide} />;
  // What is decided stands as it is written; its page says what can be done instead.
  if (decision.can.edit !== true) redirect(paths.decisions({ ...at, number }));
  const older = await forPage(replaceableDecisions(call, at, decision.supersedes[0]), here);
  return (
    <PageMain width="measure">
      <PageHeading title={`Change decision ${number}`} />
      <DecisionForm
        at={at}
        change={{ number, sequence: decision.sequence }}
        given={decision.content}
        links={[]}
        older={older}
        supersedes={decision.supersedes}
        writer=""
      />
    </PageMain>
  );
}
