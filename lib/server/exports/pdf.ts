import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DesignDocument } from '#lib/domain/documents/document.ts';
import { chooseFonts, fontFile } from './fonts.ts';
import { printDocument } from './print-model.ts';
import { collectCharacters, drawable } from './printable-text.ts';
import { projectRoot } from './project-root.ts';

/** One compiler for each set of fonts: a set never changes, and reading ten megabytes of Chinese takes time. */
const compilers = new Map<string, NodeCompiler>();
const KEPT_COMPILERS = 3;

/**
 * The document as an accessible PDF (PDF/UA-1: tagged, with outline and language). The text reaches Typst as
 * JSON data and is never source. Same document, same bytes, on every machine: no date, no font of the system.
 * @throws when Typst refuses the template, which is a fault of this program and not of the document
 */
export async function renderPdf(document: DesignDocument): Promise<Uint8Array> {
  const printed = printDocument(document);
  const characters = new Set<number>();
  for (const text of stringsOf(printed)) collectCharacters(text, characters);
  const fonts = chooseFonts(characters);
  const data = JSON.stringify(printed, (_key, value: unknown) =>
    typeof value === 'string' ? drawable(value, fonts.missing) : value,
  );
  const compiler = await compilerFor(fonts.files);
  const inputs = { document: data, fallbacks: JSON.stringify(fonts.families) };
  try {
    return compiler.pdf({ mainFileContent: template(), inputs }, { pdfStandard: 'ua-1' });
  } finally {
    // A document is seldom asked for twice, and its layout would stay in memory.
    compiler.evictCache(0);
  }
}

async function compilerFor(files: readonly string[]): Promise<NodeCompiler> {
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
  const made = Compiler.create({ fontArgs: [{ fontBlobs: files.map(fontFile) }] });
  compilers.set(key, made);
  for (const stale of [...compilers.keys()].slice(0, -KEPT_COMPILERS)) compilers.delete(stale);
  return made;
}

let source: string | undefined;

function template(): string {
  source ??= readFileSync(join(projectRoot(), 'lib/server/exports/typst/document.typ'), 'utf8');
  return source;
}

function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* stringsOf(part);
}
