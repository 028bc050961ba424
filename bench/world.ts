import { as, createPerson, createWorkspaceFor, type Person } from '../e2e/fixtures/people.ts';
import { startWorkerServer } from '../e2e/fixtures/worker-server.ts';
import { closeDatabase } from '#lib/server/db.ts';
import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';
import type { PlumblineProcess } from '#test/plumbline-process.ts';

/** An edit counts as saved when it would outlive a power cut, for the product and for its reference alike. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** What the benchmarks of the server run against: the production build over a durable database of its own. */
export interface World {
  readonly server: PlumblineProcess;
  readonly person: Person;
  readonly workspace: string;
  /** Starts a project. @returns its slug */
  project(title: string): Promise<string>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const postgres = await startTemporaryPostgres(undefined, DURABLE);
  const server = await startWorkerServer(
    'plumbline_bench',
    { administratorUrl: postgres.administratorUrl('postgres'), applicationUrl: postgres.databaseUrl('postgres') },
    {},
  );
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  return {
    server,
    person,
    workspace,
    project: async (title) => (await as(person).projects.create({ workspace, title })).slug,
    close: async () => {
      await closeDatabase();
      await server.stop();
      await postgres.stop();
    },
  };
}
