import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DesignDocument } from '#lib/domain/documents/document.ts';
import { imageNames } from '#lib/domain/documents/image-names.ts';
import { noImages, type Images, type KeptImage } from '#lib/domain/images/image.ts';
import { canBeDrawn } from './drawable-image.ts';
import { chooseFonts } from './fonts.ts';
import { printDocument } from './print-model.ts';
import { collectCharacters, drawable } from './printable-text.ts';
import { projectRoot } from './project-root.ts';
import { shadowPath, templatePath, typstCompiler } from './typst-compiler.ts';

/**
 * The document as an accessible PDF (PDF/UA-1: tagged, with outline and language). The text reaches Typst as
 * JSON data and is never source. Same document, same bytes, on every machine: no date, no font of the system.
 * @throws when Typst refuses the template, which is a fault of this program and not of the document
 */
export async function renderPdf(document: DesignDocument, images: Images = noImages): Promise<Uint8Array> {
  const shown = new Map(imageNames(document).flatMap((name) => entryOf(images, name)));
  try {
    return await printed(document, shown);
  } catch (error) {
    const sound = await soundOnes(shown);
    // Damaged images come in files that somebody wrote; a document without one is better than none.
    if (sound.size === shown.size) throw error;
    return printed(document, sound);
  }
}

function entryOf(images: Images, name: string): (readonly [string, KeptImage])[] {
  const image = images.get(name);
  return image === undefined ? [] : [[name, image]];
}

async function soundOnes(images: Images): Promise<Images> {
  const sound = new Map<string, KeptImage>();
  for (const [name, image] of images) if (await canBeDrawn(image)) sound.set(name, image);
  return sound;
}

async function printed(document: DesignDocument, images: Images): Promise<Uint8Array> {
  const placed = Array.from(images, ([name, { type, width, height, size }], index) => {
    return [name, { type, width, height, size, path: templatePath(index) }] as const;
  });
  const model = printDocument(document, new Map(placed));
  const characters = new Set<number>();
  for (const text of stringsOf(model)) collectCharacters(text, characters);
  // Variables are drawn with letters of their own, which only the font for mathematics has (Unicode, U+1D400).
  if (JSON.stringify(model).includes('"formula":{"kind"')) characters.add(0x1d44e);
  const fonts = chooseFonts(characters);
  const data = JSON.stringify(model, (_key, value: unknown) =>
    typeof value === 'string' ? drawable(value, fonts.missing) : value,
  );
  const compiler = await typstCompiler(fonts.files);
  const inputs = { document: data, fallbacks: JSON.stringify(fonts.families) };
  try {
    for (const [index, image] of [...images.values()].entries()) {
      compiler.mapShadow(shadowPath(index), Buffer.from(image.data, 'base64'));
    }
    return compiler.pdf({ mainFileContent: template(), inputs }, { pdfStandard: 'ua-1' });
  } finally {
    compiler.resetShadow();
    // A document is seldom asked for twice, and its layout would stay in memory. Whoever waits does not wait for this.
    setImmediate(() => compiler.evictCache(0));
  }
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
