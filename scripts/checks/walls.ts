// Who may import whom: runs dependency-cruiser over the whole project and shows what breaks .dependency-cruiser.mjs.
// Usage: node scripts/checks/walls.ts   (in the project's root)
import { resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { projectFiles } from './project-files.ts';

const ROOMS = ['app', 'bench', 'components', 'e2e', 'examples', 'lib', 'prisma', 'scripts', 'test'];

const modules = projectFiles(process.cwd()).filter(
  (path) => ROOMS.includes(path.split('/')[0] ?? '') && /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'),
);

const config = await extractConfig(resolve('.dependency-cruiser.mjs'));
const { output } = await cruise(modules, {
  ...config.options,
  ruleSet: { forbidden: config.forbidden },
  validate: true,
});
if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');

const problems = [...missingModules(output), ...violations(output)];
for (const problem of problems) console.error(problem);
console.log(`${modules.length} modules, ${problems.length} broken walls`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** A tool that cannot read TypeScript cruises nothing and reports success; then the walls have not been looked at. */
function missingModules(result: ICruiseResult): string[] {
  const cruised = new Set(result.modules.map(({ source }) => source));
  if (modules.length === 0) return ['No module was found to cruise.'];
  return modules.filter((path) => !cruised.has(path)).map((path) => `${path}: was not cruised`);
}

function violations(result: ICruiseResult): string[] {
  return result.summary.violations.map(
    ({ from, to, rule, via }) =>
      `${from} → ${to}: ${rule.name}${via === undefined ? '' : ` (through ${via.map(({ name }) => name).join(', ')})`}`,
  );
}
