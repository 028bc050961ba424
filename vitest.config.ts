import { defineConfig } from 'vitest/config';

// Tests run in a time zone with a 45-minute offset, so that code which assumes UTC fails here and not at a customer.
process.env.TZ = 'Pacific/Chatham';

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
        },
      },
      {
        test: {
          name: 'database',
          include: ['lib/server/**/*.test.ts', 'prisma/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['test/database-server.ts'],
          environment: 'node',
        },
      },
      {
        test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], environment: 'node' },
      },
    ],
  },
});
