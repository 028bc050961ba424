import * as changes from '#lib/domain/decisions/decision-changes.ts';
import { acceptDecision, planToSupersede, supersedeDecision } from '#lib/domain/decisions/supersession.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import type { Decision, DecisionContent } from '#lib/domain/worksheets/decision.ts';
import type { Transaction } from '../db.ts';
import { linksTo, type AskedLink } from './decision-links.ts';
import {
  decisionsIn,
  findDecision,
  insertDecision,
  noDecision,
  tooMany,
  updateDecision,
  type KeptDecision,
} from './decision-rows.ts';
import { command, type EventType } from './events.ts';
import type { Grant } from './grants.ts';
import { today } from './reports.ts';

type Deciding = Grant<'decisions.write'>;

export interface NewDecision {
  /** Made by the client: the same record sent twice, because the first answer was lost, is written once. */
  readonly id?: string | undefined;
  readonly content: DecisionContent;
  /** Numbers of those that it supersedes, or is to supersede once it is accepted. */
  readonly supersedes: readonly number[];
  readonly links: readonly AskedLink[];
  /** Whether it is decided already, or put up for a decision. */
  readonly accepted: boolean;
}

/**
 * Writes the next record of a project.
 * @returns its number, given while nobody else can write one
 * @throws AppError bad-input, or conflict where what it supersedes is superseded already
 */
export async function recordDecision(grant: Deciding, asked: NewDecision): Promise<number> {
  return inProject(grant, async ({ tx, append, at }) => {
    const repeated = await recordedBefore(tx, grant, asked.id);
    if (repeated !== undefined) return repeated;
    await demandMembers(tx, grant, asked.content);
    const kept = await decisionsIn(tx, grant.project.id);
    if (kept.size >= limits.decisionsPerProject) throw tooMany();
    const number = Math.max(0, ...kept.keys()) + 1;
    const links = await linksTo(tx, grant, asked.links);
    const proposed = links.reduce(changes.linkDecision, changes.proposeDecision(number, asked.content));
    const planned = planToSupersede(byNumber(kept, proposed), number, asked.supersedes);
    const [decision = planned, ...older] = asked.accepted
      ? acceptDecision(byNumber(kept, planned), number, today(grant))
      : [planned];
    const { title, status } = decision;
    const sequence = await append('decision.recorded', { decision: number, title, status });
    await insertDecision(tx, grant.project.id, decision, { id: asked.id, by: grant.actor.userId, sequence, at });
    await writeSuperseded({ tx, append, at }, grant, older, number);
    return number;
  });
}

/** @throws AppError conflict once it is decided, or where somebody else has changed it since `base` */
export async function changeDecision(
  grant: Deciding,
  number: number,
  asked: Pick<NewDecision, 'content' | 'supersedes'> & { readonly base: number },
): Promise<void> {
  await inProject(grant, async ({ tx, append, at }) => {
    await demandMembers(tx, grant, asked.content);
    const kept = await decisionsIn(tx, grant.project.id);
    const stands = numbered(kept, number);
    const edited = changes.editDecision(stands.decision, asked.content);
    if (stands.sequence !== asked.base) {
      throw new AppError(
        'conflict',
        `Somebody has changed decision ${number} while you wrote. Look at what it says now.`,
        {
          number,
        },
      );
    }
    const decision = planToSupersede(byNumber(kept, edited), number, asked.supersedes);
    const sequence = await append('decision.changed', { decision: number, title: decision.title });
    await updateDecision(tx, grant.project.id, decision, { sequence, at });
  });
}

/** Accepts a proposed one, which supersedes what it named. @throws AppError bad-input where a choice or a reason is missing */
export async function accept(grant: Deciding, number: number): Promise<void> {
  await inProject(grant, async (work) => {
    const kept = await decisionsIn(work.tx, grant.project.id);
    numbered(kept, number);
    const [decision, ...older] = acceptDecision(byNumber(kept), number, today(grant));
    if (decision !== undefined) await write(work, grant, 'decision.accepted', decision);
    await writeSuperseded(work, grant, older, number);
  });
}

export async function reject(grant: Deciding, number: number): Promise<void> {
  await change(grant, number, 'decision.rejected', (decision) => changes.rejectDecision(decision, today(grant)));
}

export async function deprecate(grant: Deciding, number: number): Promise<void> {
  await change(grant, number, 'decision.deprecated', changes.deprecateDecision);
}

/** @throws AppError conflict where it is superseded already, or would come to supersede itself */
export async function supersede(grant: Deciding, older: number, newer: number): Promise<void> {
  await inProject(grant, async (work) => {
    const kept = await decisionsIn(work.tx, grant.project.id);
    numbered(kept, older);
    numbered(kept, newer);
    const [by, ...replaced] = supersedeDecision(byNumber(kept), older, newer);
    await writeSuperseded(work, grant, replaced, newer);
    const sequence = kept.get(newer)?.sequence ?? 0;
    if (by !== undefined) await updateDecision(work.tx, grant.project.id, by, { sequence, at: work.at });
  });
}

export async function link(grant: Deciding, number: number, asked: AskedLink): Promise<void> {
  await inProject(grant, async (work) => {
    const { decision } = await findDecision(work.tx, grant.project.id, number);
    const [made] = await linksTo(work.tx, grant, [asked]);
    const linked = made === undefined ? decision : changes.linkDecision(decision, made);
    if (linked !== decision) await write(work, grant, 'decision.linked', linked);
  });
}

export async function unlink(grant: Deciding, number: number, asked: AskedLink): Promise<void> {
  await inProject(grant, async (work) => {
    const { decision } = await findDecision(work.tx, grant.project.id, number);
    const end = asked.kind === 'field' ? { ...asked, label: '', value: null } : asked;
    const left = changes.unlinkDecision(decision, end);
    if (left.links.length < decision.links.length) await write(work, grant, 'decision.unlinked', left);
  });
}

/** One command with what all of its changes need. */
interface Work {
  readonly tx: Transaction;
  readonly append: (type: EventType, payload: JsonObject) => Promise<number>;
  readonly at: Date;
}

async function inProject<T>({ workspace, project, actor }: Deciding, work: (work: Work) => Promise<T>): Promise<T> {
  return command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, (tx, append) =>
    work({ tx, append: (type, payload) => append({ type, payload }), at: new Date() }),
  );
}

async function change(
  grant: Deciding,
  number: number,
  type: EventType,
  make: (decision: Decision) => Decision,
): Promise<void> {
  await inProject(grant, async (work) => {
    const { decision } = await findDecision(work.tx, grant.project.id, number);
    await write(work, grant, type, make(decision));
  });
}

async function write({ tx, append, at }: Work, grant: Deciding, type: EventType, decision: Decision): Promise<void> {
  const { number, title } = decision;
  const sequence = await append(type, { decision: number, title });
  await updateDecision(tx, grant.project.id, decision, { sequence, at });
}

async function writeSuperseded(
  { tx, append, at }: Work,
  grant: Deciding,
  older: readonly Decision[],
  by: number,
): Promise<void> {
  for (const decision of older) {
    const { number, title } = decision;
    const sequence = await append('decision.superseded', { decision: number, title, by });
    await updateDecision(tx, grant.project.id, decision, { sequence, at });
  }
}

function numbered(kept: ReadonlyMap<number, KeptDecision>, number: number): KeptDecision {
  const found = kept.get(number);
  if (found === undefined) throw noDecision(number);
  return found;
}

/** As the domain asks for them, with one that is not written yet. */
function byNumber(kept: ReadonlyMap<number, KeptDecision>, also?: Decision): ReadonlyMap<number, Decision> {
  const all = new Map([...kept].map(([number, { decision }]) => [number, decision]));
  return also === undefined ? all : all.set(also.number, also);
}

async function recordedBefore(tx: Transaction, grant: Deciding, id: string | undefined): Promise<number | undefined> {
  if (id === undefined) return undefined;
  const found = await tx.decision.findUnique({
    where: { id },
    select: { number: true, projectId: true, recordedBy: true },
  });
  if (found === null) return undefined;
  if (found.recordedBy !== grant.actor.userId || found.projectId !== grant.project.id) {
    throw new AppError('bad-input', 'This id is taken. Make a new one.', { path: 'id' });
  }
  return found.number;
}

/** People are named freely; an account beside a name has to be one of the workspace. */
async function demandMembers(tx: Transaction, { workspace }: Deciding, content: DecisionContent): Promise<void> {
  const people = [...content.makers, ...content.consulted, ...content.informed];
  const named = new Map(people.flatMap(({ name, member }) => (member === null ? [] : [[member, name]])));
  if (named.size === 0) return;
  const where = { workspaceId: workspace.id, userId: { in: [...named.keys()] } };
  const known = new Set(
    (await tx.membership.findMany({ where, select: { userId: true } })).map(({ userId }) => userId),
  );
  const stranger = [...named].find(([userId]) => !known.has(userId));
  if (stranger !== undefined) {
    throw new AppError('bad-input', `${stranger[1]} is not in the workspace.`, { path: 'makers' });
  }
}
