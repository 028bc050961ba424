import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#lib/domain/errors.ts';
import { parseFile } from '#lib/domain/worksheets/file.ts';

export interface Example {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

let read: Promise<readonly Example[]> | undefined;

/** The filled worksheets that come with the product. They change only with it, so they are read once. */
export function listExamples(): Promise<readonly Example[]> {
  read ??= readAll(join(process.cwd(), 'examples'));
  return read;
}

/** @throws AppError not-found */
export async function getExample(id: string): Promise<Example> {
  const found = (await listExamples()).find((example) => example.id === id);
  if (found === undefined) throw new AppError('not-found', 'There is no such example.');
  return found;
}

async function readAll(folder: string): Promise<readonly Example[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    ids.sort().map(async (id) => {
      const text = await readFile(join(folder, id, 'worksheet.yaml'), 'utf8');
      return { id, title: parseFile(text, 'yaml').draft.title, text };
    }),
  );
}
