import type { ReactNode } from 'react';

import { Wordmark } from '#components/workspaces/wordmark.tsx';

/** The pages before one is inside: one column, one form. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-form flex-col gap-12 px-4 py-8 sm:py-16">
      <header>
        <Wordmark />
      </header>
      <main id="main">{children}</main>
    </div>
  );
}
