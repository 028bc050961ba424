// npm run bench [-- name …]: measures, prints a table and writes the same as JSON. Never fails for being slow.
import { fileURLToPath } from 'node:url';
import { runOnBuild } from './steps/run-on-build.mjs';

await runOnBuild(fileURLToPath(new URL('..', import.meta.url)), 'bench/main.ts');
