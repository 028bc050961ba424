import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import type { Block, DesignDocument, Inline } from '#lib/domain/documents/document.ts';
import { readMarkdown } from '#lib/domain/documents/markdown-source.ts';
import { renderPdf } from './pdf.ts';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: 'paragraph', content });

function documentOf(blocks: readonly Block[], title = 'Card-not-present fraud'): DesignDocument {
  return {
    title,
    language: 'en',
    profile: 'full',
    state: 'Revision 7',
    draft: false,
    contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    front: [paragraph(text('Hold the payments that are most likely fraud.'))],
    sections: [{ key: 'metrics', number: 4, title: 'Metrics', blocks }],
  };
}

function tableOf(rows: readonly (readonly string[])[], labels: readonly string[]): Block {
  return {
    kind: 'table',
    columns: labels.map((label) => ({ label: [text(label)], align: 'start' })),
    rows: rows.map((row) => ({ cells: row.map((cell) => [text(cell)]) })),
  };
}

async function opened(document: DesignDocument) {
  return getDocument({ data: new Uint8Array(await renderPdf(document)), verbosity: 0 }).promise;
}

/** The words of each page, without the marks that only let long words break. */
async function pagesOf(document: DesignDocument): Promise<string[]> {
  const pdf = await opened(document);
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const content = await (await pdf.getPage(index + 1)).getTextContent();
      const words = content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
      return words
        .join('')
        .replaceAll('\u200b', '')
        .replace(/[ \n]+/g, ' ');
    }),
  );
}

type Tagged = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;

function roles(node: Tagged): string[] {
  return [node.role, ...node.children.flatMap((child) => ('role' in child ? roles(child) : []))];
}

describe('the accessible PDF', () => {
  const example = documentOf([
    { kind: 'heading', depth: 1, content: [text('What must not get worse')] },
    paragraph(
      text('Precision is '),
      { kind: 'value', path: 'metrics.items.m1.baselineValue', state: 'answered', basis: 'measured', text: '0.71' },
      text(' today. See '),
      { kind: 'link', href: 'https://example.org/report', content: [text('the report')] },
      text('.'),
    ),
    { kind: 'definitions', rows: [{ label: 'Owner', content: [paragraph(text('Fraud data scientist'))] }] },
    tableOf([['Precision', '0.71']], ['Measure', 'Now']),
    { kind: 'list', ordered: false, items: [{ content: [paragraph(text('false holds'))] }] },
    {
      kind: 'callout',
      tone: 'error',
      word: 'Error',
      reference: 'MET-04',
      title: [text('Reads 0.018 live.')],
      content: [],
    },
    { kind: 'code', text: 'select 1\n  from payments' },
  ]);

  test('says what it is: language, title, tags, standard', async () => {
    const pdf = await opened(example);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: 'Card-not-present fraud', Language: 'en-GB' });
    expect(await pdf.getMarkInfo()).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    );
    expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(JSON.stringify(info)).not.toMatch(/Date/);
  });

  test('has headings, lists, tables with heads and links in its structure', async () => {
    const tree = await (await (await opened(example)).getPage(1)).getStructTree();
    expect(roles(tree)).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'L', 'LI', 'Link', 'Code']),
    );
  });

  test('has an outline with the numbers of its sections', async () => {
    const outline = await (await opened(example)).getOutline();
    expect(outline).toMatchObject([{ title: '4 Metrics', items: [{ title: 'What must not get worse' }] }]);
  });

  test('carries all words, the mark of how a number is known, the note of a link, and the hash', async () => {
    const [page] = await pagesOf(example);
    expect(page).toContain('Precision is 0.71 ● today. See the report');
    expect(page).toContain('https://example.org/report');
    for (const words of ['Error', 'MET-04', 'Reads 0.018 live.', 'from payments', '9f86d081884c', '1 of 1']) {
      expect(page).toContain(words);
    }
  });

  test('is the same, byte for byte, twice and in another process', async () => {
    const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
    const once = digest(await renderPdf(example));
    expect(digest(await renderPdf(example))).toBe(once);
    const script = `import { createHash } from 'node:crypto'; import { renderPdf } from '#lib/server/exports/pdf.ts';
      let json = ''; for await (const part of process.stdin) json += part;
      process.stdout.write(createHash('sha256').update(await renderPdf(JSON.parse(json))).digest('hex'));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      input: JSON.stringify(example),
      encoding: 'utf8',
      env: { ...process.env, TZ: 'America/New_York', LANG: 'C' },
    });
    expect(elsewhere).toBe(once);
  });

  test('says across the page that nobody has approved it', async () => {
    expect((await pagesOf(example))[0]).not.toContain('Draft');
    expect((await pagesOf({ ...example, draft: true }))[0]).toContain('Draft');
  });
});

describe('what people type', () => {
  test.each([
    '<script>alert(1)</script>',
    '#let pay = 1; #import "/etc/passwd": *',
    '#panic("no")',
    '#read("/etc/passwd")',
    '$x^2$ *strong* _emphasis_ `raw` = heading',
    '@reference <label> // comment /* comment */',
    '"quoted" \\u{41} \\ ~ -- --- ... [content] {code}',
    '&lt;b&gt; %d %s ${x}',
  ])('%j is text and nothing else', async (value) => {
    const run = text(value);
    const [page] = await pagesOf(
      documentOf(
        [
          paragraph(run),
          { kind: 'heading', depth: 1, content: [run] },
          { kind: 'definitions', rows: [{ label: value, content: [paragraph(run)] }] },
          tableOf([[value]], [value]),
          {
            kind: 'callout',
            tone: 'info',
            word: value,
            reference: value,
            title: [run],
            content: [{ kind: 'note', content: [run] }],
          },
          { kind: 'quote', content: [{ kind: 'list', ordered: true, items: [{ content: [paragraph(run)] }] }] },
          { kind: 'code', text: value },
        ],
        value,
      ),
    );
    // Cells and labels break their lines, so that the letters are compared and not the spaces.
    const letters = (words: string) => words.replace(/\s/g, '');
    expect(letters(page ?? '').split(letters(value))).toHaveLength(14);
  });

  test.each([
    ['Chinese', '欺诈检测模型必须在授权时判断'],
    ['Japanese', '不正検知のモデル'],
    ['Korean', '사기 탐지 모델'],
    ['Hindi', 'हिन्दी'],
    ['emoji', '🚨'],
    ['mathematics', '∀x∈ℝ ⇒ ∑'],
    ['Greek and Cyrillic', 'Ελληνικά, кириллица'],
  ])('%s is drawn', async (_name, value) => {
    expect(
      (await pagesOf(documentOf([paragraph(text(value), { kind: 'strong', content: [text(value)] })])))[0],
    ).toContain(value);
  });

  test.each([
    ['Hebrew', 'שלום עולם'],
    ['Arabic', 'كشف الاحتيال'],
  ])('%s begins at the right edge', async (_name, value) => {
    const page = await (await opened(documentOf([paragraph(text(value))]))).getPage(1);
    const { items } = await page.getTextContent();
    const drawn = items.filter((item) => 'str' in item && item.dir === 'rtl');
    const right = Math.max(...drawn.map((item) => ('transform' in item ? Number(item.transform[4]) + item.width : 0)));
    expect(right).toBeGreaterThan(515);
  });

  test('a character that no font has is shown by its number', async () => {
    expect((await pagesOf(documentOf([paragraph(text('a\u{10FFFD}b \uE000 ไ'))])))[0]).toContain(
      'a[U+10FFFD]b [U+E000] [U+0E44]',
    );
  });

  test('no text at all breaks the printing', async () => {
    const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(anything, anything, async (one, other) => {
        const blocks = [paragraph(text(one), { kind: 'emphasis', content: [text(other)] }), ...readMarkdown(other)];
        const bytes = await renderPdf(documentOf([...blocks, tableOf([[one, other]], [other, one])], one));
        expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('words wider than the page break', async () => {
    const page = await (await opened(documentOf([paragraph(text('x'.repeat(400)))]))).getPage(1);
    const { items } = await page.getTextContent();
    const ends = items.map((item) => ('transform' in item ? Number(item.transform[4]) + item.width : 0));
    expect(Math.max(...ends)).toBeLessThan(540);
  });
});

describe('long tables', () => {
  test('repeat their heads and keep each row on one page', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [
      `begin${index} ${'words that take more than one line of this cell '.repeat(4)} end${index}.`,
      `${index}`,
    ]);
    // The section begins a page of its own, behind the title.
    const [, ...pages] = await pagesOf(documentOf([tableOf(rows, ['Measure with a head', 'Number'])]));
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      expect(page.split('Measure with a head')).toHaveLength(2);
      const begun = Array.from(page.matchAll(/begin(\d+) /g), (match) => match[1]);
      expect(Array.from(page.matchAll(/end(\d+)\./g), (match) => match[1])).toEqual(begun);
    }
  });

  test('five thousand rows are printed, and a row taller than a page loses nothing', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [`row ${index}`, '0.1']);
    const tall = [`${'a long answer '.repeat(800)}the end of it`, '0.2'];
    const pages = await pagesOf(documentOf([tableOf([tall, ...rows], ['Measure', 'Number'])]));
    const words = pages.join(' ');
    expect(words).toContain('the end of it');
    expect(words).toContain('row 4999');
  }, 30_000);
});
