import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the server (scripts/serve.ts) on the pinned Node until it ends, in a session of its own: so every signal, Ctrl-C
 * too, reaches it once and through here, whether it was sent by a terminal or to this process alone. The channel between
 * the two tells the server when this process dies, however it dies; then the server stops as well.
 *
 * @param {string} root
 * @param {readonly string[]} nodeFlags
 * @param {readonly string[]} args
 * @returns {{ ended: Promise<number>, stop(): void }} ended: the exit code
 */
export function runServer(root, nodeFlags, args) {
  const program = [...nodeFlags, join(root, 'scripts/serve.ts'), ...args];
  const child = spawn(join(root, 'node_modules/.bin/node'), program, {
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      // Stripping the types of some hundred files took half of a second start.
      NODE_COMPILE_CACHE: join(root, '.cache/compiled'),
      NODE_ENV: args.includes('--dev') ? 'development' : 'production',
    },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`The pinned Node does not start: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => {
      if (signal) console.error(`The server was ended by ${signal}; the next start takes its database over.`);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, pass);
  });
  return { ended, stop: () => child.kill('SIGTERM') };
}
