// npm test: everything that must hold, from a clean clone. The last line counts what really ran.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChecks } from './steps/checks.mjs';
import { install } from './steps/install.mjs';
import { make } from './steps/make.mjs';
import { continueOnPinnedNode, onPinnedNode } from './steps/pinned-node.mjs';
import { readPlaywrightReport, readVitestReport, runSuite } from './steps/reports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const ONE_FAILED = { passed: 0, failed: 1 };
/** Several times what a suite takes on two slow cores. */
const SUITE_LIMIT_MS = 20 * 60_000;

if (!(await install(root))) end([ONE_FAILED]);
else if (onPinnedNode(root)) end(await runAll());
else continueOnPinnedNode(root);

async function runAll() {
  const made = await passes(async () => (await make(root, 'database client')) && make(root, 'page types'));
  if (made.failed > 0) return [made];
  const checks = (await runChecks(root)).map(({ ok }) => (ok ? { passed: 1, failed: 0 } : ONE_FAILED));
  const [build, pure] = await Promise.all([
    passes(() => make(root, 'production build')),
    vitest('unit and architecture tests', ['unit', 'architecture']),
  ]);
  const database = await vitest('database tests', ['database', 'database-15']);
  return [...checks, build, pure, database, build.failed > 0 ? ONE_FAILED : await browser()];
}

async function passes(work) {
  return (await work()) ? { passed: 1, failed: 0 } : ONE_FAILED;
}

function vitest(name, projects) {
  const report = join(root, '.cache/reports', `${projects.join('-')}.json`);
  const program = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'];
  return runSuite({
    name,
    program: [...program, `--outputFile.json=${report}`, ...projects.map((project) => `--project=${project}`)],
    report,
    read: readVitestReport,
    root,
    show: false,
    limitMs: SUITE_LIMIT_MS,
  });
}

function browser() {
  return runSuite({
    name: 'browser tests',
    program: ['node_modules/@playwright/test/cli.js', 'test'],
    report: join(root, '.cache/reports/e2e.json'),
    read: readPlaywrightReport,
    root,
    show: true,
    limitMs: SUITE_LIMIT_MS,
  });
}

function end(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  console.log(`tests: ${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}
