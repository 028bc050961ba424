import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { as, createPerson, createWorkspaceFor, type Person } from '../e2e/fixtures/people.ts';
import { startWorkerServer } from '../e2e/fixtures/worker-server.ts';
import { closeDatabase } from '#lib/server/db.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import type { PlumblineProcess } from '#test/plumbline-process.ts';

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
  const dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  // mkdtemp closes the folder to the account that runs PostgreSQL for root.
  await chmod(dataFolder, 0o711);
  const postgres = await startPostgres({ dataFolder });
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
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
