'use client';

import type { ReactNode } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { useShownPage } from './shown-page.ts';

const PageInPlace = latePart(async () => (await import('./page-in-place.tsx')).PageInPlace);

interface WritePageProps {
  /** What the server made the page for. */
  readonly section: string;
  readonly item?: string;
  readonly children: ReactNode;
}

/** A page of Write: what the server made, or any other page of the worksheet that was opened since without it. */
export function WritePage({ section, item, children }: WritePageProps) {
  const shown = useShownPage();
  if (shown.section === section && shown.item === item) return children;
  return <PageInPlace key={`${shown.section}/${shown.item}`} section={shown.section ?? ''} item={shown.item} />;
}
