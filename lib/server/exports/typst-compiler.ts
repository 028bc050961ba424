import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFile } from './fonts.ts';

/** One compiler for each set of fonts: a set never changes, and reading ten megabytes of Chinese takes time. */
const compilers = new Map<string, NodeCompiler>();
const KEPT_COMPILERS = 3;

/** Files that a document reads are handed to the compiler; of the disk it sees nothing. */
const NOWHERE = '/nowhere';

/** Where to put the bytes of a file that a template reads as `/images/0`. */
export function shadowPath(index: number): string {
  return `${NOWHERE}${templatePath(index)}`;
}

export function templatePath(index: number): string {
  return `/images/${index}`;
}

/** A compiler that draws with these fonts, given as files below node_modules. */
export async function typstCompiler(files: readonly string[]): Promise<NodeCompiler> {
  const key = files.join('\n');
  const known = compilers.get(key);
  if (known !== undefined) {
    // A map lists its keys in the order of setting: the one used longest ago comes first.
    compilers.delete(key);
    compilers.set(key, known);
    return known;
  }
  // Loaded when the first PDF is asked for: the library is large, and most runs of the command line need none.
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const made = Compiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: files.map(fontFile) }] });
  compilers.set(key, made);
  for (const stale of [...compilers.keys()].slice(0, -KEPT_COMPILERS)) compilers.delete(stale);
  return made;
}
