import { getDocument, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { Block, DesignDocument } from '#lib/domain/documents/document.ts';
import type { Images } from '#lib/domain/images/image.ts';
import { damagedImage, exampleImages, imagesOf, type ExampleImage } from '#test/example-images.ts';
import { canBeDrawn } from './drawable-image.ts';
import { renderPdf } from './pdf.ts';

const { png, gif } = exampleImages;

function documentOf(blocks: readonly Block[]): DesignDocument {
  return {
    title: 'Card-not-present fraud',
    language: 'en',
    profile: 'full',
    state: 'Draft',
    draft: true,
    contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    front: [],
    sections: [{ key: 'overview', number: 1, title: 'Overview', blocks }],
  };
}

const block = ({ name }: ExampleImage, alternative: string): Block => ({ kind: 'image', name, alternative });

async function firstPage(document: DesignDocument, images: Images): Promise<PDFPageProxy> {
  const pdf = await getDocument({ data: new Uint8Array(await renderPdf(document, images)), verbosity: 0 }).promise;
  return pdf.getPage(1);
}

type Tagged = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;

/** The alternative texts of what is tagged as a figure. */
function figures(node: Tagged): string[] {
  const own = node.role === 'Figure' && 'alt' in node ? [String(node.alt)] : [];
  return [...own, ...node.children.flatMap((child) => ('role' in child ? figures(child) : []))];
}

async function drawn(page: PDFPageProxy): Promise<number> {
  const { fnArray } = await page.getOperatorList();
  return fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
}

async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

test.each(Object.entries(exampleImages))('%s is embedded, and tagged with its words', async (_name, image) => {
  expect(await canBeDrawn(image)).toBe(true);
  const page = await firstPage(documentOf([block(image, 'Fraud by hour')]), imagesOf(image));
  expect([figures(await page.getStructTree()), await drawn(page)]).toEqual([['Fraud by hour'], 1]);
});

test('decoration is drawn, and no reader is told of it', async () => {
  const page = await firstPage(documentOf([block(png, '')]), imagesOf(png));
  expect([figures(await page.getStructTree()), await drawn(page)]).toEqual([[], 1]);
});

test('images stand in lists and quotes and beside labels, the same one as often as it is named', async () => {
  const blocks: Block[] = [
    { kind: 'definitions', rows: [{ label: 'Summary', content: [block(png, 'One')] }] },
    { kind: 'list', ordered: false, items: [{ content: [block(gif, 'Two')] }] },
    { kind: 'quote', content: [block(png, 'Three')] },
  ];
  const page = await firstPage(documentOf(blocks), imagesOf(png, gif));
  expect(figures(await page.getStructTree())).toEqual(['One', 'Two', 'Three']);
});

test.each(['"quoted" \\ #read("/etc/passwd")', '$x$ <label> @ref', 'امتحان 欺诈 \u{10FFFD}'])(
  'the words %j are text',
  async (words) => {
    const page = await firstPage(documentOf([block(png, words)]), imagesOf(png));
    expect(figures(await page.getStructTree())).toEqual([words.replace('\u{10FFFD}', '[U+10FFFD]')]);
  },
);

test('what is not there is said in words', async () => {
  const page = await firstPage(documentOf([block(png, 'Fraud by hour')]), new Map());
  expect(await wordsOf(page)).toContain('Image: Fraud by hour (the image itself is not here)');
});

test('a damaged image does not break the document, and not the other images', async () => {
  expect(await canBeDrawn(damagedImage)).toBe(false);
  const blocks = [block(damagedImage, 'Damaged'), block(gif, 'Sound')];
  const page = await firstPage(documentOf(blocks), imagesOf(damagedImage, gif));
  expect(figures(await page.getStructTree())).toEqual(['Sound']);
  expect(await wordsOf(page)).toContain('Image: Damaged (the image itself is not here)');
});

test('the bytes are the same, whatever was printed before', async () => {
  const document = documentOf([block(png, 'One'), block(gif, 'Two')]);
  const once = await renderPdf(document, imagesOf(png, gif));
  await renderPdf(documentOf([block(gif, 'Other')]), imagesOf(gif));
  expect(Buffer.from(await renderPdf(document, imagesOf(gif, png))).equals(Buffer.from(once))).toBe(true);
});
