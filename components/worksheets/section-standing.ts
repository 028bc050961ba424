import type { ShownFinding } from '#lib/client/shown-findings.ts';
import { worstFirst } from '#components/checks/findings-at.ts';
import type { Assessment } from '#lib/client/assessment.ts';
import type { Severity } from '#lib/domain/checks/report.ts';

export interface SectionStanding {
  /** Everything that is needed is answered. */
  readonly complete: boolean;
  readonly findings: number;
  readonly worst: Severity | null;
  readonly open: number;
}

/** What stands out in one section. A finding counts in every section that it is about. */
export function sectionStanding(
  key: string,
  assessment: Pick<Assessment, 'counts' | 'openQuestions'>,
  findings: readonly ShownFinding[],
): SectionStanding {
  const inSection = (path: string) => path === key || path.startsWith(`${key}.`);
  const own = worstFirst(findings.filter(({ finding }) => finding.paths.some(inSection)));
  const count = assessment.counts.perSection[key];
  return {
    complete: count !== undefined && count.needed > 0 && count.answered === count.needed,
    findings: own.length,
    worst: own[0]?.finding.severity ?? null,
    open: assessment.openQuestions.filter(({ path }) => inSection(path)).length,
  };
}
