import { transaction } from '#lib/server/db.ts';
import type { Actor } from '#lib/server/store/actor.ts';
import { createWorkspace } from '#lib/server/store/setup.ts';
import { createUser } from '#lib/server/store/users.ts';

/** A workspace, and the one person in it as their requests are made. */
export async function editorWorld(): Promise<{ workspace: { id: string; slug: string }; actor: Actor }> {
  return transaction(async (tx) => {
    const person = { email: 'editor@example.org', name: 'Fraud data scientist' };
    const userId = await createUser(tx, person);
    const workspace = await createWorkspace(tx, { name: 'Risk models', ownerId: userId, demo: false });
    return { workspace, actor: { ...person, userId, via: { kind: 'session', sessionId: '' } } };
  });
}
