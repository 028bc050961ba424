import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codePointsOf } from './font-coverage.ts';
import { projectRoot } from './project-root.ts';

/** The faces of the look: reading, interface, paths. Every document loads them. */
const baseFiles = [
  'source-serif/TTF/SourceSerif4-Regular.ttf',
  'source-serif/TTF/SourceSerif4-It.ttf',
  'source-serif/TTF/SourceSerif4-Semibold.ttf',
  'source-serif/TTF/SourceSerif4-SemiboldIt.ttf',
  'source-sans/TTF/SourceSans3-Regular.ttf',
  'source-sans/TTF/SourceSans3-It.ttf',
  'source-sans/TTF/SourceSans3-Semibold.ttf',
  'source-code-pro/TTF/SourceCodePro-Regular.ttf',
] as const;

interface FallbackFont {
  /** As the font itself calls it. */
  readonly family: string;
  readonly regular: string;
  readonly semibold?: string;
}

/**
 * Loaded only by documents that need them, in the order in which they are asked for a character. Scripts come before
 * symbols: the mathematical font has Arabic letters too, but none that join.
 */
const fallbackFonts: readonly FallbackFont[] = [
  google(
    'Noto Naskh Arabic',
    'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
    'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf',
  ),
  google(
    'Noto Serif Hebrew',
    'noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
    'noto-serif-hebrew/600SemiBold/NotoSerifHebrew_600SemiBold.ttf',
  ),
  google(
    'Noto Sans Devanagari',
    'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
    'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf',
  ),
  google('Noto Sans Math', 'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf'),
  google('Noto Sans Symbols 2', 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'),
  google('Noto Emoji', 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
  google(
    'Noto Sans SC',
    'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
  ),
  google(
    'NanumMyeongjo',
    'nanum-myeongjo/400Regular/NanumMyeongjo_400Regular.ttf',
    'nanum-myeongjo/700Bold/NanumMyeongjo_700Bold.ttf',
  ),
];

function google(family: string, regular: string, semibold?: string): FallbackFont {
  const folder = '@expo-google-fonts';
  return semibold === undefined
    ? { family, regular: `${folder}/${regular}` }
    : { family, regular: `${folder}/${regular}`, semibold: `${folder}/${semibold}` };
}

const coverage = new Map<string, ReadonlySet<number>>();

function covered(file: string): ReadonlySet<number> {
  const known = coverage.get(file);
  if (known !== undefined) return known;
  const read = codePointsOf(fontFile(file));
  coverage.set(file, read);
  return read;
}

export function fontFile(file: string): Buffer {
  return readFileSync(join(projectRoot(), 'node_modules', file));
}

export interface FontChoice {
  /** Files below node_modules, the base faces first. */
  readonly files: readonly string[];
  /** Families to fall back to, in order. */
  readonly families: readonly string[];
  /** Code points that no font here can draw. */
  readonly missing: ReadonlySet<number>;
}

/** The fonts that draw these characters: the base faces, and as few others as are needed. */
export function chooseFonts(characters: ReadonlySet<number>): FontChoice {
  // Serif comes first everywhere but in labels; what it lacks, Sans or Code has, or a fallback.
  const base = ['source-serif/TTF/SourceSerif4-Regular.ttf', 'source-sans/TTF/SourceSans3-Regular.ttf'].map(covered);
  const missing = new Set([...characters].filter((code) => !base.some((font) => font.has(code))));
  const files: string[] = [...baseFiles];
  const families: string[] = [];
  for (const font of fallbackFonts) {
    if (missing.size === 0) break;
    const drawn = [...missing].filter((code) => covered(font.regular).has(code));
    if (drawn.length === 0) continue;
    for (const code of drawn) missing.delete(code);
    families.push(font.family);
    files.push(font.regular, ...(font.semibold === undefined ? [] : [font.semibold]));
  }
  return { files, families, missing };
}
