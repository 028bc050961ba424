import * as fc from 'fast-check';
import type { PhrasingContent, Root, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { plainWordsToMarkdown, textNode } from './plain-words.ts';

type Node = (value: string) => Text;

const searched: Node = (value) => ({ type: 'text', value });

/** The text wherever a text can stand, with marks before and after it. */
function around(value: string, node: Node): Root {
  const other: PhrasingContent = { type: 'strong', children: [node('b')] };
  const link: PhrasingContent = { type: 'link', url: 'https://example.org', children: [node(value)] };
  const runs: PhrasingContent[][] = [
    [node(value)],
    [other, node(value), other],
    [node(value), node(value)],
    [{ type: 'emphasis', children: [node(value)] }, node(value)],
    [node('a'), { type: 'delete', children: [node(value)] }, node(value)],
    [node(value), { type: 'break' }, node(value)],
    [link, node(value), { type: 'inlineCode', value: 'x' }, node(value)],
  ];
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 2, children: [node(value)] },
      ...runs.map((children) => ({ type: 'paragraph' as const, children })),
      {
        type: 'list',
        children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [node(value)] }] }],
      },
      {
        type: 'table',
        children: [1, 2].map(() => ({
          type: 'tableRow' as const,
          children: [{ type: 'tableCell' as const, children: [node(value), link] }],
        })),
      },
    ],
  };
}

function printed(value: string, node: Node): string {
  return toMarkdown(around(value, node), {
    bullet: '-',
    emphasis: '*',
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), plainWordsToMarkdown],
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
  });
}

describe('words that the printer does not search', () => {
  it.each([
    '12 hours',
    '12.5 %',
    '12. Hours',
    '12)',
    '–',
    'a - b',
    'a: b',
    'see http://a.b',
    'see www.example',
    'Www.',
    'w.x',
    'ends ',
    'two  spaces',
    '- a',
    '+ a',
    '= a',
    '€240k (once)',
    '“quoted”',
    'it’s "so"',
    'a (b) c',
    'snake_case',
    'a*b',
    'a\u00a0b',
    'Prävalenz 欺诈',
  ])('%j is written as if they were', (value) => {
    expect(printed(value, textNode)).toBe(printed(value, searched));
  });

  it('and so is whatever else there may be', () => {
    const sign = fc.constantFrom(...Array.from('abwW19.,;:()%€’–…?"\'/+=− -·→≤°›!#&*<>[]\\^_`{|}~@$\t'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: sign, minLength: 1 }), fc.string({ minLength: 1 })), (value) => {
        expect(printed(value, textNode)).toBe(printed(value, searched));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are nearly all that is written', () => {
    for (const value of ['It is about 12,000 a day; see the ‘objective’ (agreed in May).', '80 ms', '–', '€1.9 M']) {
      expect(textNode(value).type).not.toBe('text');
    }
  });
});
