import type { ReactNode } from 'react';
import { WorksheetShell } from '#components/worksheets/worksheet-shell.tsx';

/** Sections and panel stay where they are while one goes from section to section. */
export default function WriteLayout({ children }: { readonly children: ReactNode }) {
  return <WorksheetShell mode="write">{children}</WorksheetShell>;
}
