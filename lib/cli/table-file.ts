import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readColumnMap } from '#lib/domain/calculators/bound-columns.ts';
import { type ReadTable, tableReader } from '#lib/domain/calculators/read-table.ts';
import type { TableInput } from '#lib/domain/calculators/table-input.ts';
import { AppError, isAppError } from '#lib/domain/errors.ts';
import { reasonOf } from './checked-file.ts';

const PIECE_BYTES = 1 << 20;

/**
 * Reads a CSV file in pieces, so that only its rows are in memory, not its text; '-' is standard input.
 *
 * @param map as typed: `item=unit,label=rating`
 * @throws AppError 'bad-input' that names the file, and the row and column where that is known
 */
export function readTable(file: string, forms: readonly TableInput[], map: string): ReadTable {
  const reader = tableReader(forms, readColumnMap(map));
  try {
    for (const piece of piecesOf(file)) reader.push(piece);
    return reader.end();
  } catch (error) {
    const name = file === '-' ? 'standard input' : file;
    const details = isAppError(error) ? error.details : undefined;
    throw new AppError('bad-input', `${name}: ${reasonOf(error)}`, details, { cause: error });
  }
}

function* piecesOf(file: string): Generator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const handle = file === '-' ? 0 : openSync(file, 'r');
  try {
    if (fstatSync(handle).isDirectory()) throw new AppError('bad-input', 'This is a folder, not a file.');
    const bytes = new Uint8Array(PIECE_BYTES);
    for (let length = readSync(handle, bytes); length > 0; length = readSync(handle, bytes)) {
      yield decoder.decode(bytes.subarray(0, length), { stream: true });
    }
    yield decoder.decode();
  } finally {
    if (handle !== 0) closeSync(handle);
  }
}
