import { longestPart } from './printable-text.ts';

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
 * How a table shares its room among its columns. Where there is less than they want, none gives up the room of the
 * longest word, or of its longest part where it may break, and narrow ones give up nothing, as long as that can be had.
 *
 * @param texts of each column its head and its cells
 */
export function columnWidths(texts: readonly (readonly string[])[]): ColumnWidths {
  const wanted = texts.map((cells) => cellWidth(cells, (text) => text.length));
  const wide = sum(wanted) > TABLE_MEASURE;
  const room = wide ? WIDE_TABLE_MEASURE : TABLE_MEASURE;
  if (sum(wanted) <= room) return { widths: scaled(wanted, room), wide };
  const whole = texts.map((cells) => cellWidth(cells, longestPart));
  const least = whole.map((part, index) => Math.max(part, narrow(wanted[index] ?? 0)));
  const kept = [least, whole].find((widths) => sum(widths) <= room);
  return { widths: kept === undefined ? scaled(whole, room) : grown(kept, wanted, room), wide };
}

/** For what must stay together in a cell. */
function cellWidth(cells: readonly string[], length: (text: string) => number): number {
  return Math.min(COMFORTABLE_CELL, Math.max(...cells.map(length))) + CELL_PADDING;
}

/** What a column keeps because it is narrow. */
function narrow(wanted: number): number {
  return wanted <= NARROW_COLUMN ? wanted : 0;
}

/** What is left of the room goes to those that want more than they have, by how much more. */
function grown(kept: readonly number[], wanted: readonly number[], room: number): readonly number[] {
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
