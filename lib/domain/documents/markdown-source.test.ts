import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from './document.ts';
import { readMarkdown } from './markdown-source.ts';
import { flattened, plainText } from './runs.ts';

test('plain sentences are read the same whether or not they are parsed', () => {
  const words =
    "One in 10 is held; 0.2 % (at least) – a: b/c www x@y.z 1. 2) - + www.a.b http://a.b a:b = == --- it's Über 中";
  const sentence = fc
    .array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 8 })
    .map((line) => line.join(' '));
  fc.assert(
    fc.property(sentence, (line) => {
      // With a rule below it, a line is no plain sentence any more, and is parsed.
      expect(readMarkdown(line)[0]).toEqual(readMarkdown(`${line}\n\n***`)[0]);
    }),
    { numRuns: 2_000 },
  );
});

const shown = (blocks: readonly Block[]) => plainText(flattened(blocks));

test('HTML is shown as the text it is', () => {
  expect(readMarkdown('before <b>bold</b>\n\n<script>alert(1)</script>')).toEqual([
    {
      kind: 'paragraph',
      content: ['before ', '<b>', 'bold', '</b>'].map((value) => ({ kind: 'text', text: value })),
    },
    { kind: 'paragraph', content: [{ kind: 'text', text: '<script>alert(1)</script>' }] },
  ]);
});

test('headings become bold lines', () => {
  expect(readMarkdown('# Loud')).toEqual([
    { kind: 'paragraph', content: [{ kind: 'strong', content: [{ kind: 'text', text: 'Loud' }] }] },
  ]);
});

test.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative'])(
  'nobody is sent to %s',
  (address) => {
    const blocks = readMarkdown(`[here](${address})`);
    expect(JSON.stringify(blocks)).not.toContain('"link"');
    expect(shown(blocks)).toBe(`here (${address})`);
  },
);

test('links lead on, by reference too, and images give their words', () => {
  const link = (label: string) => ({
    kind: 'link',
    href: 'https://example.org/a',
    content: [{ kind: 'text', text: label }],
  });
  expect(
    readMarkdown('[a](https://example.org/a) [b][r] ![c](https://example.org/a)\n\n[r]: https://example.org/a'),
  ).toEqual([
    {
      kind: 'paragraph',
      content: [link('a'), { kind: 'text', text: ' ' }, link('b'), { kind: 'text', text: ' ' }, link('c')],
    },
  ]);
});

test('tables keep alignment, short rows are filled up', () => {
  expect(readMarkdown('| a | b |\n| - | -: |\n| 1 |')).toEqual([
    {
      kind: 'table',
      columns: [
        { label: [{ kind: 'text', text: 'a' }], align: 'start' },
        { label: [{ kind: 'text', text: 'b' }], align: 'end' },
      ],
      rows: [{ cells: [[{ kind: 'text', text: '1' }], []] }],
    },
  ]);
});

test('what nests deeper than a reader follows is flattened, not lost', () => {
  const depth = (blocks: readonly Block[]): number =>
    Math.max(0, ...blocks.map((block) => (block.kind === 'quote' ? 1 + depth(block.content) : 0)));
  const blocks = readMarkdown(`${'>'.repeat(40)} deep`);
  expect(depth(blocks)).toBe(6);
  expect(shown(blocks)).toBe('deep');
});

test.each([
  ['emphasis that never closes', '*a_'.repeat(16_000)],
  ['brackets', '['.repeat(50_000)],
  ['quotes in quotes', `${'> '.repeat(20_000)}a`],
  ['lists in lists', Array.from({ length: 300 }, (_, index) => `${' '.repeat(index * 2)}- a`).join('\n')],
])('%s cannot hold up the process', (_name, source) => {
  const start = performance.now();
  expect(shown(readMarkdown(source)).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(1_000);
});
