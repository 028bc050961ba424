'use client';

import type { MouseEvent, ReactNode } from 'react';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { useFieldHref, useGoToField } from './field-href.ts';

interface FieldLinkProps {
  readonly path: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to a field: on this page by moving the cursor there, else to the page that holds it. */
export function FieldLink({ path, className, children }: FieldLinkProps) {
  const hrefOf = useFieldHref();
  const goToField = useGoToField();
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goToField(path);
  };
  return (
    <AppLink href={hrefOf(path)} onClick={go} className={className}>
      {children}
    </AppLink>
  );
}
