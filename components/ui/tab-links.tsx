import type { ElementType, ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface TabLink {
  readonly href: string;
  readonly label: ReactNode;
  readonly count?: number;
  readonly current: boolean;
}

interface TabLinksProps {
  /** Names the navigation to screen readers. */
  readonly label: string;
  readonly tabs: readonly TabLink[];
  /** The link component of a router; a plain link without it. */
  readonly as?: ElementType;
}

/** Tabs whose panels are pages: a row of links, of which one says "you are here". */
export function TabLinks({ label, tabs, as: Link = 'a' }: TabLinksProps) {
  return (
    <nav aria-label={label} className="overflow-x-auto">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={classNames(
                'flex h-9 items-center gap-1 border-b-2 whitespace-nowrap pointer-coarse:h-11',
                tab.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-2 hover:text-accent',
              )}
            >
              {tab.label}
              {tab.count ? <span className="text-t-1 text-ink-3">{tab.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
