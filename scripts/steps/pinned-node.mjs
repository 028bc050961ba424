import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/** True when this process already is the Node of node_modules, and not the system's own. */
export function onPinnedNode(root) {
  try {
    return realpathSync(process.execPath) === realpathSync(join(root, 'node_modules/.bin/node'));
  } catch {
    return false;
  }
}

/**
 * Runs the command that was given once more, on the pinned Node, and ends as it ends.
 * A signal to this process reaches the child; Ctrl-C does so by itself, since both are in the terminal's foreground.
 */
export function continueOnPinnedNode(root) {
  const child = spawn(join(root, 'node_modules/.bin/node'), process.argv.slice(1), { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`The pinned Node does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
}
