import { readFileSync, rmSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * How many tests passed and failed. What was skipped is in neither number.
 * @typedef {{ passed: number, failed: number }} Tally
 */

/**
 * Runs a test program and counts what its report says, not what it prints. A program that crashed, wrote no report or
 * ran nothing counts as one failed test, so that silence never looks like success; so does one that is not done in time,
 * as tests that hang can look like tests that take long for as long as anybody waits.
 *
 * @param {{ name: string, program: readonly string[], report: string, read: (report: any) => Tally, root: string, show: boolean, limitMs: number }} suite
 * @returns {Promise<Tally>}
 */
export async function runSuite({ name, program, report, read, root, show, limitMs }) {
  rmSync(report, { force: true });
  const { ok, output, ms } = await run('node', program, { cwd: root, show, limitMs });
  const tally = readReport(report, read);
  const silent = tally.passed + tally.failed === 0 || (!ok && tally.failed === 0);
  const result = silent ? { ...tally, failed: tally.failed + 1 } : tally;
  console.log(
    `${ok ? '✓' : '✗'} ${name}: ${result.passed} passed, ${result.failed} failed  ${(ms / 1000).toFixed(1)} s`,
  );
  if (!ok && !show) console.log(output);
  if (silent) console.log(`${name} ended without having run its tests.`);
  return result;
}

function readReport(path, read) {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** vitest's JSON. A file that could not even be loaded has no tests in it and is one failure. */
export function readVitestReport({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** Playwright's JSON. Retries are off, so a flaky test can't be; if there is one it failed. */
export function readPlaywrightReport({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
