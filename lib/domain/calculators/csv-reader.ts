import { AppError } from '../errors.ts';

/** Takes a text in pieces of any size, so that a file of gigabytes need not be one string. */
export interface CsvReader {
  readonly push: (piece: string) => void;
  /** @throws AppError 'bad-input' for a quote that is never closed */
  readonly end: () => void;
}

/** What the reader is in the middle of: `closed` stands right behind a quote that may yet be the first of two. */
type Place = 'start' | 'plain' | 'quoted' | 'closed';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** The first of equally frequent ones is taken: a tab is hardly ever part of a name. */
const DELIMITERS = ['\t', ',', ';'];

/**
 * Reads a table as RFC 4180 has it: cells in quotes may hold delimiters, line breaks and doubled quotes. The delimiter
 * is the comma, semicolon or tab that is most frequent in the first line, since spreadsheets write all three.
 *
 * @param onRow gets the cells of each row that is not blank, and its number, counted from 1 as a spreadsheet does
 * @throws AppError 'bad-input' that names row and column
 *
 * Complexity: O(characters); a row is handed on as soon as it is complete and not kept.
 */
export function csvReader(onRow: (cells: readonly string[], row: number) => void): CsvReader {
  let place: Place = 'start';
  let cells: string[] = [];
  let cell = '';
  let row = 1;
  let openedAt = 1;
  let afterReturn = false;
  let delimiter: number | undefined;
  let firstLine = '';

  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    place = 'start';
  };
  const endRow = (): void => {
    const blank = cells.length === 0 && cell === '' && place === 'start';
    endCell();
    if (!blank) onRow(cells, row);
    cells = [];
    row += 1;
  };
  const read = (text: string): void => {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const followsReturn = afterReturn;
      afterReturn = false;
      if (place === 'quoted') {
        if (code !== QUOTE) continue;
        cell += text.slice(from, at);
        place = 'closed';
      } else if (endsCell(code, delimiter)) {
        if (place === 'plain') cell += text.slice(from, at);
        if (code === delimiter) endCell();
        else if (code === CARRIAGE_RETURN || !followsReturn) endRow();
        afterReturn = code === CARRIAGE_RETURN;
      } else if (code === QUOTE && place !== 'plain') {
        if (place === 'closed') cell += '"';
        place = 'quoted';
        openedAt = row;
      } else {
        if (place === 'closed') throw misplaced(row, cells.length + 1, 'text follows a closing quote');
        place = 'plain';
        // Most of a file is the inside of plain cells: on to the end of this one at once.
        while (at + 1 < text.length && !endsCell(text.charCodeAt(at + 1), delimiter)) at += 1;
        continue;
      }
      from = at + 1;
    }
    if (place === 'plain' || place === 'quoted') cell += text.slice(from);
  };

  return {
    push(piece) {
      if (delimiter !== undefined) return read(piece);
      // The delimiter shows in the first line, so that one is gathered first.
      firstLine += piece;
      if (!/[\r\n]/.test(firstLine)) return;
      delimiter = delimiterOf(firstLine);
      read(withoutMark(firstLine));
    },
    end() {
      if (delimiter === undefined) {
        delimiter = delimiterOf(firstLine);
        read(withoutMark(firstLine));
      }
      if (place === 'quoted') throw misplaced(openedAt, cells.length + 1, 'a quote is opened and never closed');
      if (place !== 'start' || cells.length > 0) endRow();
    },
  };
}

function endsCell(code: number, delimiter: number | undefined): boolean {
  return code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN;
}

function delimiterOf(text: string): number {
  const [line = ''] = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return (DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',').charCodeAt(0);
}

/** Spreadsheets put a byte order mark in front, which would become part of the first name. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function misplaced(row: number, column: number, what: string): AppError {
  return new AppError('bad-input', `Row ${row}, column ${column}: ${what}.`, { row, column });
}
