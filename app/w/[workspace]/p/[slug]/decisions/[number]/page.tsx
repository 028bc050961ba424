import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { reader } from '#components/account/reader.ts';
import { DecisionActions } from '#components/decisions/decision-actions.tsx';
import { DecisionAside } from '#components/decisions/decision-aside.tsx';
import { DecisionMemo } from '#components/decisions/decision-memo.tsx';
import { numberIn } from '#components/decisions/decision-words.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { PageMain } from '#components/ui/page-main.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { todayIn } from '#components/worksheets/today-in.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface DecisionPageProps {
  readonly params: Promise<{ workspace: string; slug: string; number: string }>;
}

export async function generateMetadata({ params }: DecisionPageProps): Promise<Metadata> {
  return { title: `Decision ${(await params).number}` };
}

export default async function DecisionPage({ params }: DecisionPageProps) {
  const [{ workspace, slug, number: typed }, style, call] = await Promise.all([params, reader(), caller()]);
  const number = numberIn(typed);
  if (number === undefined) notFound();
  const at = { workspace, project: slug };
  const [decision, project] = await forPage(
    Promise.all([call.decisions.get({ ...at, number }), call.projects.get(at)]),
    paths.decisions({ ...at, number }),
  );
  const { 'decisions.write': mayDecide } = project.can;
  const { status, fields, links } = decision;
  const can = mayDecide === true ? decision.can : { ...decision.can, ...refused(mayDecide) };
  return (
    <PageMain>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <AppLink href={paths.decisions(at)} className="link">
          ‹ All decisions
        </AppLink>
        <DecisionActions at={at} number={number} status={status} can={can} />
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="max-w-measure">
          <DecisionMemo at={at} decision={decision} locale={style.locale} today={todayIn(project.workspace.timeZone)} />
        </div>
        <DecisionAside at={at} fields={fields} links={links} />
      </div>
    </PageMain>
  );
}

function refused(reason: string) {
  return { edit: reason, accept: reason, reject: reason, deprecate: reason };
}
