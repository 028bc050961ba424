import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import { renderHtml } from '#lib/domain/documents/html/render-html.ts';
import { renderMarkdown } from '#lib/domain/documents/markdown.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { renderPdf } from '#lib/server/exports/pdf.ts';
import { chromiumLaunch, unpackChromium } from '../e2e/fixtures/chromium.ts';
import { median, times, type Measurement } from './measurement.ts';

/** The longest of the examples. */
const EXAMPLE = 'examples/card-fraud/worksheet.yaml';
const RUNS = 20;

/** What is handed out, from the worksheet to the bytes; the reference is Chromium printing the same HTML, in the same run. */
export async function documents(): Promise<Measurement[]> {
  const { draft } = parseFile(readFileSync(EXAMPLE, 'utf8'), 'yaml');
  const worksheet = readWorksheet(draft);
  const report = runChecks(worksheet, { today: '2026-01-05', mode: 'full' });
  const build = () => buildDocument({ title: draft.title, worksheet, draft, report, profile: 'full' });
  const document = build();
  const markdown = median(await times(RUNS, () => renderMarkdown(build()), 5));
  const html = median(await times(RUNS, () => renderHtml(build()), 5));
  const pdf = median(
    await times(
      RUNS,
      () => renderPdf(document),
      3,
      () => setImmediate(),
    ),
  );
  const printed = await chromiumPrint(renderHtml(document));
  return [
    { name: 'Markdown of the fullest example', value: markdown, unit: 'ms', goal: { atMost: 20 } },
    { name: 'HTML of the fullest example', value: html, unit: 'ms', goal: { atMost: 60 } },
    { name: 'PDF of the fullest example, warm', value: pdf, unit: 'ms', goal: { atMost: 200 } },
    { name: 'Chromium prints the same HTML, warm', value: printed, unit: 'ms', note: 'tagged, with outline' },
    { name: 'PDF, against Chromium', value: pdf / printed, unit: '×', goal: { atMost: 1 / 3 } },
  ];
}

async function chromiumPrint(html: string): Promise<number> {
  unpackChromium();
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const page = await browser.newPage();
    const print = async () => {
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
    };
    return median(await times(RUNS, print, 3));
  } finally {
    await browser.close();
  }
}
