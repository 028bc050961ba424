import { describe, expect, test } from 'vitest';
import type { DesignDocument } from '../document.ts';
import { readMarkdown } from '../markdown-source.ts';
import { renderMarkdown } from '../markdown.ts';
import { flattened, plainText } from '../runs.ts';

const kinds = (source: string) => JSON.stringify(readMarkdown(source)).match(/"kind":"formula"/g)?.length ?? 0;
const words = (source: string) => plainText(flattened(readMarkdown(source)));

describe('money is not a formula', () => {
  test.each([
    '$5 and $10',
    'from $1.9M–$2.0M a year',
    'about $5 or $6.',
    String.raw`\$x\$`,
    '$ x $',
    '`$x$`',
    '$$',
    '$x$5',
    'a $x',
    '$x\n\ny$',
  ])('%j', (source) => {
    expect(kinds(source)).toBe(0);
    expect(words(source).replaceAll(/\s/g, '')).toBe(source.replaceAll(/[\\`\s]/g, ''));
  });
});

test('between dollar signs nothing is a mark of Markdown', () => {
  expect(readMarkdown(String.raw`Is $a_1 * b_2 * \{c_3\}$ *so*?`)).toMatchObject([
    {
      content: [
        { text: 'Is ' },
        { kind: 'formula', source: String.raw`a_1 * b_2 * \{c_3\}` },
        { text: ' ' },
        { kind: 'emphasis' },
        { text: '?' },
      ],
    },
  ]);
});

test('two signs around a whole paragraph make a block, within a line they do not', () => {
  expect(readMarkdown('$$\nx =\n1\n$$')).toMatchObject([{ kind: 'formula', source: 'x = 1' }]);
  expect(readMarkdown('So $$x$$.')).toMatchObject([{ kind: 'paragraph', content: [{}, { kind: 'formula' }, {}] }]);
  expect(readMarkdown('> - $x$')).toMatchObject([{ kind: 'quote', content: [{ kind: 'list' }] }]);
  expect(kinds('| a |\n| - |\n| $x$ |')).toBe(1);
});

test('what cannot be read is code, with its dollar signs', () => {
  const source = String.raw`$\href{javascript:alert(1)}{x}$`;
  expect(readMarkdown(source)).toEqual([{ kind: 'paragraph', content: [{ kind: 'code', text: source }] }]);
  expect(readMarkdown('$$a & b$$')).toEqual([{ kind: 'paragraph', content: [{ kind: 'code', text: '$$a & b$$' }] }]);
});

test.each([
  ['signs', '$'.repeat(50_000)],
  ['openings', '$a '.repeat(15_000)],
  ['formulas', '$a$ '.repeat(900)],
])('many %s do not hold up the process', (_name, source) => {
  const start = performance.now();
  expect(words(source).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test('Markdown has formulas as viewers of mathematics read them, and they stay formulas', () => {
  const document: DesignDocument = {
    title: 'Trial',
    language: 'en',
    profile: 'full',
    state: 'Draft',
    draft: true,
    contentHash: '',
    front: [],
    sections: [
      { key: 'a', title: 'A', blocks: readMarkdown('Where $a<b$ and [x](javascript:y).\n\n$$\n\\frac ab\n$$') },
    ],
  };
  const markdown = renderMarkdown(document);
  expect(markdown).toContain(String.raw`Where $a \lt b$ and`);
  expect(markdown).toContain('\n$$\n\\frac{ a }{ b }\n$$\n');
  expect(kinds(markdown)).toBe(2);
});
