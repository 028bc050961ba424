import { AppError } from '#lib/domain/errors.ts';
import { storedDecision } from '#lib/domain/worksheets/decision-records.ts';
import { oneOf, type Given } from './command-line.ts';
import { handOut, readableFile } from './render-command.ts';

export const decisionsOptions = { values: ['output', 'format'] };

/**
 * Lists the decisions of a worksheet file, or writes them as one Markdown log.
 *
 * @throws AppError 'bad-input' for a file that is not valid, with its place
 */
export async function decisions(
  { files, values }: Given,
  write: (bytes: string | Uint8Array) => void,
): Promise<number> {
  const [what = '', file, ...others] = files;
  const command = oneOf('decisions', what, ['list', 'export']);
  if (file === undefined || others.length > 0) {
    throw new AppError('bad-input', `decisions ${command} needs one file: plumbline decisions ${command} FILE.`);
  }
  const { draft } = readableFile(file);
  const kept = (draft.decisions ?? []).map(storedDecision);
  if (command === 'list') {
    const format = oneOf('--format', values['format'] ?? 'text', ['text', 'json']);
    const text = format === 'json' ? `${JSON.stringify(draft.decisions ?? [], null, 2)}\n` : kept.map(lineOf).join('');
    handOut(text, values['output'], write);
    return 0;
  }
  const { decisionLog } = await import('#lib/domain/documents/decision-log.ts');
  const { renderMarkdown } = await import('#lib/domain/documents/markdown.ts');
  handOut(renderMarkdown(decisionLog(draft.title, kept)), values['output'], write);
  return 0;
}

/** '3  accepted  2026-10-15  Hold where a hold costs less than letting go' */
function lineOf({ number, status, supersededBy, date, title }: ReturnType<typeof storedDecision>): string {
  const by = supersededBy === null ? status : `${status} by ${supersededBy}`;
  return `${[String(number).padStart(3), by.padEnd(16), (date ?? '').padEnd(10), title].join('  ')}\n`;
}
