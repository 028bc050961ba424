import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs a program to its end and keeps what it said, so that output of programs that run side by side does not mix.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, show?: boolean }} options show: pass the output on while it comes
 * @returns {Promise<{ ok: boolean, output: string, ms: number }>}
 */
export function run(command, args, { cwd, env = {}, show = false }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment(cwd), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.on('data', (chunk) => {
        chunks.push(chunk);
        if (show) to.write(chunk);
      });
    }
    const end = (ok, extra = '') =>
      resolve({ ok, output: Buffer.concat(chunks).toString() + extra, ms: performance.now() - started });
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('close', (code) => end(code === 0));
  });
}

/** The pinned Node and the project's own tools come first; none of them reports home or asks the network anything. */
function environment(cwd) {
  return {
    ...process.env,
    PATH: `${join(cwd, 'node_modules/.bin')}:${process.env.PATH ?? ''}`,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    NO_UPDATE_NOTIFIER: '1',
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
  };
}
