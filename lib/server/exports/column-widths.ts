import { longestWord } from './printable-text.ts';

/** Characters of a table’s size that fit beside the margin of labels, and on the whole page. */
const TABLE_MEASURE = 72;
const WIDE_TABLE_MEASURE = 98;
/** Prose wraps at a comfortable width. */
const COMFORTABLE_CELL = 26;
/** A number has its mark and its spaces in the cell. */
export const CELL_PADDING = 2;
/** A number or a date does not wrap. */
const NARROW_COLUMN = 15;

interface ColumnWidths {
  /** In characters; they fill the room. */
  readonly widths: readonly number[];
  /** Whether the table takes the whole page. */
  readonly wide: boolean;
}

/**
 * How a table shares its room among its columns. Where there is less than they want, none gives up the room of its
 * longest word, and narrow ones give up nothing, for as long as that can be had.
 *
 * @param texts of each column its head and its cells
 */
export function columnWidths(texts: readonly (readonly string[])[]): ColumnWidths {
  const wanted = texts.map((cells) => wantedWidth(cells));
  const wide = sum(wanted) > TABLE_MEASURE;
  const room = wide ? WIDE_TABLE_MEASURE : TABLE_MEASURE;
  const words = texts.map((cells) => wordWidth(cells));
  const least = words.map((word, index) => ((wanted[index] ?? 0) <= NARROW_COLUMN ? (wanted[index] ?? 0) : word));
  const kept = [least, words].find((widths) => sum(widths) <= room);
  return { widths: kept === undefined ? scaled(words, room) : grown(kept, wanted, room), wide };
}

function wantedWidth(cells: readonly string[]): number {
  const longest = Math.max(...cells.map(({ length }) => length));
  return Math.max(wordWidth(cells), Math.min(longest, COMFORTABLE_CELL) + CELL_PADDING);
}

function wordWidth(cells: readonly string[]): number {
  return Math.min(COMFORTABLE_CELL, Math.max(...cells.map(longestWord))) + CELL_PADDING;
}

/** What is left of the room goes to those that want more than they have, by how much more. */
function grown(kept: readonly number[], wanted: readonly number[], room: number): readonly number[] {
  if (sum(wanted) <= room) return scaled(wanted, room);
  const share = (room - sum(kept)) / (sum(wanted) - sum(kept));
  return kept.map((width, index) => width + ((wanted[index] ?? width) - width) * share);
}

function scaled(widths: readonly number[], room: number): readonly number[] {
  const total = sum(widths);
  return widths.map((width) => (width * room) / total);
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
