import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, DesignDocument } from '#lib/domain/documents/document.ts';
import { readMarkdown } from '#lib/domain/documents/markdown-source.ts';
import { exampleImages } from '#test/example-images.ts';
import { element, textOf } from './element.ts';
import { renderHtml } from './render-html.ts';

function documentOf(blocks: readonly Block[], title = 'Trial'): DesignDocument {
  return {
    title,
    language: 'en',
    profile: 'full',
    state: 'Draft',
    draft: true,
    contentHash: 'abc',
    front: [],
    sections: [{ key: 'business', number: 2, title: 'Business objective', blocks }],
  };
}

const main = (blocks: readonly Block[]) => /<main>(.*)<\/main>/s.exec(renderHtml(documentOf(blocks)))?.[1] ?? '';
const written = (markdown: string) => main(readMarkdown(markdown));

describe('the HTML document', () => {
  it('leads from its contents to numbered sections', () => {
    const html = renderHtml(documentOf([]));
    expect(html).toContain('<li><span class="number">2 </span><a href="#business">Business objective</a></li>');
    expect(html).toContain('<h2 id="business"><span class="number">2 </span>Business objective</h2>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charset="utf-8">/);
  });

  it('writes what Markdown says', () => {
    expect(written('A **strong** word, `code`, [a link](https://example.org/?a=1&b=2).')).toContain(
      '<p>A <strong>strong</strong> word, <code>code</code>, <a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">a link</a>.</p>',
    );
    expect(written('- [x] done\n- [ ] open')).toContain('<span class="unseen">Done: </span>');
    expect(written('| a | b |\n| - | -: |\n| 1 | 2 |')).toContain('<td>1</td><td class="end">2</td>');
    expect(written('$$\\frac{a}{b}$$')).toContain('<math display="block"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>');
    expect(written('3. three\n4. four')).toContain('<ol start="3">');
  });

  it('says how a number is known in words too', () => {
    const value = { kind: 'value', path: 'a.b', state: 'answered', basis: 'guess', text: '0.2 %' } as const;
    expect(main([{ kind: 'paragraph', content: [value] }])).toContain(
      '0.2 %<span class="basis" aria-hidden="true">\u202f≈</span><span class="unseen"> (guess)</span>',
    );
  });

  it('carries images, and says where one is missing', () => {
    const { name, ...image } = { ...exampleImages.png };
    const block: Block = { kind: 'image', name, alternative: 'Fraud "by" hour' };
    const kept = { type: 'png', width: 4, height: 3, size: 70, data: image.data } as const;
    const html = renderHtml(documentOf([block]), new Map([[name, kept]]));
    expect(html).toContain(`<img src="data:image/png;base64,${image.data}" alt="Fraud &quot;by&quot; hour"`);
    expect(main([block])).toContain('(the image itself is not here)');
  });

  const markup = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>&amp;</style></title>';

  it('leaves markup the text that it is, wherever it stands', () => {
    const run = { kind: 'text', text: markup } as const;
    const everywhere: Block[] = [
      { kind: 'heading', depth: 1, content: [run] },
      { kind: 'paragraph', content: [run, { kind: 'code', text: markup }] },
      { kind: 'definitions', rows: [{ label: markup, content: [{ kind: 'note', content: [run] }] }] },
      { kind: 'table', caption: markup, columns: [{ label: [run], align: 'start' }], rows: [{ cells: [[run]] }] },
      {
        kind: 'list',
        ordered: false,
        items: [{ content: [{ kind: 'quote', content: [{ kind: 'code', text: markup }] }] }],
      },
      { kind: 'image', name: 'none', alternative: markup },
      { kind: 'callout', tone: 'error', word: markup, reference: markup, title: [run], content: [] },
    ];
    const html = renderHtml(documentOf(everywhere, markup));
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>(?!&)|<\/style>(?!<\/head>)/);
    expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBeGreaterThanOrEqual(14);
  });

  it('escapes every text so that a browser reads back what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const html = textOf(element('p', { title: text }, text));
        expect(html).toMatch(/^<p title="[^"<>]*">[^<>]*<\/p>$/s);
        const read = html
          .replace(/^<p title="[^"]*">|<\/p>$/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        // What HTML cannot hold comes as the sign for that; all else as it was.
        const held = (sign: string) => sign === '\t' || sign === '\n' || !/\p{Control}|[\ufffe\uffff]/u.test(sign);
        const kept = Array.from(text.toWellFormed(), (sign) => (held(sign) ? sign : '\ufffd')).join('');
        expect(read).toBe(kept);
      }),
    );
  });

  it('holds a table of 5,000 rows and a title of 500 characters', () => {
    const row = { cells: [[{ kind: 'text', text: 'x & y' } as const]] };
    const rows = Array.from({ length: 5_000 }, () => row);
    const html = renderHtml(
      documentOf([{ kind: 'table', columns: [{ label: [], align: 'start' }], rows }], 'W'.repeat(500)),
    );
    expect(html.match(/<td>x &amp; y<\/td>/g)).toHaveLength(5_000);
    expect(html).toContain(`<h1>${'W'.repeat(500)}</h1>`);
  });
});
