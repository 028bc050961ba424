import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import { buildDocument } from '#lib/domain/documents/build-document.ts';
import { decisionLog } from '#lib/domain/documents/decision-log.ts';
import { renderHtml } from '#lib/domain/documents/html/render-html.ts';
import { renderMarkdown } from '#lib/domain/documents/markdown.ts';
import { storedDecision } from '#lib/domain/worksheets/decision-records.ts';
import { parseFile, writeFile } from '#lib/domain/worksheets/file.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { renderPdf } from '#lib/server/exports/pdf.ts';

/** A file of the gallery, by its path in it. */
export interface GalleryFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** The day by which waivers of the examples are judged, so that the gallery is the same on every day. */
const DAY = '2026-12-01';

const root = join(import.meta.dirname, '../..');

export const galleryFolder = join(root, 'docs/gallery');

/** Every example in every format. What is left out is told in docs/gallery/README.md. */
export async function* galleryFiles(): AsyncGenerator<GalleryFile> {
  const examples = join(root, 'examples');
  const names = readdirSync(examples, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  for (const name of names.toSorted()) {
    const { draft, images } = parseFile(readFileSync(join(examples, name, 'worksheet.yaml'), 'utf8'), 'yaml');
    const file = (path: string, content: string | Uint8Array): GalleryFile => ({
      path: `${name}/${path}`,
      bytes: Buffer.from(content),
    });
    yield file('worksheet.yaml', writeFile(draft, 'yaml', images));
    yield file('worksheet.json', writeFile(draft, 'json', images));
    const decisions = (draft.decisions ?? []).map(storedDecision);
    if (decisions.length > 0) yield file('decisions.md', renderMarkdown(decisionLog(draft.title, decisions)));
    const worksheet = readWorksheet(draft);
    const report = runChecks(worksheet, { today: DAY, mode: 'full' });
    for (const profile of ['full', 'executive'] as const) {
      const document = buildDocument({ title: draft.title, worksheet, draft, report, profile });
      yield file(`${profile}.md`, renderMarkdown(document, images));
      yield file(`${profile}.html`, renderHtml(document, images));
      yield file(`${profile}.pdf`, await renderPdf(document, images));
    }
  }
}
