import { writeFileSync } from 'node:fs';
import { runChecks } from '#lib/domain/checks/run-checks.ts';
import type { DesignDocument } from '#lib/domain/documents/document.ts';
import type { Images } from '#lib/domain/images/image.ts';
import { AppError } from '#lib/domain/errors.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { readFile, type ReadableFile } from './checked-file.ts';
import { oneOf, type Given } from './command-line.ts';
import { presentDay } from './local-day.ts';
import { placeOf } from './text-report.ts';

export const renderOptions = { values: ['to', 'output', 'profile', 'today'] };

/**
 * Writes the design document of a file. The document model and the PDF are loaded only here, so that checks stay fast.
 *
 * @throws AppError 'bad-input' for a file that is not valid, with its place
 */
export async function render({ files, values }: Given, write: (bytes: string | Uint8Array) => void): Promise<number> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new AppError('bad-input', 'render needs one file: plumbline render FILE --to markdown.');
  }
  const to = oneOf('--to', values['to'] ?? 'markdown', ['markdown', 'html', 'pdf', 'yaml', 'json']);
  const profile = oneOf('--profile', values['profile'] ?? 'full', ['full', 'executive']);
  const output = values['output'];
  if (to === 'pdf' && output === undefined && process.stdout.isTTY) {
    throw new AppError('bad-input', 'A PDF is not written to a terminal: name a file with -o.');
  }
  const { draft, images, worksheet } = readableFile(file);
  if (to === 'yaml' || to === 'json') {
    handOut(writeFile(draft, to, images), output, write);
    return 0;
  }
  const report = runChecks(worksheet, { mode: 'full', today: presentDay(values['today']) });
  const { buildDocument } = await import('#lib/domain/documents/build-document.ts');
  const document = buildDocument({ title: draft.title, worksheet, draft, report, profile });
  handOut(await writers[to](document, images), output, write);
  return 0;
}

/** @throws AppError 'bad-input' for a file that is not valid, with its place */
export function readableFile(file: string): ReadableFile {
  const read = readFile(file);
  if (read.state === 'read') return read;
  const [problem] = read.problems;
  throw new AppError('bad-input', `${placeOf(file, problem?.at)}: ${problem?.message ?? 'The file is not valid.'}`);
}

/** To a file, or to standard output. */
export function handOut(
  bytes: string | Uint8Array,
  output: string | undefined,
  write: (bytes: string | Uint8Array) => void,
): void {
  if (output === undefined || output === '-') write(bytes);
  else writeOutput(output, bytes);
}

const writers = { markdown: markdownOf, html: htmlOf, pdf: pdfOf };

async function htmlOf(document: DesignDocument, images: Images): Promise<string> {
  const { renderHtml } = await import('#lib/domain/documents/html/render-html.ts');
  return renderHtml(document, images);
}

async function markdownOf(document: DesignDocument, images: Images): Promise<string> {
  const { renderMarkdown } = await import('#lib/domain/documents/markdown.ts');
  return renderMarkdown(document, images);
}

async function pdfOf(document: DesignDocument, images: Images): Promise<Uint8Array> {
  const { renderPdf } = await import('#lib/server/exports/pdf.ts');
  return renderPdf(document, images);
}

function writeOutput(file: string, bytes: string | Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new AppError(
      'bad-input',
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
