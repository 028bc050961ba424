import type { ReactNode } from 'react';

import { LinkButton } from '#components/ui/button.tsx';
import { paths } from '#lib/paths.ts';

import { AppLink } from './app-link.tsx';

interface MessagePageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The way on; home where nothing better is known. */
  readonly action?: ReactNode;
}

/** A page that has one thing to say: not found, no right, something failed. */
export function MessagePage({ title, children, action = <HomeLink /> }: MessagePageProps) {
  return (
    <main id="main" className="mx-auto max-w-measure px-4 py-16">
      <h1 className="font-serif text-t-6">{title}</h1>
      <div className="mt-3 mb-6 font-serif text-t-3 text-ink-2">{children}</div>
      {action}
    </main>
  );
}

function HomeLink() {
  return (
    <LinkButton as={AppLink} href={paths.root()}>
      Go home
    </LinkButton>
  );
}
