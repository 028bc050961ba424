import type {
  Block,
  DesignDocument,
  FigureBlock,
  ImageBlock,
  Inline,
  TableBlock,
  ValueRun,
} from '#lib/domain/documents/document.ts';
import type { Formula } from '#lib/domain/documents/formulas/formula.ts';
import { NARROW_SPACE } from '#lib/domain/quantities/format-number.ts';
import { basisMarks, figureName, flattened, missingImageWords, plainText } from '#lib/domain/documents/runs.ts';
import { CELL_PADDING, columnWidths } from './column-widths.ts';
import { printedDrawing } from './print-drawing.ts';
import { printImage, type PrintedImage, type PrintImages } from './print-image.ts';
import { breakable, composed, readsRightToLeft } from './printable-text.ts';

/**
 * The document in the terms of the Typst template: runs are flat, directions and page notes decided, every string
 * composed. Names are short because the template reads thousands of them.
 */
export interface PrintRun {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly struck?: true;
  readonly code?: true;
  /** Set smaller and greyer: the mark of how a number is known. */
  readonly mark?: true;
  readonly href?: string;
  /** Comes after the last run of a link whose text is not its address. */
  readonly note?: true;
  readonly break?: true;
  readonly formula?: Formula;
}

export interface PrintText {
  readonly runs: readonly PrintRun[];
  readonly rtl: boolean;
}

export type PrintBlock =
  | { readonly kind: 'heading'; readonly depth: 1 | 2; readonly text: PrintText }
  | { readonly kind: 'paragraph' | 'note'; readonly text: PrintText }
  | { readonly kind: 'definitions'; readonly rows: readonly { label: PrintText; content: readonly PrintBlock[] }[] }
  | {
      readonly kind: 'table';
      readonly caption: PrintText | null;
      readonly columns: readonly { label: PrintText; align: 'start' | 'end'; width: number }[];
      readonly rows: readonly { cells: readonly PrintText[]; whole: boolean }[];
      /** Reaches into the margin. */
      readonly wide: boolean;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly PrintBlock[])[];
      readonly rtl: boolean;
    }
  | { readonly kind: 'code'; readonly text: string }
  | PrintedImage
  | { readonly kind: 'quote'; readonly content: readonly PrintBlock[] }
  | {
      readonly kind: 'callout';
      readonly tone: string;
      readonly word: string;
      readonly reference: string;
      readonly title: PrintText;
      readonly content: readonly PrintBlock[];
      readonly whole: boolean;
    }
  | { readonly kind: 'figure'; readonly drawing: string; readonly name: PrintText; readonly text: PrintText }
  | { readonly kind: 'formula'; readonly formula: Formula; readonly text: string }
  | { readonly kind: 'divider' };

export interface PrintDocument {
  readonly title: string;
  readonly state: string;
  readonly draft: boolean;
  readonly hash: string;
  readonly front: readonly PrintBlock[];
  readonly sections: readonly {
    number: number | null;
    title: string;
    opensPage: boolean;
    blocks: readonly PrintBlock[];
  }[];
}

/** What is longer, in characters, may be taller than a page, and would lose its end if it were kept whole. */
const LONGEST_WHOLE = 1_200;
const SHORT_HASH = 12;
/** From so many characters on, some ten pages, each section begins one; in less the paper would be mostly blank. */
const CHAPTERED = 20_000;

/** Characters in a line of the column of text. */
const MEASURE = 66;
/** Of letters of running text that fit beside one of code. */
const CODE_WIDTH = 0.85;

export function printDocument(document: DesignDocument, images: PrintImages = new Map()): PrintDocument {
  const print = (blocks: readonly Block[]) => blocks.map((block) => printBlock(block, images));
  const characters = document.sections.reduce((sum, { blocks }) => sum + plainText(flattened(blocks)).length, 0);
  const chaptered = document.profile === 'full' && characters >= CHAPTERED;
  return {
    // The standard for accessible documents demands one.
    title: composed(document.title).trim() || 'Untitled',
    state: composed(document.state),
    draft: document.draft,
    hash: document.contentHash.slice(0, SHORT_HASH),
    front: print(document.front),
    sections: document.sections.map((section) => ({
      number: section.number ?? null,
      title: composed(section.title),
      opensPage: chaptered && (section.number !== undefined || section.key === 'findings'),
      blocks: print(section.blocks),
    })),
  };
}

function printBlock(block: Block, images: PrintImages): PrintBlock {
  const print = (blocks: readonly Block[]) => blocks.map((part) => printBlock(part, images));
  switch (block.kind) {
    case 'heading':
      return { kind: 'heading', depth: block.depth, text: printText(block.content) };
    case 'paragraph':
    case 'note':
      return { kind: block.kind, text: printText(block.content) };
    case 'definitions':
      return {
        kind: 'definitions',
        rows: block.rows.map((row) => ({ label: plain(row.label), content: print(row.content) })),
      };
    case 'table':
      return printTable(block);
    case 'list':
      return {
        kind: 'list',
        ordered: block.ordered,
        start: block.start ?? 1,
        items: block.items.map((item) => print(withBox(item.done, item.content))),
        rtl: readsRightToLeft(plainText(flattened(block.items[0]?.content ?? []))),
      };
    case 'code':
      return {
        kind: 'code',
        text: block.text
          .split('\n')
          .map((line) => composed(line.replaceAll('\t', '  ')))
          .join('\n'),
      };
    case 'formula':
      return { kind: 'formula', formula: block.formula, text: composed(block.source) };
    case 'figure':
      return printFigure(block);
    case 'image':
      return printImage(block, images.get(block.name)) ?? missingImage(block);
    case 'quote':
      return { kind: 'quote', content: print(block.content) };
    case 'callout':
      return {
        kind: 'callout',
        tone: block.tone,
        word: composed(block.word),
        reference: composed(block.reference ?? ''),
        title: printText(block.title),
        content: print(block.content),
        whole: plainText(flattened([block])).length <= LONGEST_WHOLE,
      };
    case 'divider':
      return { kind: 'divider' };
  }
}

function printFigure({ number, caption, numbers, drawing }: FigureBlock): PrintBlock {
  const text = plain(`${caption} ${numbers}`);
  return { kind: 'figure', drawing: printedDrawing(drawing), name: plain(figureName(number)), text };
}

function missingImage({ alternative }: ImageBlock): PrintBlock {
  const words: Inline = { kind: 'text', text: missingImageWords(alternative) };
  return { kind: 'paragraph', text: printText([{ kind: 'emphasis', content: [words] }]) };
}

/** An entry of a task list begins with its box. */
function withBox(done: boolean | undefined, content: readonly Block[]): readonly Block[] {
  if (done === undefined) return content;
  const box: Inline = { kind: 'text', text: done ? '☑ ' : '☐ ' };
  const [first, ...rest] = content;
  return first?.kind === 'paragraph'
    ? [{ ...first, content: [box, ...first.content] }, ...rest]
    : [{ kind: 'paragraph', content: [box] }, ...content];
}

function printTable(block: TableBlock): PrintBlock {
  const texts = block.columns.map((column, index) =>
    [column.label, ...block.rows.map((row) => row.cells[index] ?? [])].map(plainText),
  );
  const { widths, wide } = columnWidths(texts);
  const longest = widths.map((width) => Math.max(4, Math.floor(width) - CELL_PADDING));
  return {
    kind: 'table',
    caption: block.caption === undefined ? null : plain(block.caption),
    columns: block.columns.map((column, index) => ({
      label: printText(column.label, longest[index]),
      align: column.align,
      width: widths[index] ?? 1,
    })),
    rows: block.rows.map((row) => ({
      cells: row.cells.map((cell, index) => printText(cell, longest[index])),
      whole: row.cells.reduce((length, cell) => length + plainText(cell).length, 0) <= LONGEST_WHOLE,
    })),
    wide,
  };
}

function plain(text: string): PrintText {
  return printText([{ kind: 'text', text }]);
}

/** `longest` is the number of characters that a word may have before it breaks. */
function printText(content: readonly Inline[], longest = MEASURE): PrintText {
  const runs = content.flatMap((run) => printRuns(run, { style: {}, longest }));
  return { runs, rtl: readsRightToLeft(plainText(content)) };
}

interface Setting {
  readonly style: Omit<PrintRun, 'text'>;
  readonly longest: number;
}

function printRuns(run: Inline, setting: Setting): PrintRun[] {
  const { style, longest } = setting;
  const inner = (content: readonly Inline[], added: Setting['style']) =>
    content.flatMap((child) => printRuns(child, { style: { ...style, ...added }, longest }));
  switch (run.kind) {
    case 'text':
      return [{ ...style, text: breakable(composed(run.text), longest) }];
    case 'code':
      return [{ ...style, code: true, text: breakable(composed(run.text), Math.floor(longest * CODE_WIDTH)) }];
    case 'formula':
      // The text is what a reader of the file says.
      return [{ ...style, formula: run.formula, text: composed(run.source) }];
    case 'break':
      return [{ text: '', break: true }];
    case 'strong':
    case 'emphasis':
    case 'struck':
      return inner(run.content, { [run.kind]: true });
    case 'link': {
      const runs = inner(run.content, { href: run.href });
      return plainText(run.content) === run.href ? runs : [...runs, { text: '', href: run.href, note: true }];
    }
    case 'value':
      return printValue(run, setting);
  }
}

function printValue(run: ValueRun, { style, longest }: Setting): PrintRun[] {
  const text = breakable(composed(run.text), longest);
  switch (run.state) {
    case 'answered': {
      const mark = run.basis === undefined ? '' : basisMarks[run.basis];
      return mark === ''
        ? [{ ...style, text }]
        : [
            { ...style, text: text + NARROW_SPACE },
            { text: mark, mark: true },
          ];
    }
    case 'unanswered':
    case 'unknown':
      return [{ ...style, emphasis: true, text }];
    case 'unreadable':
      return [
        { ...style, text: `“${text}”` },
        { text: ' not readable', emphasis: true },
      ];
  }
}
