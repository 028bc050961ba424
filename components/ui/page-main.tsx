import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

const WIDTHS = { page: 'max-w-page', measure: 'max-w-measure' } as const;

/** The main landmark under the top bar: a table's width or a text's. */
export function PageMain({ width = 'page', children }: { width?: keyof typeof WIDTHS; children: ReactNode }) {
  return (
    <main id="main" className={classNames('mx-auto px-4 py-8 sm:px-6', WIDTHS[width])}>
      {children}
    </main>
  );
}

/** A part of a page with a heading of its own. */
export function PageSection({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="mt-12 border-t border-hairline pt-6 [header+&]:mt-8 [header+&]:border-t-0 [header+&]:pt-0">
      <h2 className="font-serif text-t-4">{title}</h2>
      {lead ? <p className="mt-1 max-w-measure text-ink-2">{lead}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
