'use client';

import { Mark } from '#components/ui/mark.tsx';
import type { ShownFinding } from '#lib/client/shown-findings.ts';
import { standing } from './findings-at.ts';

interface FindingMarksProps {
  /** Worst first. */
  readonly findings: readonly ShownFinding[];
  /** Brings the findings into view. */
  readonly onOpen: () => void;
}

/** The mark at a field, of the worst that is found about it, and how many there are; it leads to the cards. */
export function FindingMarks({ findings, onOpen }: FindingMarksProps) {
  const open = standing(findings);
  const worst = open[0];
  if (worst === undefined) return null;
  const label = open.map(({ finding }) => finding.message).join(' ');
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onOpen}
      className="inline-flex min-h-6 min-w-6 items-center justify-center gap-0.5 rounded-control hover:bg-accent-soft pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      <Mark of={worst.finding.severity} />
      {open.length > 1 ? <span className="text-t-0 text-ink-2">{open.length}</span> : null}
    </button>
  );
}
