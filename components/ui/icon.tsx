import type { LucideIcon } from 'lucide-react';

import { classNames } from './class-names.ts';

/** A picture beside a word; it is never the only name of a control, so it is hidden from screen readers. */
export function Icon({ of: Picture, className }: { of: LucideIcon; className?: string }) {
  return <Picture size={16} strokeWidth={1.5} aria-hidden className={classNames('shrink-0', className)} />;
}
