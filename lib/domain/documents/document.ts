import type { SvgTree } from '#lib/domain/charts/svg-tree.ts';
import type { Formula } from './formulas/formula.ts';
import type { Basis } from '#lib/domain/worksheets/answers.ts';

/**
 * The design document as blocks. It is what a page shows in Read, and what every export writes:
 * text is plain text here, marks of a format are the renderers' business.
 * Field addresses ('metrics.items.m1.targetValue') travel along, so that a reader can link back to the question.
 */

/** What stands at the place of an answer. An absent optional answer is absent from the document. */
export type ValueState = 'answered' | 'unanswered' | 'unknown' | 'unreadable';

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
}

export interface CodeRun {
  readonly kind: 'code';
  readonly text: string;
}

/** A formula within a line; what cannot be read as one is code. */
export interface FormulaRun {
  readonly kind: 'formula';
  readonly formula: Formula;
  /** As it was typed, without its dollar signs: what is read out, searched and compared. */
  readonly source: string;
}

export interface StyledRun {
  readonly kind: 'strong' | 'emphasis' | 'struck';
  readonly content: readonly Inline[];
}

/** Only http, https and mailto addresses get this far; see `safeHref`. */
export interface LinkRun {
  readonly kind: 'link';
  readonly href: string;
  readonly content: readonly Inline[];
}

/** The value of one field, set into running text. */
export interface ValueRun {
  readonly kind: 'value';
  readonly path: string;
  readonly state: ValueState;
  /** Of quantities only: words are not known by measuring. */
  readonly basis?: Basis;
  readonly text: string;
}

export interface LineBreak {
  readonly kind: 'break';
}

export type Inline = TextRun | CodeRun | FormulaRun | StyledRun | LinkRun | ValueRun | LineBreak;

/** A group (depth 1) or an item (depth 2) within a section; the section's own title is not a block. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly depth: 1 | 2;
  readonly path?: string;
  readonly content: readonly Inline[];
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly path?: string;
  readonly content: readonly Inline[];
}

/** Questions and answers, one below the other. */
export interface DefinitionsBlock {
  readonly kind: 'definitions';
  readonly rows: readonly DefinitionRow[];
}

export interface DefinitionRow {
  readonly path?: string;
  readonly label: string;
  readonly content: readonly Block[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly path?: string;
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly label: readonly Inline[];
  readonly align: 'start' | 'end';
}

export interface TableRow {
  readonly path?: string;
  /** As many as there are columns. */
  readonly cells: readonly (readonly Inline[])[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly path?: string;
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start?: number;
  readonly items: readonly ListEntry[];
}

export interface ListEntry {
  readonly path?: string;
  /** Of a task list. */
  readonly done?: boolean;
  readonly content: readonly Block[];
}

export interface CodeBlock {
  readonly kind: 'code';
  readonly text: string;
}

/** An image by its name (lib/domain/images). Its bytes stand beside the document: the same words, with or without it. */
export interface ImageBlock {
  readonly kind: 'image';
  readonly name: string;
  /** What it shows, in words; empty for decoration. */
  readonly alternative: string;
}

/** A picture of numbers: drawn where there is room for one, and told in words everywhere. */
export interface FigureBlock {
  readonly kind: 'figure';
  readonly path?: string;
  /** From 1 on in the order of reading; 0 until the document is put together. */
  readonly number: number;
  readonly caption: string;
  /** What is drawn, in words: 'Feature store 26 ms, model server 36 ms; limit 100 ms.' */
  readonly numbers: string;
  readonly drawing: SvgTree;
}

/** A formula that stands alone. */
export interface FormulaBlock {
  readonly kind: 'formula';
  readonly formula: Formula;
  readonly source: string;
}

export interface QuoteBlock {
  readonly kind: 'quote';
  readonly content: readonly Block[];
}

export type CalloutTone = 'error' | 'warning' | 'info' | 'waived' | 'question';

/** A finding, a waiver or an open question. Its severity is said by shape and word, never by colour alone. */
export interface CalloutBlock {
  readonly kind: 'callout';
  readonly tone: CalloutTone;
  /** 'Error', 'Warning', 'Info', 'Accepted', 'Open question'. */
  readonly word: string;
  /** What it is known by: the rule, 'MET-04'. */
  readonly reference?: string;
  readonly title: readonly Inline[];
  readonly path?: string;
  readonly content: readonly Block[];
}

/** Small print: formulas, sources, what the marks mean. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly path?: string;
  readonly content: readonly Inline[];
}

export interface DividerBlock {
  readonly kind: 'divider';
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | DefinitionsBlock
  | TableBlock
  | ListBlock
  | CodeBlock
  | ImageBlock
  | FigureBlock
  | FormulaBlock
  | QuoteBlock
  | CalloutBlock
  | NoteBlock
  | DividerBlock;

/** One chapter. Those of the worksheet carry their number; what the product adds at the end does not. */
export interface DocumentSection {
  /** Key of the worksheet's section, or 'findings', 'open-questions', 'open-threads', 'decisions', 'evidence', 'appendix', 'about'. */
  readonly key: string;
  readonly number?: number;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type DocumentProfile = 'full' | 'executive';

export interface DesignDocument {
  readonly title: string;
  readonly language: 'en';
  readonly profile: DocumentProfile;
  /** Under the title: the one line, then facts such as stage, authors and counts. */
  readonly front: readonly Block[];
  readonly sections: readonly DocumentSection[];
  /** Beside the title in the running head: 'Revision 7' or 'Draft'. */
  readonly state: string;
  /** Nobody has approved this text: paper says so across the page. */
  readonly draft: boolean;
  /** SHA-256 of the worksheet's canonical JSON, in hexadecimal. */
  readonly contentHash: string;
}
