import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { DesignDocument } from '#lib/domain/documents/document.ts';
import { readMarkdown } from '#lib/domain/documents/markdown-source.ts';
import { renderPdf } from './pdf.ts';

function documentOf(source: string): DesignDocument {
  return {
    title: 'Card-not-present fraud',
    language: 'en',
    profile: 'full',
    state: 'Draft',
    draft: true,
    contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    front: [],
    sections: [{ key: 'overview', number: 1, title: 'Overview', blocks: readMarkdown(source) }],
  };
}

async function pageOf(source: string) {
  const pdf = await getDocument({ data: new Uint8Array(await renderPdf(documentOf(source))), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  const words = items.map((item) => ('str' in item ? item.str : '')).join('');
  return { words, tree: JSON.stringify(await page.getStructTree()) };
}

test('every part of the notation is set as mathematics, and told in words', async () => {
  const source = String.raw`\hat{p} \pm z_{\alpha/2}\sqrt[3]{\frac{p(1-p)}{n}} + \sum_{i=1}^{n} \left( x_i' \right)^2, \bar y \in \mathbb{R}, \max_k \log q \text{ a day}`;
  const { words, tree } = await pageOf(`Inline $${source}$ and alone:\n\n$$\n${source}\n$$`);
  expect(tree.split('"role":"Formula"')).toHaveLength(3);
  expect(tree).toContain(JSON.stringify(source).slice(1, -1));
  for (const part of ['𝑝', '𝛼', '∑', 'ℝ', 'max', 'log', 'a day']) expect(words).toContain(part);
  expect(words).not.toContain('\\frac');
});

test('a matrix and cases are set in rows', async () => {
  const source = String.raw`\begin{pmatrix} a & b \\ & d \end{pmatrix}, \begin{cases} 1 & x > t \\ 0 & \text{else} \end{cases}, \begin{Vmatrix} e \end{Vmatrix}, \begin{matrix} f \end{matrix}`;
  const { words, tree } = await pageOf(`Inline $${source}$ and alone:\n\n$$\n${source}\n$$`);
  expect(tree.split('"role":"Formula"')).toHaveLength(3);
  for (const part of ['𝑎', '𝑏', '𝑑', 'else', '𝑒', '𝑓', '‖']) expect(words).toContain(part);
  expect(words).not.toContain('begin');
});

test('what cannot be read is set as it was typed', async () => {
  expect((await pageOf('$$a & b$$ and $#panic("no")$')).words).toContain('$$a & b$$ and $#panic("no")$');
});

const tokens = [
  String.raw`\frac`, String.raw`\sqrt`, String.raw`\left(`, String.raw`\right)`, String.raw`\sum`, String.raw`\int`, String.raw`\alpha`, '#',
  String.raw`\text{a Ж 欺}`, String.raw`\mathbb{R}`, String.raw`\vec`, String.raw`\bar`, String.raw`\log`, '{', '}', '^', '_', "'", 'x', 'Ж', '欺', '12', '<', '|',
  String.raw`\begin{pmatrix} x & Ж`, String.raw`\\ 欺 \end{pmatrix}`, String.raw`\begin{cases}`, String.raw`\end{cases}`, '&',
]; // prettier-ignore

test('no notation breaks the printing', async () => {
  const notation = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(notation, { minLength: 5, maxLength: 20 }), async (formulas) => {
      const source = formulas.map((parts) => `$${parts.join(' ')}$`).join(' and ');
      const bytes = await renderPdf(documentOf(`${source}\n\n| a |\n| - |\n| ${source.replaceAll('|', '')} |`));
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    }),
    { numRuns: 25 },
  );
}, 60_000);
