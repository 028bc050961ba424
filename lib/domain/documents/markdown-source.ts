import type { InlineCode, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block, FormulaRun, Inline, ListEntry, TableBlock } from './document.ts';
import { nameInAddress } from '#lib/domain/images/image-name.ts';
import { formulaSyntax } from './formulas/formula-syntax.ts';
import { readFormula } from './formulas/read-formula.ts';
import { flattened, imageWords, paragraph, runs, safeHref, strong, text } from './runs.ts';

/** Deeper lists and quotes are flattened: no reader follows them, and every renderer recurses over them. */
const DEEPEST_BLOCK = 6;
const DEEPEST_RUN = 6;

/**
 * What someone wrote in a long text, as blocks. CommonMark with GitHub's tables, strikethrough and task lists.
 * HTML is shown as the text it is. Headings become bold lines, since an answer cannot outrank its section.
 */
export function readMarkdown(source: string): readonly Block[] {
  if (SENTENCES.test(source)) return [paragraph([text(source)])];
  if (!worthParsing(source)) return plainParagraphs(source);
  const known = readBefore.get(source);
  if (known !== undefined) return known;
  const read = parsed(source);
  remember(source, read);
  return read;
}

/**
 * One text of a worksheet changes at a time, and all of them are read for every document and after every key: what was
 * read last is kept, up to so many characters.
 */
const REMEMBERED = 1_000_000;
const readBefore = new Map<string, readonly Block[]>();
let characters = 0;

function remember(source: string, read: readonly Block[]): void {
  readBefore.set(source, read);
  characters += source.length;
  for (const oldest of readBefore.keys()) {
    if (characters <= REMEMBERED) break;
    readBefore.delete(oldest);
    characters -= oldest.length;
  }
}

function parsed(source: string): readonly Block[] {
  const tree = fromMarkdown(source, { extensions: [gfm(), formulaSyntax], mdastExtensions: [gfmFromMarkdown()] });
  return blocksOf(tree, 0, { text: source, targets: definitionsOf(tree) });
}

/**
 * One line of plain sentences, as most answers are: nothing in it could be a mark, an address or the start of a list, so
 * that reading it as Markdown, which takes a hundred times as long, would give the same. What could be is left out
 * generously.
 */
const SENTENCES = /^(?![\d]+[.)]|[-+=]|.*(?:www|:\S|\s$| {2}))\p{L}[\p{L}\p{N} .,;:()%€’‘“”–…?"'/+=−×-]*$/iu;

/**
 * Parsing is quadratic in emphasis marks and nesting; text that could hold up the process is shown as typed.
 * 2,000 marks parse in about 40 ms, and no honest text of this length has them.
 */
function worthParsing(source: string): boolean {
  const marks = source.match(/[*_~[\]$]/g)?.length ?? 0;
  return marks <= 2_000 && !/^(?:[ \t>]|[-+*] |\d+[.)] ){100}/m.test(source);
}

function plainParagraphs(source: string): Block[] {
  return source
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph([text(part.replace(/\s*\n\s*/g, ' '))]));
}

/** What a node of the tree leaves open: the text that it was read from, and where reference links lead. */
interface Source {
  readonly text: string;
  readonly targets: ReadonlyMap<string, string>;
}

/** Addresses of reference links: `[a][b]` and, elsewhere, `[b]: https://…`. The first one of a name counts. */
function definitionsOf(tree: Root): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
  }
  return targets;
}

function blocksOf(parent: { readonly children: readonly RootContent[] }, depth: number, source: Source): Block[] {
  return parent.children.flatMap((node) => blockOf(node, depth, source));
}

function blockOf(node: RootContent, depth: number, source: Source): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphBlocks(node, source);
    case 'heading':
      return [paragraph([strong(...runsOf(node.children, 0, source))])];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'html':
      return [paragraph(shownSource(node.value))];
    case 'thematicBreak':
      return [{ kind: 'divider' }];
    case 'table':
      return [tableOf(node, source)];
    case 'blockquote':
    case 'footnoteDefinition': {
      const content = blocksOf(node, depth + 1, source);
      return depth >= DEEPEST_BLOCK ? asParagraph(content) : [{ kind: 'quote', content }];
    }
    case 'list': {
      const items = node.children.map((item): ListEntry => {
        const content = blocksOf(item, depth + 1, source);
        return typeof item.checked === 'boolean' ? { done: item.checked, content } : { content };
      });
      if (depth >= DEEPEST_BLOCK) return items.flatMap((item) => asParagraph(item.content));
      return node.ordered === true && typeof node.start === 'number' && node.start !== 1
        ? [{ kind: 'list', ordered: true, start: node.start, items }]
        : [{ kind: 'list', ordered: node.ordered === true, items }];
    }
    // Read ahead of time, or never children of a block.
    case 'definition':
    case 'yaml':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
      return [];
    case 'text':
    case 'inlineCode':
    case 'break':
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return [paragraph(runOf(node, 0, source))];
  }
}

/** An image of the project stands on its own, and so does a formula between two signs; what was written before and after it in the same paragraph is two. */
function paragraphBlocks({ children }: Paragraph, source: Source): Block[] {
  const [only, ...others] = children;
  if (only?.type === 'inlineCode' && others.length === 0 && dollarsOf(only, source) === '$$') {
    const formula = formulaOf(only, source);
    if (formula !== undefined) return [formula];
  }
  const blocks: Block[] = [];
  let words: Inline[] = [];
  const endParagraph = () => {
    const content = withoutEdges(words);
    if (content.length > 0) blocks.push(paragraph(content));
    words = [];
  };
  for (const node of children) {
    const image = imageOf(node, source);
    if (image === undefined) words.push(...runOf(node, 0, source));
    else {
      endParagraph();
      blocks.push({ kind: 'image', ...image });
    }
  }
  if (blocks.length === 0) return [paragraph(words)];
  endParagraph();
  return blocks;
}

/** Without the spaces and line ends that stood between the words and an image. */
function withoutEdges(words: readonly Inline[]): readonly Inline[] {
  const trimmed = words.map((run, index): Inline => {
    if (run.kind !== 'text') return run;
    const start = index === 0 ? run.text.trimStart() : run.text;
    return text(index === words.length - 1 ? start.trimEnd() : start);
  });
  const isEdge = (run: Inline) => run.kind === 'break' || (run.kind === 'text' && run.text === '');
  const first = trimmed.findIndex((run) => !isEdge(run));
  return first === -1 ? [] : trimmed.slice(first, trimmed.findLastIndex((run) => !isEdge(run)) + 1);
}

interface NamedImage {
  readonly name: string;
  readonly alternative: string;
}

/** An image that the project keeps; one from elsewhere on the web is a link, since reading must not tell anybody. */
function imageOf(node: PhrasingContent, source: Source): NamedImage | undefined {
  if (node.type !== 'image' && node.type !== 'imageReference') return undefined;
  const name = nameInAddress(node.type === 'image' ? node.url : (source.targets.get(node.identifier) ?? ''));
  return name === undefined ? undefined : { name, alternative: (node.alt ?? '').replace(/\s+/g, ' ').trim() };
}

const dollarsOf = ({ position }: InlineCode, { text: typed }: Source) =>
  /^\${0,2}/.exec(typed.slice(position?.start.offset, (position?.start.offset ?? 0) + 2))?.[0] ?? '';

/** What stands between dollar signs, where it can be read. */
function formulaOf(node: InlineCode, source: Source): FormulaRun | undefined {
  const formula = dollarsOf(node, source) === '' ? null : readFormula(node.value);
  return formula === null ? undefined : { kind: 'formula', formula, source: node.value.replace(/\s+/g, ' ').trim() };
}

/** A formula that cannot be read keeps its dollar signs. */
function codeText(node: InlineCode, source: Source): string {
  const dollars = dollarsOf(node, source);
  return dollars + node.value + dollars;
}

function asParagraph(content: readonly Block[]): Block[] {
  return content.length === 0 ? [] : [paragraph(flattened(content))];
}

function tableOf(node: Table, source: Source): TableBlock {
  const [head, ...body] = node.children;
  const columns = (head?.children ?? []).map((cell, index) => ({
    label: runsOf(cell.children, 0, source),
    align: node.align?.[index] === 'right' ? ('end' as const) : ('start' as const),
  }));
  const rows = body.map((row) => ({
    cells: columns.map((_column, index) => runsOf(row.children[index]?.children ?? [], 0, source)),
  }));
  return { kind: 'table', columns, rows };
}

function runsOf(nodes: readonly PhrasingContent[], depth: number, source: Source): Inline[] {
  return nodes.flatMap((node) => runOf(node, depth, source));
}

function runOf(node: PhrasingContent, depth: number, source: Source): Inline[] {
  switch (node.type) {
    case 'text':
      return [text(node.value.replace(/\s*\n\s*/g, ' '))];
    case 'html':
      return shownSource(node.value);
    case 'inlineCode':
      return [formulaOf(node, source) ?? { kind: 'code', text: codeText(node, source) }];
    case 'break':
      return [{ kind: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const content = runsOf(node.children, depth + 1, source);
      const kind = node.type === 'delete' ? 'struck' : node.type;
      return depth >= DEEPEST_RUN ? content : [{ kind, content }];
    }
    case 'link':
      return linked(node.url, runsOf(node.children, depth + 1, source));
    case 'linkReference':
      return linked(source.targets.get(node.identifier) ?? '', runsOf(node.children, depth + 1, source));
    case 'image':
    case 'imageReference': {
      const image = imageOf(node, source);
      if (image !== undefined) return image.alternative === '' ? [] : [text(imageWords(image.alternative))];
      return linked(node.type === 'image' ? node.url : (source.targets.get(node.identifier) ?? ''), [
        text(node.alt ?? ''),
      ]);
    }
    case 'footnoteReference':
      return [text(`[${node.label ?? node.identifier}]`)];
  }
}

/** An address that nobody should be sent to stays visible as text. */
function linked(address: string, content: readonly Inline[]): Inline[] {
  const href = safeHref(address);
  if (href !== undefined) return [{ kind: 'link', href, content: content.length === 0 ? [text(href)] : content }];
  return address === '' ? [...content] : runs(content, ` (${address})`);
}

function shownSource(source: string): Inline[] {
  return source.split('\n').flatMap((line, index) => (index === 0 ? [text(line)] : [{ kind: 'break' }, text(line)]));
}
