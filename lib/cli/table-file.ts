import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readColumnMap } from '#lib/domain/calculators/bound-columns.ts';
import { type OnProgress, readingProgress } from '#lib/domain/calculators/progress.ts';
import { type ReadTable, tableReader } from '#lib/domain/calculators/read-table.ts';
import type { TableInput } from '#lib/domain/calculators/table-input.ts';
import { AppError, isAppError } from '#lib/domain/errors.ts';
import { reasonOf } from './checked-file.ts';

const PIECE_BYTES = 1 << 20;

/**
 * Reads a CSV file in pieces, so that never its whole text is in memory; '-' is standard input.
 *
 * @param map as typed: `item=unit,label=rating`
 * @throws AppError 'bad-input' that names the file, and the row and column where that is known
 */
export function readTable(file: string, forms: readonly TableInput[], map: string, onProgress: OnProgress): ReadTable {
  const reader = tableReader(forms, readColumnMap(map));
  try {
    for (const { text, bytesRead, bytes } of piecesOf(file)) {
      reader.push(text);
      onProgress(readingProgress(reader.rows(), bytesRead, bytes));
    }
    return reader.end();
  } catch (error) {
    const name = file === '-' ? 'standard input' : file;
    const details = isAppError(error) ? error.details : undefined;
    throw new AppError('bad-input', `${name}: ${reasonOf(error)}`, details, { cause: error });
  }
}

interface Piece {
  readonly text: string;
  /** With this one. */
  readonly bytesRead: number;
  /** Of the file; null for a pipe, which does not tell. */
  readonly bytes: number | null;
}

function* piecesOf(file: string): Generator<Piece, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const handle = file === '-' ? 0 : openSync(file, 'r');
  try {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) throw new AppError('bad-input', 'This is a folder, not a file.');
    const bytes = stat.isFile() ? stat.size : null;
    const piece = new Uint8Array(PIECE_BYTES);
    let bytesRead = 0;
    for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) {
      bytesRead += length;
      yield { text: decoder.decode(piece.subarray(0, length), { stream: true }), bytesRead, bytes };
    }
    yield { text: decoder.decode(), bytesRead, bytes };
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}
