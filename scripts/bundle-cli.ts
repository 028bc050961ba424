// Bundles the command line into one small program and lazily loaded parts, because stripping the types of all its
// sources at every start takes longer than the checks. Called by bin/plumbline when a source is newer.
// Usage: node scripts/bundle-cli.ts FOLDER
import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const folder = process.argv[2] ?? join(root, '.cache/cli');
const started = new Date();

const { outputFiles } = await build({
  entryPoints: [join(root, 'lib/cli/main.ts')],
  outdir: folder,
  bundle: true,
  splitting: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minifySyntax: true,
  charset: 'utf8',
  logLevel: 'error',
  // The YAML library asks for Node's own modules the old way.
  banner: {
    js: "import { createRequire as requireOfNode } from 'node:module'; const require = requireOfNode(import.meta.url);",
  },
  // Loads a native library by its place in node_modules.
  external: ['@myriaddreamin/typst-ts-node-compiler'],
});

// The entry comes last and in one move: two starts at once never see a half-written program.
const isEntry = (path: string): boolean => basename(path) === 'main.js';
for (const { path, contents } of outputFiles.toSorted((a, b) => Number(isEntry(a.path)) - Number(isEntry(b.path)))) {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  writeFileSync(half, contents);
  // As old as what was read: a source that changed meanwhile is newer.
  utimesSync(half, started, started);
  renameSync(half, path);
}
