import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { proportionInterval } from '#lib/domain/calculators/proportion-interval.ts';
import { noImages } from '#lib/domain/images/image.ts';
import { writeProjectFile } from '#lib/domain/projects/project-file.ts';
import { prisma, transaction } from '#lib/server/db.ts';
import { listExamples } from '#lib/server/store/examples.ts';
import { freshId } from '#lib/server/store/new-id.ts';
import { hashSecret, newSecret } from '#lib/server/store/secrets.ts';
import { insertProject } from '#lib/server/store/projects.ts';
import { openSession } from '#lib/server/store/sessions.ts';
import type { Actor } from '#lib/server/store/actor.ts';
import { sentDecision } from './decision-drafts.ts';
import { exampleImages } from './example-images.ts';
import { addMember, as, createActor, password, type PermissionWorld } from './permission-world.ts';

/** How one procedure is called in the matrix: an input that succeeds for whoever has the right. */
export interface PermissionCase {
  /** `caller` is null for somebody without an account. Whatever is used up by the call is made afresh here. */
  readonly input: (world: PermissionWorld, caller: Actor | null) => Promise<object> | object;
  /** The same call with the id of something in another workspace. Required for every procedure that takes an id. */
  readonly foreign?: (world: PermissionWorld) => Promise<object> | object;
  /** Where even the right caller is refused in the matrix, and why: the code of the error. */
  readonly refusal?: string;
}

const { png } = exampleImages;

const nothingYet = { format: 'plumbline/v1', title: 'Account takeover', sections: {} } as const;
const projectFile = gzipSync(writeProjectFile(nothingYet, noImages, [])).toString('base64');

const nothing: PermissionCase = { input: () => ({}) };
const inWorkspace = ({ workspace }: PermissionWorld) => ({ workspace });
const inProject = ({ workspace, project }: PermissionWorld) => ({ workspace, project });

/** A project of the other workspace, asked for in our own. */
const foreignProject = ({ workspace, foreign }: PermissionWorld) => ({ workspace, project: foreign.project });

const ofProject: PermissionCase = { input: inProject, foreign: foreignProject };

async function anotherProject(
  world: PermissionWorld,
  caller: Actor | null,
): Promise<{ workspace: string; project: string }> {
  const by = world.people.owner.userId;
  const { slug, id } = await transaction((tx) =>
    insertProject(tx, { workspaceId: world.workspaceId, by, title: 'Chargeback', visibility: 'workspace' }),
  );
  const isGuest = caller !== null && caller.userId === world.people.guest.userId;
  if (isGuest) await prisma().projectMember.create({ data: { projectId: id, userId: caller.userId } });
  return { workspace: world.workspace, project: slug };
}

const wrongLoss = { check: 'FRM-02', path: 'framing.loss' };

/** A project in which the loss does not fit the task, and the finding as it is read there. */
async function projectWithFinding(world: PermissionWorld, caller: Actor | null) {
  const at = await anotherProject(world, caller);
  const values = { taskType: 'regression', loss: 'hinge' };
  const ops = Object.entries(values).map(([key, value]) => setField(`framing.${key}`, value));
  const owner = as(world.people.owner);
  await owner.worksheets.applyOps({ ...at, ops });
  const { findings } = await owner.checks.run(at);
  const valueHash = findings.find(({ rule }) => rule === wrongLoss.check)?.valueHash ?? '';
  return { ...at, ...wrongLoss, valueHash };
}

async function projectWithWaiver(world: PermissionWorld, caller: Actor | null) {
  const finding = await projectWithFinding(world, caller);
  const was = { reason: 'A trial' };
  await as(world.people.owner).waivers.accept({ ...finding, ...was });
  const { valueHash: _, ...at } = finding;
  return { ...at, was };
}

/** A thread of the caller's own, since authors may do with it what their role does not let them. */
function ofThread(
  input: object = {},
  prepare?: (world: PermissionWorld, at: { workspace: string; project: string; number: number }) => Promise<unknown>,
): PermissionCase {
  return {
    async input(world, caller) {
      const at = inProject(world);
      const mayComment = Object.values(world.people).some(
        (person) => person === caller && person !== world.people.stranger,
      );
      const author = caller !== null && mayComment ? caller : world.people.owner;
      const { number, comment } = await as(author).threads.open({
        ...at,
        path: '',
        body: 'Is this the right objective?',
      });
      await prepare?.(world, { ...at, number });
      return { ...at, number, comment, ...input };
    },
    foreign: (world) => ({ ...foreignProject(world), number: 1, comment: randomUUID(), ...input }),
  };
}

async function proposedDecision(world: PermissionWorld) {
  const at = inProject(world);
  const { number } = await as(world.people.owner).decisions.record({ ...at, content: sentDecision });
  return { at, number };
}

function ofDecision(
  input: object = {},
  prepare?: (world: PermissionWorld, at: { workspace: string; project: string; number: number }) => Promise<unknown>,
): PermissionCase {
  return {
    async input(world) {
      const { at, number } = await proposedDecision(world);
      await prepare?.(world, { ...at, number });
      return { ...at, number, ...input };
    },
    foreign: (world) => ({ ...foreignProject(world), number: 1, ...input }),
  };
}

async function anotherMember({ workspaceId }: PermissionWorld): Promise<string> {
  const actor = await createActor('Data engineer');
  await addMember(workspaceId, actor, 'viewer');
  return actor.userId;
}

async function invitation(workspaceId: string): Promise<{ id: string; token: string }> {
  const id = freshId();
  const token = newSecret();
  await prisma().invitation.create({
    data: { id, workspaceId, tokenHash: hashSecret(token), role: 'viewer', expiresAt: new Date(Date.now() + 60_000) },
  });
  return { id, token };
}

async function reset(userId: string): Promise<string> {
  const token = newSecret();
  await prisma().passwordReset.create({
    data: { id: freshId(), userId, tokenHash: hashSecret(token), expiresAt: new Date(Date.now() + 60_000) },
  });
  return token;
}

async function session(actor: Actor): Promise<string> {
  return openSession(actor.userId, { address: '192.0.2.2', userAgent: 'test' }, 'password');
}

async function token(actor: Actor): Promise<string> {
  const id = freshId();
  await prisma().apiToken.create({
    data: {
      id,
      userId: actor.userId,
      name: 'pipeline',
      scope: 'read',
      prefix: 'plumb_',
      tokenHash: hashSecret(newSecret()),
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  return id;
}

const owner = (world: PermissionWorld, caller: Actor | null) => caller ?? world.people.owner;

/** One entry a procedure, under its name in the registry. A procedure without one fails the test. */
export const permissionCases: Readonly<Record<string, PermissionCase>> = {
  'health.get': nothing,
  'setup.status': nothing,
  'setup.create': {
    input: () => ({ name: 'Somebody', email: 'somebody@example.org', password, workspace: 'Another' }),
    refusal: 'gone',
  },
  'account.get': nothing,
  'account.update': { input: () => ({ shortcuts: false }) },
  'account.changePassword': { input: () => ({ current: password, next: password }) },
  'account.requestReset': { input: () => ({ email: `${randomUUID()}@example.org` }) },
  'account.findReset': { input: () => ({ token: newSecret() }) },
  'account.resetPassword': {
    input: async () => ({ token: await reset((await createActor('Forgetful')).userId), password }),
  },
  'sessions.list': nothing,
  'sessions.revoke': {
    input: async (world, caller) => ({ id: await session(owner(world, caller)) }),
    foreign: async ({ people }) => ({ id: await session(people.stranger) }),
  },
  'sessions.revokeAll': { input: () => ({ keepPresent: true }) },
  'tokens.list': nothing,
  'tokens.create': { input: () => ({ name: 'pipeline', scope: 'read' }) },
  'tokens.revoke': {
    input: async (world, caller) => ({ id: await token(owner(world, caller)) }),
    foreign: async ({ people }) => ({ id: await token(people.stranger) }),
  },
  'workspaces.list': nothing,
  'workspaces.get': { input: inWorkspace },
  'workspaces.update': { input: (world) => ({ ...inWorkspace(world), name: 'Risk models' }) },
  'members.list': { input: inWorkspace },
  'members.changeRole': {
    input: async (world) => ({ ...inWorkspace(world), member: await anotherMember(world), role: 'reviewer' }),
    foreign: (world) => ({ ...inWorkspace(world), member: world.people.stranger.userId, role: 'viewer' }),
  },
  'members.remove': {
    input: async (world) => ({ ...inWorkspace(world), member: await anotherMember(world) }),
    foreign: (world) => ({ ...inWorkspace(world), member: world.people.stranger.userId }),
  },
  'members.resetLink': {
    input: async (world) => ({ ...inWorkspace(world), member: await anotherMember(world) }),
    foreign: (world) => ({ ...inWorkspace(world), member: world.people.stranger.userId }),
  },
  'invitations.list': { input: inWorkspace },
  'invitations.create': {
    input: (world) => ({ ...inWorkspace(world), role: 'viewer' }),
    foreign: (world) => ({ ...foreignProject(world), role: 'guest' }),
  },
  'invitations.revoke': {
    input: async (world) => ({ ...inWorkspace(world), id: (await invitation(world.workspaceId)).id }),
    foreign: async (world) => ({ ...inWorkspace(world), id: (await invitation(world.foreign.workspaceId)).id }),
  },
  'invitations.find': { input: async (world) => ({ token: (await invitation(world.workspaceId)).token }) },
  'invitations.accept': {
    async input(world) {
      const { token: link } = await invitation(world.workspaceId);
      return { token: link, account: { name: 'New member', email: `${randomUUID()}@example.org`, password } };
    },
  },
  'projects.list': { input: inWorkspace },
  'projects.portfolio': { input: inWorkspace },
  'projects.bringIn': { input: (world) => ({ ...inWorkspace(world), data: projectFile }) },
  'projects.create': { input: (world) => ({ ...inWorkspace(world), title: 'Account takeover' }) },
  'projects.get': ofProject,
  'projects.update': { input: (world) => ({ ...inProject(world), title: 'Card fraud' }), foreign: foreignProject },
  'projects.archive': { input: anotherProject, foreign: foreignProject },
  'projects.restore': { input: anotherProject, foreign: foreignProject },
  'projects.delete': { input: anotherProject, foreign: foreignProject },
  'projects.listMembers': ofProject,
  'projects.setMembers': {
    input: async (world, caller) => ({ ...(await anotherProject(world, caller)), members: [] }),
    foreign: (world) => ({ ...foreignProject(world), members: [] }),
  },
  'projects.findPeople': ofProject,
  'projects.setOwner': {
    input: async (world, caller) => ({ ...(await anotherProject(world, caller)), ...labelsTo(world), was: null }),
    foreign: (world) => ({ ...foreignProject(world), ...labelsTo(world), was: null }),
  },
  'projects.due': nothing,
  'projects.recent': nothing,
  'worksheets.get': ofProject,
  'worksheets.compare': {
    input: (world) => ({ ...inProject(world), from: 0 }),
    foreign: (world) => ({ ...foreignProject(world), from: 0 }),
  },
  'worksheets.moments': ofProject,
  'worksheets.applyOps': {
    input: (world) => ({ ...inProject(world), ops: [setObjective()] }),
    foreign: (world) => ({ ...foreignProject(world), ops: [setObjective()] }),
  },
  'worksheets.importFile': {
    input: async (world, caller) => ({ ...(await anotherProject(world, caller)), kind: 'yaml', text: file }),
    foreign: (world) => ({ ...foreignProject(world), kind: 'yaml', text: file }),
  },
  'images.add': {
    input: async (world, caller) => ({ ...(await anotherProject(world, caller)), data: png.data }),
    foreign: (world) => ({ ...foreignProject(world), data: png.data }),
  },
  'images.get': {
    async input(world) {
      await prisma().image.upsert({
        where: { projectId_name: { projectId: world.projectId, name: png.name } },
        create: { projectId: world.projectId, name: png.name, type: 'png', width: 7, height: 5, bytes: png.bytes },
        update: {},
      });
      return { ...inProject(world), name: png.name };
    },
    foreign: (world) => ({ ...foreignProject(world), name: png.name }),
  },
  'checks.run': ofProject,
  'waivers.accept': {
    input: async (world, caller) => ({ ...(await projectWithFinding(world, caller)), reason: 'A trial' }),
    foreign: (world) => ({ ...foreignProject(world), ...wrongLoss, valueHash: '', reason: 'A trial' }),
  },
  'waivers.change': {
    input: async (world, caller) => ({ ...(await projectWithWaiver(world, caller)), reason: 'A longer trial' }),
    foreign: (world) => ({ ...foreignProject(world), ...wrongLoss, was: { reason: 'A trial' }, reason: 'Longer' }),
  },
  'waivers.withdraw': {
    input: projectWithWaiver,
    foreign: (world) => ({ ...foreignProject(world), ...wrongLoss, was: { reason: 'A trial' } }),
  },
  'questions.ask': {
    input: async (world, caller) => ({ ...(await anotherProject(world, caller)), ...objectiveTo(world) }),
    foreign: (world) => ({ ...foreignProject(world), ...objectiveTo(world) }),
  },
  'questions.get': {
    input: (world) => ({ ...inProject(world), path: 'business.objective' }),
    foreign: (world) => ({ ...foreignProject(world), path: 'business.objective' }),
  },
  'questions.mine': nothing,
  'notices.list': nothing,
  'notices.markSeen': { input: () => ({}), foreign: () => ({ id: randomUUID() }) },
  'notices.stopMails': { input: () => ({ token: 'not one of ours' }), refusal: 'not-found' },
  'threads.people': ofProject,
  'threads.list': ofProject,
  'threads.get': ofThread(),
  'threads.open': {
    input: (world) => ({ ...inProject(world), path: 'business.objective', body: 'By when?' }),
    foreign: (world) => ({ ...foreignProject(world), path: '', body: 'By when?' }),
  },
  'threads.reply': ofThread({ body: 'By June.' }),
  'threads.changeComment': ofThread({ body: 'By when, and from what?' }),
  'threads.deleteComment': ofThread(),
  'threads.resolve': ofThread(),
  'threads.reopen': ofThread({}, async (world, at) => as(world.people.owner).threads.resolve(at)),
  'threads.classify': ofThread({ kind: 'issue' }),
  'threads.block': ofThread({ blocking: true }),
  'threads.move': ofThread({ path: 'metrics' }),
  'threads.markRead': ofThread({ sequence: 1 }),
  'decisions.list': ofProject,
  'decisions.ofWorkspace': { input: inWorkspace },
  'decisions.due': nothing,
  'decisions.get': ofDecision(),
  'decisions.record': {
    input: (world) => ({ ...inProject(world), content: sentDecision }),
    foreign: (world) => ({ ...foreignProject(world), content: sentDecision }),
  },
  'decisions.change': {
    async input(world) {
      const { at, number } = await proposedDecision(world);
      const { sequence } = await as(world.people.owner).decisions.get({ ...at, number });
      return { ...at, number, base: sequence, content: { ...sentDecision, title: 'Predict the median' } };
    },
    foreign: (world) => ({ ...foreignProject(world), number: 1, base: 1, content: sentDecision }),
  },
  'decisions.accept': ofDecision(),
  'decisions.reject': ofDecision(),
  'decisions.deprecate': ofDecision({}, (world, at) => as(world.people.owner).decisions.accept(at)),
  'decisions.supersede': {
    async input(world) {
      const [older, newer] = [await proposedDecision(world), await proposedDecision(world)];
      const { decisions } = as(world.people.owner);
      await decisions.accept({ ...older.at, number: older.number });
      await decisions.accept({ ...newer.at, number: newer.number });
      return { ...older.at, number: older.number, by: newer.number };
    },
    foreign: (world) => ({ ...foreignProject(world), number: 1, by: 2 }),
  },
  'decisions.link': ofDecision({ link: { kind: 'field', path: 'business.objective' } }),
  'decisions.unlink': ofDecision({ link: { kind: 'field', path: 'business.objective' } }),
  'documents.markdown': ofProject,
  'documents.html': ofProject,
  'documents.pdf': ofProject,
  'documents.file': ofProject,
  'documents.project': ofProject,
  'calculators.list': nothing,
  'calculators.run': { input: () => ({ id: proportionInterval.id, input: proportionInterval.example }) },
  'examples.list': nothing,
  'examples.get': { input: async () => ({ id: (await listExamples())[0]?.id ?? '' }) },
  'events.listProject': ofProject,
  'events.listWorkspace': { input: inWorkspace },
  'search.query': { input: (world) => ({ ...inWorkspace(world), query: 'fraud' }) },
};

function labelsTo({ people }: PermissionWorld) {
  return { section: 'labels', person: people.editor.userId };
}

function objectiveTo({ people }: PermissionWorld) {
  return { path: 'business.objective', person: people.editor.userId, base: '' };
}

function setObjective() {
  return setField('business.objective', 'Lower the loss');
}

function setField(path: string, value: string) {
  return { id: randomUUID(), kind: 'set' as const, path, base: '', value };
}

const file = 'format: plumbline/v1\ntitle: Chargeback\nsections: {}\n';
