import type { Visibility } from '#lib/domain/access/membership.ts';
import type { MemberRole } from '#lib/domain/access/roles.ts';
import { AppError } from '#lib/domain/errors.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import type { Transaction } from '../db.ts';
import { command } from './events.ts';
import type { Grant, Reading } from './grants.ts';
import { demandPerson, goneFrom, type Gone } from './people.ts';

/** Who answers for a section. */
export interface SectionOwner {
  readonly section: string;
  /** Null once the account itself is gone. */
  readonly id: string | null;
  readonly name: string;
  readonly gone: Gone;
}

interface StoredOwner {
  readonly section: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly role: MemberRole | null;
  readonly named: boolean;
  readonly visibility: Visibility;
}

/** The owners of a project, for the guard to ask along with the right. */
export function readingOwners(): Reading<readonly SectionOwner[]> {
  return {
    name: 'section-owners',
    text: () => `(SELECT jsonb_agg(jsonb_build_object('section', o."section", 'id', u."id", 'name', u."name",
        'role', m."role", 'named', pm."userId" IS NOT NULL, 'visibility', p."visibility"))
      FROM "SectionOwner" o
      JOIN "Project" p ON p."id" = o."projectId"
      LEFT JOIN "User" u ON u."id" = o."userId"
      LEFT JOIN "Membership" m ON m."workspaceId" = p."workspaceId" AND m."userId" = u."id"
      LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = u."id"
      WHERE o."projectId" = place."id")`,
    values: [],
    read(found) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the statement above says what it yields
      const rows = (found ?? []) as readonly StoredOwner[];
      return rows.map((row) => ({
        section: row.section,
        id: row.id,
        name: row.name ?? 'a former member',
        gone: goneFrom(row),
      }));
    },
  };
}

export interface OwnerChange {
  readonly section: string;
  /** Null leaves the section without an owner. */
  readonly person: string | null;
  /** Who owned it when the caller looked, so that nobody takes a section from somebody they have not seen. */
  readonly was: string | null;
}

/** @throws AppError bad-input for a section or a person that is not there, conflict where somebody else was faster */
export async function setOwner(grant: Grant<'project.edit'>, change: OwnerChange): Promise<void> {
  const { workspace, project, actor } = grant;
  const title = titleOf(change.section);
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, append) => {
    const next = change.person === null ? null : await demandPerson(tx, grant, change.person);
    const stood = await ownerIn(tx, project.id, change.section);
    // The same answer twice, because the first was lost on its way.
    if (stood?.userId === next?.id) return;
    if ((stood?.userId ?? null) !== change.was) throw overtaken(title, stood?.user?.name);
    const where = { projectId_section: { projectId: project.id, section: change.section } };
    if (next === null) await tx.sectionOwner.delete({ where });
    else {
      const row = { projectId: project.id, section: change.section, userId: next.id };
      await tx.sectionOwner.upsert({ where, create: row, update: { userId: next.id } });
    }
    await append({
      type: 'project.ownerChanged',
      payload: {
        section: change.section,
        before: stood?.user ? { ...stood.user } : null,
        after: next && { id: next.id, name: next.name },
      },
    });
  });
}

async function ownerIn(tx: Transaction, projectId: string, section: string) {
  return tx.sectionOwner.findUnique({
    where: { projectId_section: { projectId, section } },
    select: { userId: true, user: { select: { id: true, name: true } } },
  });
}

function titleOf(section: string): string {
  const title = sectionByKey(section)?.title;
  if (title === undefined) {
    throw new AppError('bad-input', `There is no section ‘${section}’.`, { path: 'section' });
  }
  return title;
}

function overtaken(title: string, now: string | undefined): AppError {
  const state = now === undefined ? `‘${title}’ has no owner any more` : `${now} owns ‘${title}’ now`;
  return new AppError('conflict', `${state}: somebody changed it a moment ago. Choose again if you still want to.`);
}
