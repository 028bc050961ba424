import type { ReactNode } from 'react';

import { EmptyState } from '#components/ui/empty-state.tsx';

interface EmptyPortfolioProps {
  /** The way to the first project. */
  readonly start: ReactNode;
  readonly title: string;
  readonly archived: boolean;
}

/** Three ways of being empty: nothing matches, nothing was archived, nothing was begun. */
export function EmptyPortfolio({ start, title, archived }: EmptyPortfolioProps) {
  if (title !== '') {
    return (
      <EmptyState>
        No {archived ? 'archived ' : ''}project that you may see has ‘{title}’ in its title.
      </EmptyState>
    );
  }
  if (archived) {
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
