import type { ReactNode } from 'react';

/** A sentence that teaches and one thing to do. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 py-4">
      <p className="max-w-measure font-serif text-t-3 text-ink-2">{children}</p>
      {action}
    </div>
  );
}
