import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, type Ran } from './planted-project.ts';

const uses = (...paths: string[]) =>
  `${paths.map((path, at) => `import { value as v${at} } from '${path}';`).join('\n')}
export const value: number = ${paths.map((_, at) => `v${at}`).join(' + ') || '1'};\n`;

/** file → what it wrongly imports, and the wall that says so */
const violations: Readonly<Record<string, readonly [imports: string, wall: string]>> = {
  'app/page.tsx': ['#lib/server/store/projects.ts', 'wall-app'],
  'components/ui/button.tsx': ['#lib/paths.ts', 'wall-components-ui'],
  'components/ui/field.tsx': ['next/link', 'ui-knows-no-product'],
  'components/projects/list.tsx': ['#lib/server/procedures/projects.ts', 'wall-components-noun'],
  'lib/client/api.ts': ['#lib/server/procedures/registry.ts', 'wall-client'],
  'lib/cli/main.ts': ['#lib/server/env.ts', 'wall-cli'],
  'lib/server/procedures/projects.ts': ['#lib/server/db.ts', 'wall-procedures'],
  'lib/server/jobs/purge.ts': ['#lib/server/mail.ts', 'wall-jobs'],
  'lib/server/store/projects.ts': ['#lib/server/events.ts', 'wall-store'],
  'lib/server/exports/pdf.ts': ['#lib/server/env.ts', 'wall-exports'],
  'lib/domain/checks/metrics.ts': ['#lib/domain/documents/blocks.ts', 'domain-layer-checks'],
  'lib/domain/stats/mean.ts': ['#lib/domain/worksheets/definition.ts', 'domain-layer-stats'],
  'lib/domain/limits.ts': ['#lib/domain/access/roles.ts', 'domain-layer-foundation'],
  'lib/domain/calculators/sample-size.ts': ['node:fs', 'domain-is-pure'],
  'lib/domain/worksheets/definition.ts': ['react', 'domain-is-pure'],
  'lib/domain/documents/blocks.ts': ['#lib/server/env.ts', 'the-browser-never-reaches-the-server'],
  'lib/server/mail.ts': ['@prisma/client', 'prisma-has-two-importers'],
  'lib/server/events.ts': ['#test/factories.ts', 'no-import-of-tests'],
  'lib/format/dates.ts': ['./durations.ts', 'no-circles'],
  'lib/server/postgres.ts': ['./nowhere.ts', 'resolvable'],
  'lib/server/http.ts': ['fast-check', 'shipped-code-uses-shipped-packages'],
};

const circle = { 'lib/format/durations.ts': uses('./dates.ts') };

const clean: Readonly<Record<string, string>> = {
  'lib/paths.ts': uses(),
  'lib/domain/access/roles.ts': uses(),
  'lib/server/env.ts': uses(),
  'lib/server/db.ts': uses('./env.ts'),
  'lib/server/procedures/registry.ts': uses('./checks.ts'),
  'lib/server/procedures/checks.ts': uses('#lib/domain/access/roles.ts'),
  'test/factories.ts': uses('#lib/server/env.ts'),
};

describe('a planted violation of a wall', () => {
  let ran: Ran;
  beforeAll(async () => {
    const planted = Object.fromEntries(
      Object.entries(violations).map(([path, [imports]]): [string, string] => [path, uses(imports)]),
    );
    ran = await checkPlanted({ ...clean, ...circle, ...planted }, ['scripts/checks/walls.ts']);
  });

  it('fails the check', () => {
    expect(ran.code).toBe(1);
  });

  it.each(Object.entries(violations))('%s is caught', (path, [, wall]) => {
    const lines = ran.output.split('\n').filter((line) => line.startsWith(`${path} → `));
    expect(lines.map((line) => line.split(': ')[1]?.split(' ')[0])).toContain(wall);
  });
});

it('catches a leak that goes through another file', async () => {
  const { code, output } = await checkPlanted(
    {
      ...clean,
      'components/projects/list.tsx': uses('#lib/client/sorting.ts'),
      'lib/client/sorting.ts': uses('#lib/server/env.ts'),
    },
    ['scripts/checks/walls.ts'],
  );
  expect(code).toBe(1);
  expect(output).toContain('components/projects/list.tsx → lib/server/env.ts: the-browser-never-reaches-the-server');
});

it('lets types through, which are erased', async () => {
  const typed = `import type { value } from '#lib/server/procedures/registry.ts';\nexport type Api = typeof value;\n`;
  expect(await checkPlanted({ ...clean, 'lib/client/api.ts': typed }, ['scripts/checks/walls.ts'])).toMatchObject({
    code: 0,
  });
});

it('fails when nothing was cruised, or less than there is', async () => {
  const empty = await checkPlanted({}, ['scripts/checks/walls.ts']);
  expect(empty).toMatchObject({ code: 1, output: expect.stringContaining('No module was found') });
  const unread = await checkPlanted(
    { ...clean, '.dependency-cruiser.mjs': `export default { forbidden: [], options: { exclude: { path: 'env' } } };` },
    ['scripts/checks/walls.ts'],
  );
  expect(unread).toMatchObject({ code: 1, output: expect.stringContaining('lib/server/env.ts: was not cruised') });
});

it('passes a project that keeps to them', async () => {
  expect(await checkPlanted(clean, ['scripts/checks/walls.ts'])).toMatchObject({ code: 0 });
});
