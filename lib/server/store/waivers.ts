import * as edits from '#lib/domain/checks/waiver-edits.ts';
import type { FindingRead, WaiverEdit, WaiverRead, WaiverWords } from '#lib/domain/checks/waiver-edits.ts';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet, Waiver } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { command, type EventType } from './events.ts';
import type { Grant } from './grants.ts';
import { today } from './reports.ts';
import { draftOf } from './worksheet-files.ts';
import { readSectionsIn, restOfFile, writeSections } from './worksheets.ts';

/**
 * Accepts a finding, as somebody read it, of the worksheet as it stands: the checks run while nobody else can edit.
 * @throws AppError conflict where the finding is no longer what it was, or was accepted already
 */
export async function acceptFinding(
  grant: Grant<'project.edit'>,
  read: FindingRead,
  words: WaiverWords,
): Promise<void> {
  await editWaivers(grant, 'waiver.accepted', (draft) => {
    const signed = signedBy(grant);
    const report = runChecks(readWorksheet(draft), { today: signed.today, mode: 'full' });
    return edits.acceptFinding(report, draft.waivers ?? [], read, { ...words, ...signed });
  });
}

/** @throws AppError conflict where somebody else has changed or withdrawn it */
export async function changeWaiver(grant: Grant<'project.edit'>, read: WaiverRead, words: WaiverWords): Promise<void> {
  await editWaivers(grant, 'waiver.changed', (draft) =>
    edits.changeWaiver(draft.waivers ?? [], read, { ...words, ...signedBy(grant) }),
  );
}

/** @throws AppError conflict where somebody else has changed or withdrawn it */
export async function withdrawWaiver(grant: Grant<'project.edit'>, read: WaiverRead): Promise<void> {
  await editWaivers(grant, 'waiver.withdrawn', (draft) => edits.withdrawWaiver(draft.waivers ?? [], read));
}

function signedBy(grant: Grant<'project.edit'>): edits.Signed {
  return { by: grant.actor.name, today: today(grant) };
}

/** One waiver at a time, whatever else is edited: the stream's counter is held from the reading to the writing. */
async function editWaivers(
  { workspace, project, actor }: Grant<'project.edit'>,
  type: EventType,
  edit: (draft: DraftWorksheet) => WaiverEdit | null,
): Promise<void> {
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, append) => {
    const stored = await readSectionsIn(tx, project.id);
    const made = edit(draftOf(project.title, stored));
    if (made === null) return;
    const rest = { ...stored[restOfFile]?.value, waivers: made.waivers.map(asJson) };
    await writeSections(tx, project.id, { [restOfFile]: rest });
    await append({ type, payload: payloadOf(made) });
  });
}

function payloadOf({ before, after, message }: WaiverEdit): JsonObject {
  return {
    before: before && asJson(before),
    after: after && asJson(after),
    ...(message !== undefined && { message }),
  };
}

function asJson(waiver: Waiver): JsonObject {
  return { ...waiver };
}
