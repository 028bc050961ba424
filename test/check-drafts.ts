import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import type { CheckReport } from '#lib/domain/checks/report.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';

/** For tests of rules: what all rules together say about the sections of a draft. */

const ANY_DAY = '2027-01-15';

export function checkDraft(sections: DraftWorksheet['sections']): CheckReport {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'Example', sections });
  return runChecks(worksheet, { today: ANY_DAY, mode: 'full' });
}

/** The messages of one rule, contradictions and gaps alike. */
export function messagesOf(rule: string, sections: DraftWorksheet['sections']): string[] {
  return checkDraft(sections)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}
