import { describe, expect, it } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { DraftWorksheet } from '#lib/domain/worksheets/draft.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { renderPdf } from '#lib/server/exports/pdf.ts';
import { buildDocument } from '../build-document.ts';
import { renderHtml } from '../html/render-html.ts';
import { renderMarkdown } from '../markdown.ts';

const component = (id: string, latency: JsonObject, onOnlinePath = true): JsonObject => ({
  id,
  name: `<${id}>`,
  kind: 'model-server',
  onOnlinePath,
  latency,
});

function documentOf(components: readonly JsonObject[], slo: readonly JsonObject[]) {
  const draft: DraftWorksheet = {
    format: 'plumbline/v1',
    title: 'Card fraud',
    sections: { dataflow: { components }, serving: { predictionMode: 'online', slo } },
  };
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-11-26', mode: 'full' });
  return buildDocument({ title: draft.title, worksheet, draft, report, profile: 'full' });
}

const figureIn = (components: readonly JsonObject[], slo: readonly JsonObject[]) =>
  documentOf(components, slo).sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'figure'));

const parts = [
  component('store', { p50: '8 ms', p99: '26 ms' }),
  component('model', { p50: '12 ms', p99: '36 ms' }),
  component('nightly', { p50: '1 h', p99: '2 h' }, false),
];
const p99 = { id: 'a', percentile: 'p99', ms: '100 ms' };

describe('the figure of what components take', () => {
  it('has those on the path beside the limit, and all its numbers in words', () => {
    expect(figureIn(parts, [p99])).toMatchObject([
      {
        number: 1,
        numbers: '<store> 26\u202fms, <model> 36\u202fms; limit 100\u202fms.',
        caption: expect.stringContaining('at the 99th percentile'),
      },
    ]);
  });

  it('is about the first objective that two components speak of', () => {
    const slo = [{ id: 'x', percentile: 'p99-9', ms: '200 ms' }, { id: 'y', percentile: 'max', ms: '1 s' }, p99];
    expect(figureIn(parts, slo)).toMatchObject([{ caption: expect.stringContaining('99th percentile') }]);
    expect(figureIn(parts.slice(0, 1), [p99])).toEqual([]);
    expect(figureIn(parts, [{ id: 'a', percentile: 'p99' }])).toEqual([]);
  });

  it('is drawn in HTML and told in Markdown, with names as text in both', () => {
    const document = documentOf(parts, [p99]);
    const [, figure = ''] = /<figure>(.*?)<\/figure>/s.exec(renderHtml(document)) ?? [];
    expect(figure).toMatch(/^<svg viewBox="0 0 680 \d+" aria-hidden="true">/);
    expect(figure.match(/<rect [^>]*class="first"/g)).toHaveLength(2);
    expect(figure).toContain('class="label">&lt;store&gt;</text>');
    expect(figure).toContain('<figcaption><strong>Figure 1.</strong> What each component');
    expect(renderMarkdown(document)).toContain('\\<store> 26\u202fms, \\<model> 36\u202fms; limit 100\u202fms.');
  });

  it('is drawn in the PDF for eyes alone, and told in words', async () => {
    const bytes = await renderPdf(documentOf(parts, [p99]));
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    let words = '';
    let tree = '';
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      words += (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');
      tree += JSON.stringify(await page.getStructTree());
    }
    expect(words.replaceAll('\u00a0', ' ')).toContain('Figure 1. What each component on the path');
    expect(tree).not.toContain('"role":"Figure"');
  });
});
