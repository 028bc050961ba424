import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { imageMarkdown } from '#lib/domain/images/image-markdown.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { exampleImages, imagesOf } from '#test/example-images.ts';
import { buildDocument } from './build-document.ts';
import { imageNames } from './image-names.ts';
import { readMarkdown } from './markdown-source.ts';
import { renderMarkdown } from './markdown.ts';
import { flattened, plainText } from './runs.ts';

const { png, gif } = exampleImages;
const shown = (alternative: string) => ({ kind: 'image', name: png.name, alternative });
const words = (text: string) => ({ kind: 'paragraph', content: [{ kind: 'text', text }] });

describe('an image in a long text', () => {
  test('is a block, and what stands before and after it in the paragraph are two', () => {
    expect(readMarkdown(`As is:\n![Recall over time](image:${png.name})  \nand to be.`)).toEqual([
      words('As is:'),
      shown('Recall over time'),
      words('and to be.'),
    ]);
  });

  test('may be named below the text, and may be decoration', () => {
    expect(readMarkdown(`![][a] ![Two][a]\n\n[a]: image:${png.name}`)).toEqual([shown(''), shown('Two')]);
  });

  test('keeps its place in lists and quotes, and gives its words where there is room for no more', () => {
    const [list, quote, table] = readMarkdown(
      `- ![One](image:${png.name})\n\n> ![Two](image:${png.name})\n\n| a |\n| - |\n| ![Three](image:${png.name}) |`,
    );
    expect(list).toMatchObject({ items: [{ content: [shown('One')] }] });
    expect(quote).toMatchObject({ content: [shown('Two')] });
    expect(table).toMatchObject({ rows: [{ cells: [[{ text: 'Image: Three' }]] }] });
    expect(plainText(flattened(readMarkdown(`a ![b](image:${png.name})`)))).toBe('a Image: b');
  });

  test.each(['image:../../etc/passwd', 'image:short', 'image:', `IMAGE:${png.name}`, `image:${png.name}?x`])(
    'by the address %s is none',
    (address) => {
      expect(JSON.stringify(readMarkdown(`![a](${address})`))).not.toContain('"image"');
    },
  );

  test('has the words that were asked for, whatever they are', () => {
    const alternative = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        'a](image:x) ![b',
        '<script>',
        '&lt;',
        '\\',
        '`code` *b* _c_',
        '[x]: y',
        'https://example.org',
        'a\n\nb',
      ),
    );
    fc.assert(
      fc.property(alternative, (text) => {
        const typed = text.replaceAll('\0', '').replace(/\s+/g, ' ').trim();
        expect(readMarkdown(imageMarkdown(png.name, typed))).toEqual([shown(typed)]);
      }),
      { numRuns: 500 },
    );
  });
});

const draft: DraftWorksheet = {
  format: 'plumbline/v1',
  title: 'Trial',
  sections: {
    overview: { summary: `![Fraud by hour](image:${png.name})` },
    framing: { baselines: [{ id: 'b1', kind: 'heuristic', description: `Two rules.\n\n![Rules](image:${gif.name})` }] },
  },
};
const worksheet = readWorksheet(draft);
const report = runChecks(worksheet, { today: '2027-01-15', mode: 'full' });
const document = buildDocument({ title: 'Trial', worksheet, draft, report, profile: 'full' });

describe('a document', () => {
  test('shows the images of its texts, those within items too', () => {
    expect(imageNames(document)).toEqual([png.name, gif.name]);
  });

  test('as Markdown carries them after the text, and says which are not there', () => {
    const { name } = png;
    const markdown = renderMarkdown(document, imagesOf(png));
    const address = `data:image/png;base64,${png.data}`;
    expect(markdown.endsWith(`\n\n[${name}]: ${address}\n`)).toBe(true);
    expect(markdown).toContain(`![Fraud by hour][${name}]`);
    expect(markdown).toContain('*Image: Rules (the image itself is not here)*');
    expect(markdown).not.toContain(gif.name);
    expect(JSON.stringify(fromMarkdown(markdown))).toContain(`"url":"${address}"`);
  });

  test('names neither file nor place, so that its hash tells an image from another', () => {
    const other = { ...draft, sections: { overview: { summary: `![Fraud by hour](image:${gif.name})` } } };
    const changed = buildDocument({ title: 'Trial', worksheet, draft: other, report, profile: 'full' });
    expect(changed.contentHash).not.toBe(document.contentHash);
  });
});
