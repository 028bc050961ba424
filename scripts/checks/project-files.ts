import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Made by a tool, never by hand: no check looks inside. */
const GENERATED = [
  'node_modules',
  '.git',
  '.next',
  '.cache',
  '.plumbline',
  'lib/server/generated',
  'test-results',
  'coverage',
];

/**
 * Every file of the project, as paths from its root with forward slashes, in a stable order.
 * Read from the folder and not from git, so that a new file is checked before it is added.
 */
export function projectFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .map((entry) => ({ entry, path: folder === '' ? entry.name : `${folder}/${entry.name}` }))
    .filter(({ path }) => !GENERATED.includes(path))
    .flatMap(({ entry, path }) => (entry.isDirectory() ? projectFiles(root, path) : [path]))
    .sort();
}
