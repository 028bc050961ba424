'use client';

import { AppLink } from '#components/workspaces/app-link.tsx';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { paths } from '#lib/paths.ts';
import { DecisionLinks } from './decision-links.tsx';
import { useDecisions } from './use-decisions.ts';

/** Which decisions shaped a field, and the way to record one. */
export function FieldDecisions({ path }: { readonly path: string }) {
  const { facts } = useWorksheet();
  const here = useDecisions().at(path);
  const mayDecide = facts.locked === null;
  if (here.length === 0 && !mayDecide) return null;
  return (
    <section aria-label="Decisions" className="flex flex-col gap-2 text-t-1">
      {here.length === 0 ? null : <DecisionLinks at={facts.address} decisions={here} />}
      {mayDecide ? (
        <AppLink href={paths.newDecision(facts.address, { field: path })} className="link w-fit">
          Record a decision
        </AppLink>
      ) : null}
    </section>
  );
}
