import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  /** Whether it stands open at first. One value for good: a change would close it under the reader. */
  readonly open?: boolean;
  /** For what is only fetched when somebody wants to see it. */
  readonly onOpen?: () => void;
}

/** What few need, folded behind its name. Its arrow is a line: a filled triangle is the shape of a warning. */
export function Disclosure({ summary, children, className, open = false, onOpen }: DisclosureProps) {
  return (
    <details
      open={open}
      className={classNames('group', className)}
      onToggle={onOpen === undefined ? undefined : ({ currentTarget }) => currentTarget.open && onOpen()}
    >
      <summary className="flex min-h-6 w-fit list-none items-center gap-1 text-accent hover:text-accent-hover pointer-coarse:min-h-11">
        <Icon of={ChevronDown} className="-rotate-90 group-open:rotate-0" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
