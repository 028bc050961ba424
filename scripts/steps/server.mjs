import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

/**
 * Runs the server (scripts/serve.ts) on the pinned Node until it ends.
 *
 * The channel between the two tells the server when this process dies, however it dies; then the server stops as well.
 * Ctrl-C reaches both by itself, since both are in the terminal's foreground; other signals are passed on.
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
      NODE_ENV: args.includes('--dev') ? 'development' : 'production',
    },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const ignore = () => {};
  const pass = (signal) => child.kill(signal);
  process.on('SIGINT', ignore);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, pass);
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
    process.off('SIGINT', ignore);
    for (const signal of ['SIGTERM', 'SIGHUP']) process.off(signal, pass);
  });
  return { ended, stop: () => child.kill('SIGTERM') };
}
