'use client';

import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { draftAnswer } from '#components/forms/answer-state.ts';
import { useEditing } from '#components/forms/editing.ts';
import { Icon } from '#components/ui/icon.tsx';
import { findingsAt } from '#components/checks/findings-at.ts';
import { useShownPart } from './worksheet-context.ts';

interface MoreDetailProps {
  /** Of the group that this goes on; what is folded without one says what it holds. */
  readonly title: string;
  readonly holds?: readonly string[];
  readonly paths: readonly string[];
  readonly children: ReactNode;
}

/** The fields that few need, folded; open where a finding is about one of them. */
export function MoreDetail({ title, holds = [], paths, children }: MoreDetailProps) {
  const editing = useEditing();
  const details = useRef<HTMLDetailsElement>(null);
  const readAnswered = () => paths.filter((path) => draftAnswer(editing.valueAt(path)).state !== 'blank').length;
  const answered = useSyncExternalStore(editing.subscribe, readAnswered, readAnswered);
  const concerned = useShownPart(({ findings }) => paths.some((path) => findingsAt(findings, path).length > 0));

  useEffect(() => {
    if (concerned && details.current !== null) details.current.open = true;
  }, [concerned]);

  if (paths.length === 0) return null;
  return (
    <details ref={details} className="group mt-2">
      <summary className="flex min-h-9 w-fit list-none items-center gap-2 text-t-1 text-accent hover:text-accent-hover pointer-coarse:min-h-11">
        <Icon of={ChevronDown} className="-rotate-90 transition-transform duration-[120ms] group-open:rotate-0" />
        <span>
          {holds.length === 0 ? 'More detail' : holds.join(', ')}
          {title === '' ? null : <span className="sr-only">: {title}</span>} · {paths.length}
          {paths.length === 1 ? ' field' : ' fields'}
          {answered > 0 ? `, ${answered} answered` : ''}
        </span>
      </summary>
      <div className="border-l border-hairline pl-4">{children}</div>
    </details>
  );
}
