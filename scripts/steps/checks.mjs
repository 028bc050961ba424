import { run } from './run.mjs';

/** What `npm run check` looks at, each a program that ends with 0 when there is nothing to say. */
const CHECKS = [
  { name: 'types', program: ['node_modules/typescript-7/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'types of the domain',
    program: ['node_modules/typescript-7/bin/tsc', '--noEmit', '-p', 'lib/domain/tsconfig.json'],
  },
  { name: 'lint', program: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'] },
  { name: 'format', program: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'walls', program: ['scripts/checks/walls.ts'] },
  { name: 'dead code', program: ['node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors', '--no-progress'] },
  { name: 'structure', program: ['scripts/checks/structure.ts'] },
];

/**
 * Runs every check, two at a time, and prints a line for each and the output of those that failed.
 *
 * @param {string} root
 * @returns {Promise<{ name: string, ok: boolean }[]>} in the order of the list
 */
export async function runChecks(root) {
  const results = [];
  const waiting = CHECKS.entries();
  const worker = async () => {
    for (const [index, { name, program }] of waiting) {
      const { ok, output, ms } = await run('node', program, { cwd: root });
      console.log(`${ok ? '✓' : '✗'} ${name}  ${(ms / 1000).toFixed(1)} s`);
      if (!ok) console.log(output);
      results[index] = { name, ok };
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}
