import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { checkPlanted } from './planted-project.ts';

const reports = resolve(import.meta.dirname, '../../scripts/steps/reports.mjs');

/** Runs `program` as a suite of `npm test` and returns the tally that it was counted as. */
async function tallyOf(
  program: string,
  read: 'readVitestReport' | 'readPlaywrightReport',
  limitMs = 60_000,
): Promise<unknown> {
  const { output } = await checkPlanted(
    {
      'program.mjs': program,
      'count.mjs': `
        import { runSuite, ${read} as read } from '${reports}';
        const suite = { name: 'tried', program: ['program.mjs'], report: 'report.json', read, root: process.cwd(), show: false, limitMs: ${limitMs} };
        console.log('\\n' + JSON.stringify(await runSuite(suite)));`,
    },
    ['./count.mjs'],
  );
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? 'null');
}

const writes = (report: object, code = 0) =>
  `import { writeFileSync } from 'node:fs';
   writeFileSync('report.json', '${JSON.stringify(report)}');
   process.exitCode = ${code};`;

const vitest = (passed: number, failed: number, testResults: object[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
});
const playwright = (expected: number, unexpected: number, errors: object[] = []) => ({
  stats: { expected, unexpected, flaky: 0, skipped: 0 },
  errors,
});

it.each([
  ['counts what passed', writes(vitest(7, 0)), { passed: 7, failed: 0 }],
  ['counts what failed', writes(vitest(5, 2), 1), { passed: 5, failed: 2 }],
  ['counts a crash before any report', 'process.exit(3);', { passed: 0, failed: 1 }],
  ['counts a crash that looks like success', '', { passed: 0, failed: 1 }],
  ['counts a suite that ran nothing', writes(vitest(0, 0)), { passed: 0, failed: 1 }],
  ['counts an exit code that no test explains', writes(vitest(7, 0), 1), { passed: 7, failed: 1 }],
  [
    'counts a file that could not be loaded',
    writes(vitest(7, 0, [{ status: 'failed', assertionResults: [] }]), 1),
    { passed: 7, failed: 1 },
  ],
])('a vitest suite: %s', async (_what, program, tally) => {
  expect(await tallyOf(program, 'readVitestReport')).toEqual(tally);
});

it.each([
  ['counts what passed and failed', writes(playwright(3, 1), 1), { passed: 3, failed: 1 }],
  ['counts an error outside of the tests', writes(playwright(3, 0, [{}]), 1), { passed: 3, failed: 1 }],
])('a browser suite: %s', async (_what, program, tally) => {
  expect(await tallyOf(program, 'readPlaywrightReport')).toEqual(tally);
});

/** What is left behind ends when its folder is removed, which comes after the suite was seen to end. */
const LEAVES_A_PROCESS = `
  import { spawn } from 'node:child_process';
  const left = "const { existsSync } = require('node:fs'); setInterval(() => existsSync('report.json') || process.exit(), 50)";
  spawn(process.execPath, ['-e', left], { stdio: 'inherit', detached: true }).unref();`;

it('a suite that leaves a process behind ends all the same', async () => {
  const program = `${writes(vitest(7, 0))} ${LEAVES_A_PROCESS}`;
  expect(await tallyOf(program, 'readVitestReport')).toEqual({ passed: 7, failed: 0 });
});

it('a suite that does not end is ended, and counts as failed beside what it reported', async () => {
  const program = `${writes(vitest(7, 0))} setTimeout(() => {}, 3_600_000);`;
  expect(await tallyOf(program, 'readVitestReport', 1_500)).toEqual({ passed: 7, failed: 1 });
});
