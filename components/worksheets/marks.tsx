'use client';

import { FindingMarks } from '#components/checks/finding-marks.tsx';
import { findingsAt } from '#components/checks/findings-at.ts';
import { useTrying } from '#components/forms/editing.ts';
import { TrialPart } from './late-trial.tsx';
import { usePanel } from './panel-state.ts';
import { useShownPart, useWorksheet } from './worksheet-context.ts';

interface MarksProps {
  readonly path: string;
  /** Only what is about this very field, and not about something inside of it. */
  readonly exact?: boolean;
}

/** The marks of what is found about a field or an item. */
export function Marks({ path, exact = false }: MarksProps) {
  const { current } = useWorksheet();
  const findings = useShownPart((shown) => findingsAt(shown.findings, path));
  const panel = usePanel();
  const trying = useTrying();
  return (
    <>
      <FindingMarks
        findings={exact ? findings.filter(({ finding }) => finding.paths.includes(path)) : findings}
        onOpen={() => {
          current.follow(path);
          panel.show('field');
        }}
      />
      {trying ? <TrialPart of="marks" path={path} exact={exact} /> : null}
    </>
  );
}
