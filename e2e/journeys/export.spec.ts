import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paths } from '#lib/paths.ts';
import { complete } from '../fixtures/hydrated.ts';
import { expect, test } from '../fixtures/journey.ts';
import { pdfText } from '../fixtures/pdf-text.ts';
import { as, createPerson, createWorkspaceFor, signIn } from '../fixtures/people.ts';

async function exportPage(page: Page): Promise<void> {
  const person = await createPerson('Fraud data scientist');
  const workspace = await createWorkspaceFor(person);
  const { text } = await as(person).examples.get({ id: 'card-fraud' });
  const title = 'Card-not-present fraud';
  const { slug } = await as(person).projects.create({ workspace, title, file: { kind: 'yaml', text } });
  await signIn(page.context(), person);
  await page.goto(paths.export({ workspace, project: slug }));
  await complete(page);
}

/** Path of what a button hands out. */
async function downloaded(page: Page, format: string): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${format}` }).click();
  const download = await coming;
  return download.path();
}

test('the HTML is one file: it loads nothing, leads from its contents to each section, and can be read by all', async ({
  page,
  browser,
}) => {
  await exportPage(page);
  await expect(page.getByText('3 decisions are told with their reasons.')).toBeVisible();
  const html = await readFile(await downloaded(page, 'HTML'));
  const alone = await browser.newContext({ offline: true });
  const asked: string[] = [];
  try {
    for (const look of [
      { colorScheme: 'light' as const, width: 1440 },
      { colorScheme: 'dark' as const, width: 390 },
    ]) {
      const reader = await alone.newPage();
      await reader.emulateMedia({ colorScheme: look.colorScheme });
      await reader.setViewportSize({ width: look.width, height: 900 });
      reader.on('request', (request) => asked.push(request.url()));
      reader.on('console', (message) => asked.push(message.text()));
      await reader.setContent(html.toString());
      await expect(reader.getByRole('heading', { level: 1, name: 'Card-not-present fraud' })).toBeVisible();
      const contents = reader.getByRole('navigation', { name: 'Contents' }).getByRole('link');
      expect(await contents.count()).toBeGreaterThan(14);
      for (const link of await contents.all()) {
        const target = (await link.getAttribute('href')) ?? '';
        await expect(reader.locator(target)).toHaveCount(1);
      }
      expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
      expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
      await reader.close();
    }
  } finally {
    await alone.close();
  }
  expect(asked).toEqual([]);
});

test('the PDF has its words, its links, its tags and an outline', async ({ page }) => {
  await exportPage(page);
  const bytes = new Uint8Array(await readFile(await downloaded(page, 'PDF')));
  expect(await pdfText(bytes.slice())).toContain('Hold where a hold costs less than letting go');
  const loading = getDocument({ data: bytes, verbosity: 0 });
  const pdf = await loading.promise;
  try {
    const outline = (await pdf.getOutline()).map(({ title }) => title);
    expect(outline).toContain('4 Metrics');
    expect(outline).toContain('Decisions');
    expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'en-GB', Title: 'Card-not-present fraud' });
    const pages = await eachPage(pdf);
    expect(pages.flatMap(({ links }) => links)).toContain('https://example.org/payments/fraud-rules');
    // The contents lead to places of the document itself.
    expect(pages[0]?.inner).toBeGreaterThan(14);
    expect(pages.every(({ tags }) => tags.length > 0)).toBe(true);
    for (const tag of ['H1', 'H2', 'P', 'Table', 'TH', 'L', 'LI']) {
      expect(
        pages.some(({ tags }) => tags.includes(tag)),
        tag,
      ).toBe(true);
    }
  } finally {
    await loading.destroy();
  }
});

test('what takes a while can be stopped, and asked for again', async ({ page }) => {
  await exportPage(page);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/document.pdf**', async (route) => {
    await held;
    await route.abort();
  });
  await page.getByRole('button', { name: 'Download PDF' }).click();
  await expect(page.getByText('Being written…')).toBeVisible();
  await page.getByRole('button', { name: 'Stop PDF' }).click();
  await expect(page.getByText('Being written…')).toBeHidden();
  await expect(page.getByText('Not sent')).toHaveCount(0);
  release();
  await page.unroute('**/document.pdf**');
  expect((await readFile(await downloaded(page, 'PDF'))).subarray(0, 5).toString()).toBe('%PDF-');
});

interface PageFacts {
  readonly links: readonly string[];
  /** How many links lead to a place of the document. */
  readonly inner: number;
  readonly tags: readonly string[];
}

async function eachPage(pdf: PDFDocumentProxy): Promise<PageFacts[]> {
  const pages: PageFacts[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const annotations: readonly { url?: string; dest?: unknown }[] = await page.getAnnotations();
    const inner = annotations.filter(({ dest }) => dest !== null && dest !== undefined).length;
    pages.push({
      inner,
      links: annotations.flatMap(({ url }) => url ?? []),
      tags: rolesIn(await page.getStructTree()),
    });
  }
  return pages;
}

function rolesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const role = 'role' in node && typeof node.role === 'string' ? [node.role] : [];
  const children: readonly unknown[] = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...role, ...children.flatMap(rolesIn)];
}
