import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LANDMARK = join('lib', 'server', 'exports', 'typst', 'document.typ');

let found: string | undefined;

/**
 * The folder that holds this source tree. The command line and the pages run as bundles from other folders,
 * so the place of this module says where to start looking, not where the files are.
 */
export function projectRoot(): string {
  found ??= [import.meta.dirname, process.cwd()].map(rootAbove).find((folder) => folder !== undefined);
  if (found === undefined) throw new Error(`The files of Plumbline were not found: no ${LANDMARK} above this program.`);
  return found;
}

function rootAbove(start: string | undefined): string | undefined {
  // Bundles may have no folder of their own to start from.
  for (let folder = start ?? ''; folder !== ''; folder = dirname(folder)) {
    if (existsSync(join(folder, LANDMARK))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
  return undefined;
}
