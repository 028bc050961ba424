import { createHmac } from 'node:crypto';
import type { MemberRole } from '#lib/domain/access/roles.ts';
import { closeDatabase, prisma, transaction } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import type { Actor } from '#lib/server/store/actor.ts';
import { listExamples, type Example } from '#lib/server/store/examples.ts';
import { guard } from '#lib/server/store/grants.ts';
import { createProject } from '#lib/server/store/projects.ts';
import { createWorkspace } from '#lib/server/store/setup.ts';
import { createUser } from '#lib/server/store/users.ts';
import { contentToBegin } from '#lib/server/store/worksheet-files.ts';

interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: MemberRole;
}

const owner: DemoAccount = { email: 'owner@demo.local', name: 'Demo owner', role: 'owner' };
const others: readonly DemoAccount[] = [
  { email: 'editor@demo.local', name: 'Demo editor', role: 'editor' },
  { email: 'viewer@demo.local', name: 'Demo viewer', role: 'viewer' },
];

/**
 * Fills an empty database with a workspace that holds every example and says on every page that it is a demonstration, and prints its three
 * accounts. Run again it leaves everything as it stands and prints the same.
 */
export async function seedDemo(say: (line: string) => void = console.log): Promise<void> {
  const present = await prisma().workspace.findFirst({ where: { demo: true }, select: { id: true } });
  if (present === null) await fill();
  say('This is a demonstration. Its accounts:');
  for (const { email } of [owner, ...others]) say(`  ${email}   ${passwordOf(email)}`);
  await closeDatabase();
}

async function fill(): Promise<void> {
  const made = await transaction(async (tx) => {
    const ownerId = await createUser(tx, { ...owner, password: passwordOf(owner.email) });
    const workspace = await createWorkspace(tx, { name: 'Demo', ownerId, demo: true });
    for (const account of others) {
      const userId = await createUser(tx, { ...account, password: passwordOf(account.email) });
      await tx.membership.create({ data: { workspaceId: workspace.id, userId, role: account.role } });
    }
    return { ownerId, workspace: workspace.slug };
  });
  for (const example of await listExamples()) await fillExample(made, example);
}

async function fillExample(made: { ownerId: string; workspace: string }, { title, text }: Example): Promise<void> {
  const actor: Actor = {
    userId: made.ownerId,
    name: owner.name,
    email: owner.email,
    via: { kind: 'session', sessionId: '' },
  };
  const grant = await guard('projects.create', actor, { workspace: made.workspace });
  await createProject(grant, { title, visibility: 'workspace', ...contentToBegin(text, 'yaml') });
}

/** The same at every start, and different on every installation: it is derived from the installation's secret. */
function passwordOf(email: string): string {
  return createHmac('sha256', env().secret).update(`demo password of ${email}`).digest('base64url').slice(0, 16);
}
