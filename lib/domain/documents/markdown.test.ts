import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import type { Block, DesignDocument, Inline } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { renderMarkdown } from './markdown.ts';

const hostile = [
  '<script>alert(1)</script>',
  '<!-- gone -->',
  '&lt;b&gt; &#60; &amp',
  '# no heading',
  '- no item',
  '1. no item',
  '1) no item',
  '> no quote',
  '=== ',
  '---',
  '***',
  '| a | b |',
  '*stress* _stress_ **strong** ~struck~ ~~struck~~ `code`',
  '[link](javascript:alert(1)) ![image](https://example.org/x.png) [note]: https://example.org',
  '<https://example.org>',
  '```js',
  '~~~',
  '    four spaces',
  '$x^2$ and $$y$$',
  'ends in a backslash \\',
  'a line\nand # another\n- third',
  '#let pay = 1; #import "x"; $ typst $ <label> @ref',
  'שלום עולם',
  '欺诈检测 不正検知 사기 탐지',
  '🚨🇳🇿👩‍🚒',
  'narrow\u202fspace, true −, ×, ≤',
];

function parse(source: string) {
  return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Kinds of all nodes but text and the links that viewers make of bare addresses. */
function shape(node: Nodes): unknown {
  if (node.type === 'text') return 'text';
  if (!('children' in node)) return node.type;
  if (node.type === 'link') return 'text';
  const children = node.children
    .map(shape)
    .filter((child, index, all) => !(child === 'text' && all[index - 1] === 'text'));
  return [node.type, ...children];
}

function words(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

const squeezed = (value: string) => value.replace(/\s+/g, ' ').trim();

function documentOf(value: string, blocks?: readonly Block[]): DesignDocument {
  const run: Inline = { kind: 'text', text: value };
  const given: Inline = { kind: 'value', path: 'overview.name', state: 'answered', basis: 'guess', text: value };
  return {
    title: value,
    language: 'en',
    profile: 'full',
    state: 'Draft',
    draft: true,
    contentHash: '00',
    front: [{ kind: 'paragraph', content: [run] }],
    sections: [
      {
        key: 'overview',
        number: 1,
        title: value,
        blocks: blocks ?? [
          { kind: 'heading', depth: 1, content: [run] },
          { kind: 'paragraph', content: [{ kind: 'text', text: 'Before ' }, run, { kind: 'strong', content: [run] }] },
          { kind: 'definitions', rows: [{ label: value, content: [{ kind: 'paragraph', content: [given] }] }] },
          {
            kind: 'table',
            columns: [
              { label: [run], align: 'start' },
              { label: [{ kind: 'text', text: 'second' }], align: 'end' },
            ],
            rows: [{ cells: [[run], [given]] }],
          },
          { kind: 'list', ordered: false, items: [{ content: [{ kind: 'paragraph', content: [run] }] }] },
          { kind: 'quote', content: [{ kind: 'paragraph', content: [run] }] },
          {
            kind: 'callout',
            tone: 'error',
            word: 'Error',
            reference: 'MET-04',
            title: [run],
            content: [{ kind: 'paragraph', content: [run] }],
          },
          { kind: 'code', text: value },
        ],
      },
    ],
  };
}

const expected = shape(parse(renderMarkdown(documentOf('plain words'))));

test.each(hostile)('%j stays text wherever it stands', (value) => {
  const tree = parse(renderMarkdown(documentOf(value)));
  expect(shape(tree)).toEqual(expected);
  expect(tree.children.map((child) => squeezed(words(child)))).toContain(squeezed(value));
});

test('no text at all becomes markup', () => {
  const alphabet = fc.constantFrom(...Array.from('*_~`#<>[]()!|\\&$+-=.:;/1 a\u202fé漢'));
  fc.assert(
    fc.property(fc.array(alphabet, { minLength: 1, maxLength: 14 }), (characters) => {
      const value = `x${characters.join('')}x`;
      const tree = parse(renderMarkdown(documentOf(value)));
      expect(shape(tree)).toEqual(expected);
      expect(squeezed(words(tree.children[1] ?? tree))).toBe(squeezed(value));
    }),
    { numRuns: 300 },
  );
});

test('long text keeps its own structure on the way through the block model', () => {
  const source =
    'First *stress* and **strong** with `a|b`.\n\n- one\n- two\n  1. nested\n\n| Rater | Items |\n| --- | ---: |\n| A\\|B | 12 |\n\n> quoted\n\n```\ncode <b>\n```\n';
  const blocks = readMarkdown(source);
  const printed = renderMarkdown(documentOf('x', blocks));
  expect(readMarkdown(printed.split('## 1 x\n\n')[1] ?? '')).toEqual(blocks);
});

test('says in words what has not been answered, and marks how a number is known', () => {
  const printed = renderMarkdown(
    documentOf('x', [
      {
        kind: 'paragraph',
        content: [
          { kind: 'value', path: 'a.b', state: 'answered', basis: 'measured', text: '0.71' },
          { kind: 'text', text: ', ' },
          { kind: 'value', path: 'a.c', state: 'unreadable', text: 'abt 15' },
          { kind: 'text', text: ', ' },
          { kind: 'value', path: 'a.d', state: 'unanswered', text: 'Not answered yet' },
        ],
      },
    ]),
  );
  expect(printed).toContain('0.71\u202f●, “abt 15” *(not readable)*, *Not answered yet*');
});

test('five thousand rows come through', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    cells: [[{ kind: 'text' as const, text: `row ${index}` }]],
  }));
  const printed = renderMarkdown(
    documentOf('x', [{ kind: 'table', columns: [{ label: [{ kind: 'text', text: 'Row' }], align: 'start' }], rows }]),
  );
  expect(printed.match(/^\| row \d+ \|$/gm)).toHaveLength(5_000);
});
