import { beforeAll, describe, expect, test } from 'vitest';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { CheckReport, Finding } from '#lib/domain/checks/report.ts';
import { parseFile, writeFile } from '#lib/domain/worksheets/file.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { codeOf } from '#test/code-of.ts';
import { editorWorld } from '#test/editor-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { transaction } from '../db.ts';
import type { Actor } from './actor.ts';
import { listProjectEvents } from './events.ts';
import { guard, readAgain, type Grant } from './grants.ts';
import { insertProject } from './projects.ts';
import { checkProject, documentOf } from './reports.ts';
import { acceptFinding, changeWaiver, withdrawWaiver } from './waivers.ts';
import { beforeEdits, editWorksheet } from './worksheet-edits.ts';
import { readDraft } from './worksheet-files.ts';
import { writeSections } from './worksheets.ts';

await serveTestDatabase();

let actor: Actor;
let workspace: { id: string; slug: string };

beforeAll(async () => {
  ({ workspace, actor } = await editorWorld());
});

const at = { check: 'FRM-02', path: 'framing.loss' };

/** A project in which the loss does not fit the task. */
async function project(): Promise<Grant<'project.edit'>> {
  const { slug } = await transaction(async (tx) => {
    const made = { workspaceId: workspace.id, by: actor.userId, title: 'Fraud', visibility: 'workspace' } as const;
    const row = await insertProject(tx, made);
    await writeSections(tx, row.id, { framing: { taskType: 'regression', loss: 'hinge' } });
    return row;
  });
  return guard('project.edit', actor, { workspace: workspace.slug, project: slug });
}

/** Somebody else who may edit the same project. */
const asSomebodyElse = (grant: Grant<'project.edit'>): Grant<'project.edit'> => ({
  ...grant,
  actor: { ...grant.actor, name: 'Head of payments' },
});

async function reports(grant: Grant<'project.edit'>): Promise<CheckReport> {
  return checkProject(grant, 'draft');
}

async function read(grant: Grant<'project.edit'>): Promise<Pick<Finding, 'valueHash'> & typeof at> {
  const finding = (await reports(grant)).findings.find(({ rule }) => rule === at.check);
  return { ...at, valueHash: finding?.valueHash ?? '' };
}

async function setLoss(grant: Grant<'project.edit'>, value: string, before: string): Promise<void> {
  const ops = [{ id: crypto.randomUUID(), kind: 'set', path: at.path, base: valueHash(before), value }] as const;
  await editWorksheet(grant, ops, await readAgain(grant, beforeEdits(ops)));
}

async function typesOf(grant: Grant<'project.edit'>): Promise<string[]> {
  return (await listProjectEvents(grant, { limit: 10 })).map(({ type }) => type);
}

describe('accepting a finding', () => {
  test('is kept with its author and told in the log, and the rest of the file stays', async () => {
    const grant = await project();
    await transaction((tx) => writeSections(tx, grant.project.id, { file: { appendix: 'Kept.' } }));
    await acceptFinding(grant, await read(grant), { reason: 'A trial', expires: '2999-01-01' });
    const { findings, waived } = await reports(grant);
    expect(findings).toEqual([]);
    expect(waived).toMatchObject([{ waiver: { state: 'accepted', by: actor.name, expires: '2999-01-01' } }]);
    expect((await readDraft(grant)).appendix).toBe('Kept.');
    const [newest] = await listProjectEvents(grant, { limit: 1 });
    expect(newest).toMatchObject({
      type: 'waiver.accepted',
      actor: { id: actor.userId },
      payload: { before: null, after: { ...at, reason: 'A trial' }, message: waived[0]?.message },
    });
  });

  test('is the same in the document, and in a file on the command line', async () => {
    const grant = await project();
    await acceptFinding(grant, await read(grant), { reason: 'A trial', expires: '2999-01-01' });
    const document = JSON.stringify(await documentOf(grant, 'full'));
    expect(document).toContain(`A trial (${actor.name}, until 1 Jan 2999)`);
    const { draft, problems } = parseFile(writeFile(await readDraft(grant), 'yaml'), 'yaml');
    expect(problems).toEqual([]);
    const report = runChecks(readWorksheet(draft), { today: '2998-12-31', mode: 'draft' });
    expect(report.waived).toEqual((await reports(grant)).waived);
  });

  test('ends when a value changes, and holds again when it is accepted anew', async () => {
    const grant = await project();
    await acceptFinding(grant, await read(grant), { reason: 'A trial' });
    await setLoss(grant, 'contrastive', 'hinge');
    expect((await reports(grant)).findings).toMatchObject([{ waiver: { state: 'value-changed', reason: 'A trial' } }]);
    await acceptFinding(grant, await read(grant), { reason: 'Another trial' });
    expect((await readDraft(grant)).waivers).toMatchObject([{ reason: 'Another trial' }]);
    expect((await reports(grant)).findings).toEqual([]);
  });

  test('is refused, with nothing written, when a value has changed since it was read', async () => {
    const grant = await project();
    const before = await read(grant);
    await setLoss(grant, 'contrastive', 'hinge');
    expect(await codeOf(acceptFinding(grant, before, { reason: 'A trial' }))).toBe('conflict');
    expect((await readDraft(grant)).waivers).toBeUndefined();
    expect(await typesOf(grant)).toEqual(['worksheet.edited', 'project.created']);
  });

  test('by two people at the same moment: one is first, the other is told by whom', async () => {
    const grant = await project();
    const finding = await read(grant);
    const outcomes = await Promise.allSettled([
      acceptFinding(grant, finding, { reason: 'Mine' }),
      acceptFinding(asSomebodyElse(grant), finding, { reason: 'Theirs' }),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    const [kept, ...more] = (await readDraft(grant)).waivers ?? [];
    expect(more).toEqual([]);
    expect(refused.map(({ reason }) => String(reason))).toEqual([
      `AppError: ${kept?.by} has accepted this already: ‘${kept?.reason}’.`,
    ]);
  });

  test('that came twice, because the answer was lost, is written once', async () => {
    const grant = await project();
    const finding = await read(grant);
    await acceptFinding(grant, finding, { reason: 'A trial' });
    await acceptFinding(grant, finding, { reason: 'A trial' });
    expect(await typesOf(grant)).toEqual(['waiver.accepted', 'project.created']);
  });

  test('and an edit elsewhere at the same moment both hold', async () => {
    const grant = await project();
    const finding = await read(grant);
    const ops = [
      { id: crypto.randomUUID(), kind: 'set', path: 'business.objective', base: '', value: 'Less' },
    ] as const;
    const before = await readAgain(grant, beforeEdits(ops));
    await Promise.all([acceptFinding(grant, finding, { reason: 'A trial' }), editWorksheet(grant, ops, before)]);
    const { sections, waivers } = await readDraft(grant);
    expect([sections['business'], waivers]).toMatchObject([{ objective: 'Less' }, [{ reason: 'A trial' }]]);
  });
});

describe('an accepted finding', () => {
  test('can be given other words and another end, and be withdrawn', async () => {
    const grant = await project();
    await acceptFinding(grant, await read(grant), { reason: 'A trial', expires: '2999-01-01' });
    const was = { reason: 'A trial', expires: '2999-01-01' };
    await changeWaiver(asSomebodyElse(grant), { ...at, was }, { reason: 'For good' });
    expect((await reports(grant)).waived[0]?.waiver).toEqual({
      state: 'accepted',
      path: at.path,
      reason: 'For good',
      by: 'Head of payments',
    });
    expect(await codeOf(withdrawWaiver(grant, { ...at, was }))).toBe('conflict');
    await withdrawWaiver(grant, { ...at, was: { reason: 'For good' } });
    expect((await reports(grant)).findings).toMatchObject([{ rule: at.check }]);
    expect(await typesOf(grant)).toEqual(['waiver.withdrawn', 'waiver.changed', 'waiver.accepted', 'project.created']);
  });
});
