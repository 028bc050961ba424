import type { ReactNode } from 'react';

interface PageHeadingProps {
  readonly title: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** The page's one main action, and what stands beside it. */
  readonly action?: ReactNode;
}

export function PageHeading({ title, lead, action }: PageHeadingProps) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-serif text-t-5 sm:text-t-6">
          <bdi>{title}</bdi>
        </h1>
        {lead ? <p className="mt-1 max-w-measure text-ink-2">{lead}</p> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-2 sm:pt-1">{action}</div> : null}
    </header>
  );
}
