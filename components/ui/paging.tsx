import type { ElementType } from 'react';

import { LinkButton } from './button.tsx';

interface PagingProps {
  /** What the pages are made of, for the name of the navigation: "Projects". */
  readonly of: string;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  readonly previousLabel?: string;
  readonly nextLabel?: string;
  readonly as?: ElementType;
}

/** Links to the page before and the page after; nothing when there is only one page. */
export function Paging({ of, previous, next, previousLabel = 'Previous', nextLabel = 'Next', as = 'a' }: PagingProps) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={`Pages of ${of}`} className="mt-3 flex justify-between gap-4">
      {previous === undefined ? (
        <span />
      ) : (
        <LinkButton as={as} href={previous} size="compact" rel="prev">
          ‹ {previousLabel}
        </LinkButton>
      )}
      {next === undefined ? null : (
        <LinkButton as={as} href={next} size="compact" rel="next">
          {nextLabel} ›
        </LinkButton>
      )}
    </nav>
  );
}
