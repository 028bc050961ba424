import type {
  Block,
  CalloutBlock,
  FigureBlock,
  ImageBlock,
  ListBlock,
  TableBlock,
} from '#lib/domain/documents/document.ts';
import { figureName, missingImageWords, plainText } from '#lib/domain/documents/runs.ts';
import { mediaTypeOf, type Images } from '#lib/domain/images/image.ts';
import { element, type Content, type Html } from './element.ts';
import { svg } from './svg.ts';
import { formula, inline, unseen } from './html-runs.ts';

/** Blocks may hold headings only at the top of a section; inside, they read as bold lines. */
export function blocks(content: readonly Block[], images: Images): Content {
  return content.map((block) =>
    block.kind === 'heading'
      ? element(block.depth === 1 ? 'h3' : 'h4', {}, inline(block.content))
      : nested(block, images),
  );
}

function nested(block: Block, images: Images): Content {
  const inner = (content: readonly Block[]): Content => content.map((part) => nested(part, images));
  switch (block.kind) {
    case 'heading':
      return element('p', {}, element('strong', {}, inline(block.content)));
    case 'paragraph':
      return plainText(block.content).trim() === '' ? '' : element('p', {}, inline(block.content));
    case 'note':
      return element('p', { class: 'note' }, inline(block.content));
    case 'definitions':
      return element(
        'dl',
        {},
        block.rows.map(({ label, content }) =>
          element('div', {}, element('dt', {}, label), element('dd', {}, inner(content))),
        ),
      );
    case 'table':
      return table(block);
    case 'list':
      return list(block, inner);
    case 'code':
      // Whoever reads with the keyboard has to reach what is too wide.
      return element('pre', { tabindex: 0 }, element('code', {}, block.text));
    case 'image':
      return image(block, images);
    case 'figure':
      return figure(block);
    case 'formula':
      return element('div', { class: 'wide' }, formula(block.formula, true));
    case 'quote':
      return element('blockquote', {}, inner(block.content));
    case 'callout':
      return callout(block, inner);
    case 'divider':
      return element('hr');
  }
}

function image({ name, alternative }: ImageBlock, images: Images): Html {
  const found = images.get(name);
  if (found === undefined) return element('p', {}, element('em', {}, missingImageWords(alternative)));
  const { type, data, width, height } = found;
  const src = `data:${mediaTypeOf(type)};base64,${data}`;
  return element('p', {}, element('img', { src, alt: alternative, width, height }));
}

/** What is drawn is said under it: the drawing itself is for eyes alone. */
function figure({ number, caption, numbers, drawing }: FigureBlock): Html {
  const words = element('figcaption', {}, element('strong', {}, figureName(number)), ` ${caption} ${numbers}`);
  return element(
    'figure',
    {},
    svg(drawing, (look) => ({ class: look })),
    words,
  );
}

type Inner = (content: readonly Block[]) => Content;

function list({ ordered, start, items }: ListBlock, inner: Inner): Html {
  const entries = items.map(({ done, content }) => {
    const box = done === undefined ? [] : [element('span', { 'aria-hidden': 'true' }, done ? '☑ ' : '☐ ')];
    const word = done === undefined ? [] : [unseen(done ? 'Done: ' : 'Not done: ')];
    return element('li', { class: done === undefined ? undefined : 'task' }, box, word, inner(content));
  });
  return ordered
    ? element('ol', { start: start === undefined || start === 1 ? undefined : start }, entries)
    : element('ul', {}, entries);
}

const SHAPES: Readonly<Record<CalloutBlock['tone'], string>> = {
  error: '\u2b22',
  warning: '\u25b2',
  info: '\u25cb',
  waived: '\u2296',
  question: '\u25cc',
};

/** Severity is said by shape and word, never by colour alone. */
function callout({ tone, word, reference, title, content }: CalloutBlock, inner: Inner): Html {
  const head = element('p', { class: 'word' }, [
    element('span', { 'aria-hidden': 'true' }, `${SHAPES[tone]} `),
    element('strong', {}, word),
    reference === undefined ? '' : ` ${reference}`,
  ]);
  return element('div', { class: `callout ${tone}` }, head, element('p', {}, inline(title)), inner(content));
}

function table({ caption, columns, rows }: TableBlock): Content {
  if (columns.length === 0) return '';
  const align = (at: number) => (columns[at]?.align === 'end' ? 'end' : undefined);
  const head = columns.map(({ label }, at) => element('th', { scope: 'col', class: align(at) }, inline(label)));
  const body = rows.map(({ cells }) =>
    element(
      'tr',
      {},
      cells.map((cell, at) => element('td', { class: align(at) }, inline(cell))),
    ),
  );
  const title = caption === undefined ? [] : [element('caption', {}, caption)];
  return element(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': caption ?? 'Table' },
    element('table', {}, title, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body)),
  );
}
