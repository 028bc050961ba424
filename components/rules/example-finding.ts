import type { Finding } from '#lib/domain/checks/report.ts';
import type { Rule, RuleExamples } from '#lib/domain/checks/rule.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';

type Sections = RuleExamples['failing'];

/** No waiver stands in an example, so that any day does. */
const ANY_DAY = '2026-01-01';

function draftOf(sections: Sections, evidence: RuleExamples['evidence']): DraftWorksheet {
  return { format: 'plumbline/v1', title: 'Example', sections, ...(evidence === undefined ? {} : { evidence }) };
}

/** What the rule says about its own failing example: the page shows a real finding, never a copy of one. */
export function exampleFinding(rule: Rule): Finding | undefined {
  const { failing, evidence } = rule.examples;
  const report = runChecks(readWorksheet(draftOf(failing, evidence)), { today: ANY_DAY, mode: 'full' });
  return [...report.findings, ...report.gaps].find((finding) => finding.rule === rule.id);
}

/** The sections of an example as a worksheet file says them, and the evidence that values rest on. */
export function exampleText(sections: Sections, evidence?: RuleExamples['evidence']): string {
  const text = writeFile(draftOf(sections, evidence), 'yaml');
  return text.slice(text.indexOf('sections:')).trimEnd();
}
