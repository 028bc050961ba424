import type { CheckReport } from '#lib/domain/checks/report.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import type { DesignDocument, DocumentProfile } from '#lib/domain/documents/document.ts';
import type { Stage } from '#lib/domain/worksheets/definition.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import type { ProjectGrant } from './grants.ts';
import { readDraft, readFileDraft } from './worksheet-files.ts';

/** The design checks on the worksheet as it stands, at the present day of the workspace. */
export async function checkProject(grant: ProjectGrant, mode: 'draft' | 'full', stage?: Stage): Promise<CheckReport> {
  const worksheet = readWorksheet(await readDraft(grant));
  return runChecks(worksheet, { today: today(grant), mode, ...(stage !== undefined && { stage }) });
}

/** The document as it would be handed out now, with its open threads: the same model for every format. */
export async function documentOf(grant: ProjectGrant, profile: DocumentProfile): Promise<DesignDocument> {
  const draft = await readFileDraft(grant);
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: today(grant), mode: 'full' });
  return buildDocument({ title: draft.title, worksheet, draft, report, profile });
}

/** The plain date that a calendar of the workspace shows now. */
export function today(grant: ProjectGrant): string {
  return dayIn(grant.workspace.timeZone, new Date());
}

/** The plain date (2027-01-15) that a calendar in this zone shows. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}
