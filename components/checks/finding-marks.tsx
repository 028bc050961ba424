'use client';

import { Mark } from '#components/ui/mark.tsx';
import type { ShownFinding } from '#lib/client/shown-findings.ts';

interface FindingMarksProps {
  readonly findings: readonly ShownFinding[];
  /** Brings the findings into view. */
  readonly onOpen: () => void;
}

/** The marks at a field: one for each finding, together one button that leads to the cards. */
export function FindingMarks({ findings, onOpen }: FindingMarksProps) {
  if (findings.length === 0) return null;
  const label = findings.map(({ finding }) => finding.message).join(' ');
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onOpen}
      className="inline-flex min-h-6 min-w-6 items-center justify-center gap-0.5 rounded-control hover:bg-accent-soft pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      {findings.map(({ finding, agreedAt }) => (
        <Mark key={finding.key} of={agreedAt === null ? finding.severity : 'waived'} />
      ))}
    </button>
  );
}
