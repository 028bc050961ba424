import type { ReactNode } from 'react';

interface MessagePageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The way on. */
  readonly action: ReactNode;
  readonly below?: ReactNode;
}

/** A page that has one thing to say: not found, no right, something failed. */
export function MessagePage({ title, children, action, below }: MessagePageProps) {
  return (
    <main id="main" className="mx-auto max-w-measure px-4 py-16">
      <h1 className="font-serif text-t-6">{title}</h1>
      <div className="mt-3 mb-6 font-serif text-t-3 text-ink-2">{children}</div>
      {action}
      {below === undefined ? null : <div className="mt-8">{below}</div>}
    </main>
  );
}
