/**
 * Makes the web fonts in app/fonts from the packages source-sans, source-serif and source-code-pro.
 * Run `node scripts/fonts/subset.ts` after upgrading one of them and commit the result.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import subsetFont from 'subset-font';

import { renameFont } from './rename-font.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TARGET = path.join(ROOT, 'app/fonts');

/** What the product writes: ranges of code points, first and last. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1
  [0x100, 0x17f], // Latin Extended-A
  [0x192, 0x192], // the mark of a derived number
  [0x218, 0x21b], // Romanian comma below
  [0x2c6, 0x2dd], // spacing accents
  [0x300, 0x304], // combining accents
  [0x306, 0x30c],
  [0x327, 0x328],
  [0x370, 0x3ff], // Greek
  [0x1e9e, 0x1e9e], // capital sharp s
  [0x2000, 0x206f], // spaces, dashes, quotation marks, primes
  [0x2070, 0x209c], // superscripts and subscripts
  [0x20a0, 0x20bf], // currencies
  [0x2100, 0x214f], // letterlike symbols
  [0x2150, 0x215e], // fractions
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x2300, 0x23ff], // technical
  [0x25a0, 0x25ff], // geometric shapes
  [0x2713, 0x2717], // ticks and crosses
];

/** Alternates that nobody switches on cost a third of each file. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'lnum', 'pnum', 'tnum', 'frac', 'numr', 'dnom'];

interface Face {
  readonly source: string;
  readonly family: string;
  readonly style: string;
  readonly file: string;
  readonly axes: Readonly<Record<string, number | { min: number; max: number }>>;
}

const WEIGHTS = { min: 400, max: 700 };
/** One optical size, that of running text at 17 px: the whole axis would double the file. */
const TEXT_SIZE = 14;

const FACES: readonly Face[] = [
  {
    source: 'source-sans/VF/SourceSans3VF-Upright.ttf',
    family: 'Plumb Sans',
    style: 'Regular',
    file: 'plumb-sans.woff2',
    axes: { wght: WEIGHTS },
  },
  {
    source: 'source-serif/VAR/SourceSerif4Variable-Roman.ttf',
    family: 'Plumb Serif',
    style: 'Regular',
    file: 'plumb-serif.woff2',
    axes: { wght: WEIGHTS, opsz: TEXT_SIZE },
  },
  {
    source: 'source-serif/VAR/SourceSerif4Variable-Italic.ttf',
    family: 'Plumb Serif',
    style: 'Italic',
    file: 'plumb-serif-italic.woff2',
    axes: { wght: WEIGHTS, opsz: TEXT_SIZE },
  },
  {
    source: 'source-code-pro/VF/SourceCodeVF-Upright.ttf',
    family: 'Plumb Code',
    style: 'Regular',
    file: 'plumb-code.woff2',
    axes: { wght: WEIGHTS },
  },
];

const LICENCES = ['source-sans', 'source-serif', 'source-code-pro'] as const;

function wantedCharacters(): string {
  return RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, offset) => String.fromCodePoint(first + offset)),
  ).join('');
}

async function makeFace(face: Face, characters: string): Promise<void> {
  const original = await readFile(path.join(ROOT, 'node_modules', face.source));
  const subset = await subsetFont(renameFont(original, face.family, face.style), characters, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    noHinting: true,
    variationAxes: face.axes,
  });
  await writeFile(path.join(TARGET, face.file), subset);
  console.log(`${face.file}  ${Math.round(subset.length / 1024)} KB`);
}

async function writeLicence(): Promise<void> {
  const texts = await Promise.all(
    LICENCES.map((name) => readFile(path.join(ROOT, 'node_modules', name, 'LICENSE.md'), 'utf8')),
  );
  const copyrights = texts.map((text) => text.split('\n', 1)[0]);
  const licence = texts[0]?.split('\n').slice(1).join('\n').trim();
  await writeFile(
    path.join(TARGET, 'licence.txt'),
    [
      'Plumb Sans, Plumb Serif and Plumb Code are subsets of Source Sans 3, Source Serif 4 and Source Code Pro,',
      'renamed because their licence reserves the name "Source" for unmodified files.',
      '',
      ...copyrights,
      '',
      licence,
      '',
    ].join('\n'),
  );
}

await mkdir(TARGET, { recursive: true });
const characters = wantedCharacters();
for (const face of FACES) await makeFace(face, characters);
await writeLicence();
