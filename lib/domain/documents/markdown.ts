import type { BlockContent, PhrasingContent, Root, RootContent, TableCell, TableRow as MarkdownRow, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type {
  Block,
  DefinitionRow,
  DesignDocument,
  ImageBlock,
  Inline,
  ListBlock,
  TableBlock,
  ValueRun,
} from './document.ts';
import { NARROW_SPACE } from '#lib/domain/quantities/format-number.ts';
import { mediaTypeOf, noImages, type Images } from '#lib/domain/images/image.ts';
import { formulaTex } from './formulas/formula-tex.ts';
import { imageNames } from './image-names.ts';
import { gap, plainWordsToMarkdown, textNode } from './plain-words.ts';
import { basisMarks, figureName, missingImageWords, plainText } from './runs.ts';

/**
 * The document as GitHub-flavoured Markdown. Everything passes through a syntax tree whose printer escapes
 * what would read as markup, so text that someone typed stays text. Same document, same bytes.
 */
export function renderMarkdown(document: DesignDocument, images: Images = noImages): string {
  const children: RootContent[] = [
    heading(1, [{ kind: 'text', text: document.title }]),
    ...blocks(document.front, images),
  ];
  for (const section of document.sections) {
    const number = section.number === undefined ? '' : `${section.number} `;
    children.push(heading(2, [{ kind: 'text', text: number + section.title }]), ...blocks(section.blocks, images));
  }
  return printed({ type: 'root', children }) + carried(document, images);
}

/** The bytes of images, after the text that refers to them: a reader of the source is not kept from reading. */
function carried(document: DesignDocument, images: Images): string {
  const lines = imageNames(document).flatMap((name) => {
    const image = images.get(name);
    return image === undefined ? [] : [`[${name}]: data:${mediaTypeOf(image.type)};base64,${image.data}\n`];
  });
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

function printed(tree: Root): string {
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), plainWordsToMarkdown],
    // Not CommonMark's, but many viewers set what stands between dollar signs as a formula.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
  });
}

function heading(depth: 1 | 2 | 3 | 4, content: readonly Inline[]): RootContent {
  return { type: 'heading', depth, children: phrasing(content) };
}

/** Blocks may hold headings only at the top of a section, where the model puts them; inside, they read as bold lines. */
function blocks(content: readonly Block[], images: Images): RootContent[] {
  return content.flatMap((block) =>
    block.kind === 'heading' ? [heading(block.depth === 1 ? 3 : 4, block.content)] : nested(block, images),
  );
}

function nested(block: Block, images: Images): BlockContent[] {
  const inner = (content: readonly Block[]) => content.flatMap((part) => nested(part, images));
  switch (block.kind) {
    case 'heading':
      return [{ type: 'paragraph', children: [{ type: 'strong', children: phrasing(block.content) }] }];
    case 'paragraph':
    case 'note':
      return plainText(block.content).trim() === '' ? [] : [{ type: 'paragraph', children: phrasing(block.content) }];
    case 'definitions':
      return block.rows.flatMap((row) => definition(row, inner));
    case 'table':
      return table(block);
    case 'list':
      return [list(block, inner)];
    case 'code':
      return [{ type: 'code', value: block.text }];
    case 'image':
      return [{ type: 'paragraph', children: [image(block, images)] }];
    case 'figure': {
      const name: PhrasingContent = { type: 'strong', children: [plain(figureName(block.number))] };
      return [{ type: 'paragraph', children: [name, gap(), plain(`${block.caption} ${block.numbers}`)] }];
    }
    case 'formula':
      return [{ type: 'html', value: `$$\n${formulaTex(block.formula)}\n$$` }];
    case 'quote':
      return [{ type: 'blockquote', children: inner(block.content) }];
    case 'callout': {
      const word = block.reference === undefined ? block.word : `${block.word} ${block.reference}`;
      const head: PhrasingContent = { type: 'strong', children: [plain(`${word}.`)] };
      const title: BlockContent = { type: 'paragraph', children: [head, ...after(block.title)] };
      return [{ type: 'blockquote', children: [title, ...inner(block.content)] }];
    }
    case 'divider':
      return [{ type: 'thematicBreak' }];
  }
}

type Inner = (content: readonly Block[]) => BlockContent[];

function image({ name, alternative }: ImageBlock, images: Images): PhrasingContent {
  return images.has(name)
    ? { type: 'imageReference', identifier: name, label: name, referenceType: 'full', alt: alternative }
    : { type: 'emphasis', children: [plain(missingImageWords(alternative))] };
}

/** The label runs into the answer; what an answer has beyond its first paragraph follows below. */
function definition(row: DefinitionRow, inner: Inner): BlockContent[] {
  const label: PhrasingContent = {
    type: 'strong',
    children: [plain(/[.?!:]$/.test(row.label) ? row.label : `${row.label}.`)],
  };
  const [first, ...rest] = row.content;
  if (first?.kind !== 'paragraph') return [{ type: 'paragraph', children: [label] }, ...inner(row.content)];
  return [{ type: 'paragraph', children: [label, ...after(first.content)] }, ...inner(rest)];
}

/** What goes on in the line of a label, if anything does. */
function after(content: readonly Inline[]): PhrasingContent[] {
  return plainText(content).trim() === '' ? [] : [gap(), ...phrasing(content)];
}

function list(block: ListBlock, inner: Inner): BlockContent {
  const simple = block.items.every((item) => item.content.length <= 1);
  return {
    type: 'list',
    ordered: block.ordered,
    start: block.ordered ? (block.start ?? 1) : null,
    spread: !simple,
    children: block.items.map((item) => ({
      type: 'listItem',
      spread: !simple,
      checked: item.done ?? null,
      children: inner(item.content),
    })),
  };
}

function table(block: TableBlock): BlockContent[] {
  if (block.columns.length === 0) return [];
  const head: MarkdownRow = { type: 'tableRow', children: block.columns.map((column) => cell(column.label)) };
  const rows = block.rows.map((row): MarkdownRow => ({ type: 'tableRow', children: row.cells.map(cell) }));
  const caption: BlockContent[] =
    block.caption === undefined
      ? []
      : [{ type: 'paragraph', children: [{ type: 'emphasis', children: [plain(block.caption)] }] }];
  return [
    ...caption,
    {
      type: 'table',
      align: block.columns.map((column) => (column.align === 'end' ? 'right' : null)),
      children: [head, ...rows],
    },
  ];
}

function cell(content: readonly Inline[]): TableCell {
  // A cell is one line of the file; the tag is ours, never a writer's.
  const children = phrasing(content).map((node): PhrasingContent =>
    node.type === 'break' ? { type: 'html', value: '<br>' } : node,
  );
  return { type: 'tableCell', children };
}

/** Words that follow each other are one text: the printer looks at each by itself. */
function phrasing(content: readonly Inline[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let line = '';
  const end = () => {
    if (line !== '') nodes.push(textNode(line));
    line = '';
  };
  for (const node of content.flatMap(run)) {
    if (node.type === 'text') line += node.value;
    else {
      end();
      nodes.push(node);
    }
  }
  end();
  return nodes;
}

function run(inline: Inline): PhrasingContent[] {
  switch (inline.kind) {
    case 'text':
      return inline.text === '' ? [] : [words(inline.text)];
    case 'code':
      return [{ type: 'inlineCode', value: oneLine(inline.text) }];
    case 'formula':
      // Written from the tree and not from what was typed; see formula-tex.ts.
      return [{ type: 'html', value: `$${formulaTex(inline.formula)}$` }];
    case 'break':
      return [{ type: 'break' }];
    case 'value':
      return value(inline);
    case 'link':
      return [{ type: 'link', url: inline.href, children: phrasing(inline.content) }];
    case 'strong':
    case 'emphasis':
    case 'struck': {
      if (plainText(inline.content).trim() === '') return [];
      const type = inline.kind === 'struck' ? 'delete' : inline.kind;
      return [{ type, children: phrasing(inline.content) }];
    }
  }
}

function value(inline: ValueRun): PhrasingContent[] {
  const mark = inline.basis === undefined ? '' : basisMarks[inline.basis];
  switch (inline.state) {
    case 'answered':
      return [words(mark === '' ? inline.text : `${inline.text}${NARROW_SPACE}${mark}`)];
    case 'unanswered':
    case 'unknown':
      return [{ type: 'emphasis', children: [plain(inline.text)] }];
    case 'unreadable':
      return [words(`“${inline.text}” `), { type: 'emphasis', children: [plain('(not readable)')] }];
  }
}

function plain(value: string): Text {
  return textNode(oneLine(value));
}

/** Of running text: it is joined with its neighbours first. */
function words(value: string): Text {
  return { type: 'text', value: oneLine(value) };
}

/** A line end in running text could start a list or a heading. */
function oneLine(value: string): string {
  return value.replace(/\s*[\r\n]+\s*/g, ' ');
}
