import type { ReactNode } from 'react';

export function InlineCode({ children }: { children: ReactNode }) {
  return <code className="rounded-control bg-sunken px-1 font-code text-[0.9em] break-words">{children}</code>;
}
