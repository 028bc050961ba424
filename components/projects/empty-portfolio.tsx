import type { ReactNode } from 'react';

import { EmptyState } from '#components/ui/empty-state.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';

import { HAVING, isNarrowed, type PortfolioView } from './portfolio-view.ts';

interface EmptyPortfolioProps {
  /** The way to the first project. */
  readonly start: ReactNode;
  readonly view: PortfolioView;
  /** The same list without what narrows it. */
  readonly all: string;
}

/** Three ways of being empty: nothing matches, nothing was archived, nothing was begun. */
export function EmptyPortfolio({ start, view, all }: EmptyPortfolioProps) {
  if (isNarrowed(view)) {
    return (
      <EmptyState
        action={
          <AppLink href={all} className="link">
            Show all
          </AppLink>
        }
      >
        {`No ${wordsOf(view)} that you may see.`}
      </EmptyState>
    );
  }
  if (view.archived) {
    return (
      <EmptyState>Nothing is archived. A project that has ended can be put here, to read and to bring back.</EmptyState>
    );
  }
  return (
    <EmptyState action={start}>
      No projects yet. A project holds one worksheet: the questions that decide whether a model is worth building, and
      the checks that hold its numbers against one another.
    </EmptyState>
  );
}

/** "archived project in framing with errors and ‘card’ in its title" */
function wordsOf({ archived, stage, having, title }: PortfolioView): string {
  const parts = [
    archived ? 'archived project' : 'project',
    stage === undefined ? '' : `in ${stage}`,
    having === undefined ? '' : having === 'overdue' ? 'that is overdue' : HAVING[having],
    title === '' ? '' : `with ‘${title}’ in its title`,
  ];
  return parts.filter(Boolean).join(' ');
}
