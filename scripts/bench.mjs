// npm run bench [-- name …]: measures, prints a table and writes the same as JSON. Never fails for being slow.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { install } from './steps/install.mjs';
import { make } from './steps/make.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const ready = (await install(root)) && (await make(root, 'database client')) && (await make(root, 'production build'));
if (ready) {
  const node = join(root, 'node_modules/.bin/node');
  const child = spawn(node, [join(root, 'bench/main.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} else {
  process.exitCode = 1;
}
