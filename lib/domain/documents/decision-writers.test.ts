import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Decision } from '#lib/domain/worksheets/decision.ts';
import { decision } from '#test/decision-drafts.ts';
import { decisionLog } from './decision-log.ts';
import { madrFiles } from './madr.ts';
import { renderMarkdown } from './markdown.ts';
import { readingText } from './reading-text.ts';

function parse(source: string): Root {
  return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function split(file: string): { front: Record<string, unknown>; tree: Root } {
  const [, front = '', body = ''] = /^---\n([^]*?\n)---\n\n([^]*)$/.exec(file) ?? [];
  const parsed: unknown = parseYaml(front);
  return { front: typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}, tree: parse(body) };
}

function words(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

function kinds(node: Nodes): readonly string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
}

const headings = (tree: Root) =>
  tree.children.flatMap((node) => (node.type === 'heading' ? [`${node.depth} ${words(node)}`] : []));

const link = { kind: 'field', path: 'business.objective', label: 'Objective', value: null } as const;

/** The same text wherever a line of text is taken. */
function full(line: string): Decision {
  const plain = decision(3, { links: [{ ...link, label: line }] });
  const person = { name: line, member: null };
  return {
    ...plain,
    title: line,
    drivers: [line],
    criteria: plain.criteria.map((criterion) => ({ ...criterion, name: line })),
    options: plain.options.map((option) => ({ ...option, title: line, pros: [line], neutral: [line], cons: [line] })),
    makers: [person],
    consulted: [person],
    informed: [person],
    reviewTrigger: line,
    tags: [line],
  };
}

const hostile = [
  '<script>alert(1)</script>',
  '<!-- gone -->',
  '# no heading',
  '---',
  'status: accepted',
  'a\n---\n# b\n- c',
  '| a | b |',
  '*stress* **strong** `code` ~~struck~~',
  '[link](javascript:alert(1)) ![image](https://example.org/x.png)',
  '"quoted", because',
  '{ yaml: [1, 2] } &anchor *alias !tag %x',
  '&lt;b&gt; &#60;',
  '1. one\n2. two',
  'ends in a backslash \\',
  '👩‍🚒 שלום 欺诈',
];

describe('a file of MADR', () => {
  it('has its front matter and its headings', () => {
    const [file] = madrFiles([decision(3, { status: 'superseded', supersededBy: 12, links: [link] })]);
    const { front, tree } = split(file?.text ?? '');
    expect(file?.name).toBe('0003-predict-the-95th-percentile.md');
    expect(front).toEqual({
      status: 'superseded by ADR-0012',
      date: '2026-07-02',
      'decision-makers': ['Head of administration'],
      consulted: ['Data protection officer'],
    });
    expect(headings(tree)).toEqual([
      '1 Predict the 95th percentile',
      '2 Context and Problem Statement',
      '2 Decision Drivers',
      '2 Considered Options',
      '2 Decision Outcome',
      '3 Consequences',
      '3 Confirmation',
      '2 Pros and Cons of the Options',
      '3 Mean with a margin',
      '3 95th percentile',
      '2 More Information',
    ]);
    expect(file?.text).toContain('Chosen option: "95th percentile". It can be checked against every bill.');
    expect(file?.text).toContain('| 95th percentile | 4 | 2 | 3.5 |');
  });

  it('says what is not decided yet', () => {
    const blank = { context: '', options: [], criteria: [], chosen: null, outcome: '', date: null, drivers: [] };
    const [file] = madrFiles([decision(1, { ...blank, supersedes: [4] })]);
    for (const said of [
      '*Not written yet.*',
      '*None was written down.*',
      '*Not decided yet.*',
      '- Is to supersede: 4',
    ]) {
      expect(file?.text).toContain(said);
    }
    expect(file?.text).toMatch(/^---\nstatus: proposed\ndecision-makers:/);
  });

  it.each(hostile)('keeps %j as text wherever a line stands', (line) => {
    const [harmless, file] = madrFiles([full('plain words'), full(line)]);
    const [expected, found] = [split(harmless?.text ?? ''), split(file?.text ?? '')];
    expect(found.front).toEqual({ ...expected.front, 'decision-makers': [line], consulted: [line], informed: [line] });
    expect(headings(found.tree).length).toBe(headings(expected.tree).length);
    // Viewers make links of bare addresses: those lead where they say.
    const shape = (tree: Root) => kinds(tree).filter((kind) => kind !== 'text' && kind !== 'link');
    expect(shape(found.tree)).toEqual(shape(expected.tree));
    expect(file?.name).toMatch(/^0003-[a-z0-9-]{1,32}\.md$/);
  });

  it('shows HTML in long texts as text, and lets no heading out of them', () => {
    const long =
      '<img src=x onerror=alert(1)>\n\n# Big\n\n<script>\n1\n</script>\n\n---\n\nEnd [x](javascript:alert(1))';
    const texts = { context: long, outcome: long, consequences: long, confirmation: long };
    const [file] = madrFiles([decision(3, texts)]);
    const { tree } = split(file?.text ?? '');
    expect(kinds(tree)).not.toContain('html');
    expect(kinds(tree)).not.toContain('link');
    expect(headings(tree).filter((heading) => heading.includes('Big'))).toEqual([]);
  });

  it('reads back whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
        const line = `x${typed.replace(/\s+/g, ' ')}x`;
        const { front, tree } = split(madrFiles([full(line)])[0]?.text ?? '');
        expect(front['informed']).toEqual([line]);
        expect(words(tree.children[0] ?? tree)).toBe(line);
      }),
    );
  });
});

describe('the log', () => {
  it('has all decisions in the order of their numbers, also those with long titles', () => {
    const log = decisionLog('Decisions', [decision(12), decision(3, { title: 'x'.repeat(500) }), decision(7)]);
    const tree = parse(renderMarkdown(log));
    expect(headings(tree).filter((heading) => heading.startsWith('2 '))).toEqual([
      `2 3 ${'x'.repeat(500)}`,
      '2 7 Predict the 95th percentile',
      '2 12 Predict the 95th percentile',
    ]);
    expect(renderMarkdown(log)).toContain('**Status.** Proposed');
    expect(log.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says that it is empty', () => {
    expect(renderMarkdown(decisionLog('Decisions', []))).toBe('# Decisions\n\nNo decision is recorded.\n');
  });

  it.each(hostile)('keeps %j as text', (line) => {
    const shape = (text: string) =>
      kinds(parse(renderMarkdown(decisionLog(text, [full(text)])))).filter(
        (kind) => kind !== 'text' && kind !== 'link',
      );
    expect(shape(line)).toEqual(shape('plain words'));
  });
});

describe('the text that is read', () => {
  it('has no marks of Markdown, and a line for each block', () => {
    const typed =
      'We **must** not [wait](https://example.org).\n\n- one\n- `two`\n\n> three\n\n| a | b |\n| - | - |\n| c | d |';
    expect(readingText('business.problemStatement', typed)).toBe('We must not wait.\none\ntwo\nthree\na\tb\nc\td');
  });

  it('is what was typed where there is no Markdown', () => {
    expect(readingText('business.objective', '2 * 3 * 4')).toBe('2 * 3 * 4');
  });
});
