// npm run screenshots [-- name …]: a picture of every page, wide and narrow, light and dark, in .cache/screenshots.
import { fileURLToPath } from 'node:url';
import { runOnBuild } from './steps/run-on-build.mjs';

await runOnBuild(fileURLToPath(new URL('..', import.meta.url)), 'e2e/screenshots.ts');
