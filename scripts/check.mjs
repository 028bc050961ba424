// npm run check: types, lint, format, walls, dead code, structure. Installs and generates what they need first.
import { fileURLToPath } from 'node:url';
import { runChecks } from './steps/checks.mjs';
import { install } from './steps/install.mjs';
import { make } from './steps/make.mjs';
import { continueOnPinnedNode, onPinnedNode } from './steps/pinned-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!(await install(root))) process.exit(1);
if (onPinnedNode(root)) await check();
else continueOnPinnedNode(root);

async function check() {
  const made = (await make(root, 'database client')) && (await make(root, 'page types'));
  const results = made ? await runChecks(root) : [];
  process.exitCode = made && results.every(({ ok }) => ok) ? 0 : 1;
}
