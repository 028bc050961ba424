import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';
import { stages } from '#lib/domain/worksheets/definition.ts';
import { startingFile } from '#lib/domain/worksheets/starting-file.ts';
import { projectRoot } from '#lib/server/exports/project-root.ts';
import { oneOf, type Given } from './command-line.ts';
import { handOut } from './render-command.ts';

export const initOptions = { values: ['output', 'title', 'stage', 'example'] };

const USUAL = 'worksheet.yaml';

/**
 * Writes a worksheet file to begin with: an empty one that says what its stage needs, or an example.
 *
 * @throws AppError 'bad-input' where the file exists: nothing is written over
 */
export function init({ files, values }: Given, write: (bytes: string | Uint8Array) => void): number {
  if (files.length > 0) throw new AppError('bad-input', 'init takes no file: name the new one with -o.');
  const { example, title = 'Untitled worksheet', output = USUAL } = values;
  if (example !== undefined && (values['title'] ?? values['stage']) !== undefined) {
    throw new AppError('bad-input', 'An example has a title and a stage of its own.');
  }
  if (title.trim() === '' || title.length > limits.titleLength) {
    throw new AppError('bad-input', `--title takes a name of at most ${limits.titleLength} characters.`);
  }
  const stage = oneOf('--stage', values['stage'] ?? 'framing', stages);
  const text = example === undefined ? startingFile(title, stage) : exampleText(example);
  if (output !== '-' && existsSync(output)) {
    throw new AppError('bad-input', `${output} is there already. Name another file with -o.`);
  }
  handOut(text, output, write);
  return 0;
}

function exampleText(name: string): string {
  const folder = join(projectRoot(), 'examples');
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  return readFileSync(join(folder, oneOf('--example', name, names.toSorted()), 'worksheet.yaml'), 'utf8');
}
