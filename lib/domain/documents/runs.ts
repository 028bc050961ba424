import type { Basis } from '#lib/domain/worksheets/answers.ts';
import type { Block, FigureBlock, Inline, ParagraphBlock } from './document.ts';

export function text(value: string): Inline {
  return { kind: 'text', text: value };
}

export function strong(...content: readonly Inline[]): Inline {
  return { kind: 'strong', content };
}

export function emphasis(...content: readonly Inline[]): Inline {
  return { kind: 'emphasis', content };
}

/** Words and runs in order; a bare string is plain text. */
export function runs(...parts: readonly (string | Inline | readonly Inline[])[]): Inline[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string') return part === '' ? [] : [text(part)];
    return isRuns(part) ? part : [part];
  });
}

function isRuns(part: Inline | readonly Inline[]): part is readonly Inline[] {
  return Array.isArray(part);
}

export function paragraph(content: readonly Inline[], path?: string): ParagraphBlock {
  return path === undefined ? { kind: 'paragraph', content } : { kind: 'paragraph', path, content };
}

/** Puts `separator` between runs: 'a, b, c'. */
export function joined(items: readonly (readonly Inline[])[], separator: string): Inline[] {
  return items.flatMap((item, index) => (index === 0 ? item : [text(separator), ...item]));
}

const SAFE_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address if a reader may be sent there, else undefined: no scripts, no files, no relative addresses. */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim();
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(trimmed)?.[0].toLowerCase();
  if (scheme === undefined || !SAFE_SCHEMES.has(scheme)) return undefined;
  // Control characters and spaces hide the true target, and no address needs them unencoded.
  return /[\p{Control}\s<>"\\^`{|}]/u.test(trimmed) ? undefined : trimmed;
}

/** The words of runs without any marks, for places that take plain text only: PDF outline, page title. */
export function plainText(content: readonly Inline[]): string {
  return content.map(plainRun).join('');
}

function plainRun(run: Inline): string {
  switch (run.kind) {
    case 'text':
    case 'code':
    case 'value':
      return run.text;
    case 'formula':
      return run.source;
    case 'break':
      return ' ';
    case 'strong':
    case 'emphasis':
    case 'struck':
    case 'link':
      return plainText(run.content);
  }
}

/** Blocks squeezed into one cell: paragraphs and entries are put on lines of their own. */
export function flattened(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap(linesOf);
  return lines.flatMap((line, index) => (index === 0 ? line : [{ kind: 'break' } as const, ...line]));
}

function linesOf(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.content];
    case 'quote':
      return block.content.flatMap(linesOf);
    case 'callout':
      return [block.title, ...block.content.flatMap(linesOf)];
    case 'list':
      return block.items.map((item) => runs('• ', flattened(item.content)));
    case 'code':
      return block.text.split('\n').map((line) => [{ kind: 'code', text: line }]);
    case 'image':
      return block.alternative === '' ? [] : [[text(imageWords(block.alternative))]];
    case 'figure':
      return [[text(figureWords(block))]];
    case 'formula':
      return [[block]];
    case 'definitions':
      return block.rows.map((row) => runs(strong(text(row.label)), ' ', flattened(row.content)));
    case 'table':
      return block.rows.map((row) => joined(row.cells, ' · '));
    case 'divider':
      return [];
  }
}

/** 'Figure 1. What each component takes. Feature store 26 ms, model server 36 ms.' */
function figureWords({ number, caption, numbers }: FigureBlock): string {
  return `${figureName(number)} ${caption} ${numbers}`;
}

export function figureName(number: number): string {
  return `Figure ${number}.`;
}

/** An image where there is only room for words: in a cell, in a sentence. */
export function imageWords(alternative: string): string {
  return `Image: ${alternative}`;
}

/** In place of an image whose bytes are not at hand. */
export function missingImageWords(alternative: string): string {
  return `${imageWords(alternative === '' ? 'decoration' : alternative)} (the image itself is not here)`;
}

/** Stands after a number, a narrow no-break space away; stated numbers have none. */
export const basisMarks: Readonly<Record<Basis, string>> = {
  guess: '≈',
  stated: '',
  measured: '●',
  derived: 'ƒ',
};
