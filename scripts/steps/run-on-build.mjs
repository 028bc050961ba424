import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { make } from './make.mjs';

/**
 * Runs a script of the project on the pinned Node, once everything that the production server needs is there, and ends
 * as the script ends. The arguments of this process are handed on.
 *
 * @param {string} root
 * @param {string} script
 */
export async function runOnBuild(root, script) {
  const ready =
    (await install(root)) && (await make(root, 'database client')) && (await make(root, 'production build'));
  if (!ready) {
    process.exitCode = 1;
    return;
  }
  const program = [join(root, script), ...process.argv.slice(2)];
  const child = spawn(join(root, 'node_modules/.bin/node'), program, { cwd: root, stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
}
