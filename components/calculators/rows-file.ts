import { readColumnMap } from '#lib/domain/calculators/bound-columns.ts';
import { type OnProgress, readingProgress } from '#lib/domain/calculators/progress.ts';
import { type ReadTable, tableReader } from '#lib/domain/calculators/read-table.ts';
import type { TableInput } from '#lib/domain/calculators/table-input.ts';
import { AppError } from '#lib/domain/errors.ts';

/** Rows that are too many for the box: a file from the disk, or what was pasted, kept beside it. */
export interface RowsFile {
  /** Tells one choice from the next: a worker gets a copy of the file with each question. */
  readonly id: number;
  readonly file: File;
}

/**
 * Reads a file piece by piece; only what the calculator needs of its rows stays in memory.
 *
 * @param map as typed: `item=unit,label=rating`
 * @throws AppError 'bad-input' that names row and column, or says why the file cannot be read
 */
export async function readRows(
  file: File,
  forms: readonly TableInput[],
  map: string,
  onProgress: OnProgress,
): Promise<ReadTable> {
  const reader = tableReader(forms, readColumnMap(map));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces = file.stream().getReader();
  let bytesRead = 0;
  for (let piece = await nextOf(pieces); piece !== null; piece = await nextOf(pieces)) {
    bytesRead += piece.length;
    reader.push(decoded(() => decoder.decode(piece, { stream: true })));
    onProgress(readingProgress(reader.rows(), bytesRead, file.size));
  }
  reader.push(decoded(() => decoder.decode()));
  return reader.end();
}

async function nextOf(pieces: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): Promise<Uint8Array | null> {
  try {
    const { value = null } = await pieces.read();
    return value;
  } catch (error) {
    const message = 'The file can no longer be read: it was changed, moved or deleted. Choose it again.';
    throw new AppError('bad-input', message, undefined, { cause: error });
  }
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (error) {
    throw new AppError('bad-input', 'The file is not text in UTF-8.', undefined, { cause: error });
  }
}
