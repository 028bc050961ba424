import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a program that has ended may still have in its pipes arrives well within this. */
const LAST_WORDS_MS = 1_000;

/**
 * Runs a program to its end and keeps what it said, so that output of programs that run side by side does not mix.
 *
 * It ends when the program itself ends: a server that a test left behind holds the pipes open for as long as it lives,
 * and waiting for those would be waiting for ever. A program that is not done in time is killed with all that it started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, show?: boolean, limitMs?: number }} options
 *   show: pass the output on while it comes; limitMs: how long it may take, any time where absent
 * @returns {Promise<{ ok: boolean, output: string, ms: number }>}
 */
export function run(command, args, { cwd, env = {}, show = false, limitMs }) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...environment(cwd), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that one signal reaches everything that it started.
      detached: limitMs !== undefined,
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
    let lateness = '';
    const limit =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            lateness = `\nNot done after ${limitMs / 60_000} minutes, and ended.\n`;
            process.kill(-child.pid, 'SIGKILL');
          }, limitMs);
    const passOn = limitMs === undefined ? () => {} : endWithUs(child);
    const end = (ok, extra = '') => {
      clearTimeout(limit);
      passOn();
      for (const pipe of [child.stdout, child.stderr]) pipe.destroy();
      resolve({ ok, output: Buffer.concat(chunks).toString() + extra, ms: performance.now() - started });
    };
    child.on('error', (error) => end(false, `${error.message}\n`));
    child.on('exit', (code) => {
      const over = () => end(code === 0, lateness);
      const patience = setTimeout(over, LAST_WORDS_MS);
      child.once('close', () => {
        clearTimeout(patience);
        over();
      });
    });
  });
}

/** Ctrl-C and kill reach only our own group: hands them on to the child's. Returns how to stop doing so. */
function endWithUs(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const pass = (signal) => {
    process.kill(-child.pid, signal);
    process.exitCode = 1;
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
  };
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
