'use client';

import { findingsAt } from '#components/checks/findings-at.ts';
import { Findings } from '#components/worksheets/findings.tsx';
import { useShown } from '#components/worksheets/worksheet-context.ts';

/** Where the answer contradicts another one, both ends, as beside the whole worksheet. */
export function QuestionFindings({ path }: { readonly path: string }) {
  return <Findings shown={findingsAt(useShown().findings, path)} />;
}
