import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

/**
 * Runs an ES module in a Node of its own, which ends with the test at the latest. It gets pipes of its own: a process
 * that inherits vitest's and outlives its test keeps the whole run from ending.
 */
export function runProgram(program: string): ChildProcessByStdio<null, Readable, Readable> {
  return killedWithTest(
    spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Sees to it that a process that a test started does not outlive it, however the test ends. */
export function killedWithTest<C extends { kill(signal: 'SIGKILL'): boolean }>(child: C): C {
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}
