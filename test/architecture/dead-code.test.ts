import { expect, it } from 'vitest';
import { checkPlanted } from './planted-project.ts';

const knip = ['node_modules/knip/bin/knip.js', '--no-progress'] as const;

const used: Readonly<Record<string, string>> = {
  'lib/cli/main.ts': `import { mean } from '#lib/domain/stats/mean.ts';\nprocess.exitCode = mean([0]);\n`,
  'lib/domain/stats/mean.ts': 'export const mean = (values: readonly number[]): number => values.length;\n',
};

it('catches an unused file, export and dependency', async () => {
  const { code, output } = await checkPlanted(
    {
      ...used,
      'lib/domain/stats/alone.ts': 'export const alone = 1;\n',
      'lib/domain/stats/mean.ts': `${used['lib/domain/stats/mean.ts']}export const median = 1;\n`,
    },
    knip,
  );
  expect(code).not.toBe(0);
  expect(output).toMatch(/Unused files.*\n.*lib\/domain\/stats\/alone\.ts/);
  expect(output).toMatch(/median .*lib\/domain\/stats\/mean\.ts/);
  expect(output).toMatch(/Unused dependencies[^]*\bidb\b/);
});

it('finds no dead file where everything is used', async () => {
  const { output } = await checkPlanted(used, knip);
  expect(output).not.toContain('Unused files');
  expect(output).not.toContain('Unused exports');
});
