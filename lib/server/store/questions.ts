import { labelAt } from '#lib/domain/checks/words/shown-value.ts';
import { AppError } from '#lib/domain/errors.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { applyOps, type Op, type OpOutcome } from '#lib/domain/worksheets/operations.ts';
import type { Transaction } from '../db.ts';
import { command } from './events.ts';
import type { Grant, Reading } from './grants.ts';
import { freshId } from './new-id.ts';
import { questionSubject, tell } from './notices.ts';
import { demandPerson, personAs } from './people.ts';
import { loggedEdit } from './worksheet-edits.ts';
import { draftOf } from './worksheet-files.ts';
import { readSectionsIn, writeSections, type StoredSections } from './worksheets.ts';

/** A question that goes to somebody, with the link to it. */
export interface NewQuestion {
  readonly path: string;
  readonly person: string;
  /** Plain date. */
  readonly by?: string | undefined;
  /** A sentence of whoever asks. */
  readonly note?: string | undefined;
  /** Hash of the value that the question was asked about, so that nobody's answer makes way unseen. */
  readonly base: string;
}

/**
 * Hands a field to somebody: it becomes "not known yet", with their name, and the log says who asked whom for what.
 * One command, so that there is no question without a field that says so.
 * @throws AppError bad-input, or conflict where the field has changed since it was looked at
 */
export async function askSomebody(grant: Grant<'project.edit'>, question: NewQuestion): Promise<void> {
  const { workspace, project, actor } = grant;
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, append) => {
    const person = await demandPerson(tx, grant, question.person);
    const stored = await readSectionsIn(tx, project.id);
    const op = opOf(question, person.name);
    const { sections, outcome } = applied(stored, op);
    if (outcome.inverse === undefined && (await isAskedAlready(tx, grant, question))) return;
    const [section = ''] = question.path.split('.');
    const value = sections[section] ?? {};
    if (outcome.inverse !== undefined) {
      await writeSections(tx, project.id, { [section]: value });
      await append({ type: 'worksheet.edited', payload: loggedEdit(op, outcome) });
    }
    const worksheet = readWorksheet(draftOf(project.title, { ...stored, [section]: { value } }));
    const label = labelAt(worksheet, question.path);
    const { path, by = null, note = null } = question;
    const asked = { id: person.id, name: person.name };
    const sequence = await append({ type: 'question.asked', payload: { path, label, person: asked, by, note } });
    const to = [{ userId: person.id, reason: 'question' as const }];
    await tell(tx, grant, { subject: questionSubject(path), label, sequence, to });
    await keepAsked(tx, grant, { path, label, who: person.name, by, note, askedId: person.id });
  });
}

function opOf({ path, by, base }: NewQuestion, who: string): Op {
  return { id: freshId(), kind: 'set', path, base, value: { unknown: { who, ...(by !== undefined && { by }) } } };
}

function applied(stored: StoredSections, op: Op) {
  const values = Object.fromEntries(Object.entries(stored).map(([section, { value }]) => [section, value]));
  const { sections, outcomes } = applyOps(values, [op]);
  const outcome = outcomes[0] ?? { id: op.id, outcome: 'refused', path: op.path };
  demandTaken(outcome);
  return { sections, outcome };
}

function demandTaken({ outcome, path, reason = '' }: OpOutcome): void {
  if (outcome === 'refused') {
    throw new AppError('bad-input', `Nobody can be asked about ‘${path}’. ${reason}`.trim(), { path: 'path' });
  }
  if (outcome === 'conflict') {
    throw new AppError('conflict', 'Somebody has changed this answer since you looked. Look at it again, then ask.');
  }
}

/** The same call twice, because the first answer was lost on its way. */
async function isAskedAlready(tx: Transaction, { project, actor }: Grant<'project.edit'>, question: NewQuestion) {
  const row = await tx.openQuestion.findUnique({
    where: { projectId_path: { projectId: project.id, path: question.path } },
  });
  return row?.askedId === question.person && row.askedById === actor.userId && row.note === (question.note ?? null);
}

interface AskedRow {
  readonly path: string;
  readonly label: string;
  readonly who: string;
  readonly by: string | null;
  readonly note: string | null;
  readonly askedId: string;
}

/** Of the sequence that the asking has just been given, so that no summary of what stood before takes it away. */
async function keepAsked(tx: Transaction, { project, actor }: Grant<'project.edit'>, row: AskedRow): Promise<void> {
  const { sequence } = await tx.eventStream.findUniqueOrThrow({ where: { id: project.id } });
  const now = { ...row, sequence, since: new Date(), askedById: actor.userId };
  await tx.openQuestion.upsert({
    where: { projectId_path: { projectId: project.id, path: row.path } },
    create: { projectId: project.id, ...now },
    update: now,
  });
}

/** How a question came to whoever reads it. */
export interface Asked {
  /** Null once their account is gone. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly note: string | null;
  /** ISO 8601; it comes out of a JSON value. */
  readonly at: string;
}

/** By whom somebody was asked, for the guard to ask along with the right; null where nobody was, or no longer is. */
export function readingAsked(path: string): Reading<Asked | null> {
  return {
    name: 'asked',
    text: (first) => `(SELECT jsonb_build_object('person', ${personAs('asked')}, 'by', ${personAs('asker')},
        'note', q."note", 'at', q."since")
      FROM "OpenQuestion" q
      LEFT JOIN "User" asked ON asked."id" = q."askedId"
      LEFT JOIN "User" asker ON asker."id" = q."askedById"
      WHERE q."projectId" = place."id" AND q."path" = $${first} AND (q."askedId" IS NOT NULL OR q."askedById" IS NOT NULL))`,
    values: [path],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement above says what it yields
    read: (found) => found as Asked | null,
  };
}
