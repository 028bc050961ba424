'use client';

import { usePathname } from 'next/navigation';

import { trailOf } from './trail-of.ts';
import { AppLink } from './app-link.tsx';

/** Where this page stands in the workspace: "Projects / New". The last place is the page itself and no link. */
export function Trail({ workspace }: { workspace: string }) {
  const places = trailOf(workspace, usePathname());
  return (
    <nav aria-label="Path" className="min-w-0 overflow-hidden">
      <ol className="flex items-center gap-2 text-ink-2">
        {places.map(({ label, href }, index) => (
          <li key={label} className="flex min-w-0 items-center gap-2 whitespace-nowrap">
            {index > 0 ? (
              <span aria-hidden className="text-ink-3">
                /
              </span>
            ) : null}
            {href === undefined ? (
              <span aria-current="page" className="truncate">
                {label}
              </span>
            ) : (
              <AppLink href={href} className="truncate hover:text-accent">
                {label}
              </AppLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
