/** A cell of a list, counted from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where an arrow, Home or End leads from a cell; null for keys that do not move, or at the edge. */
export function cellAfterKey(
  key: string,
  control: boolean,
  { row, column }: Cell,
  rows: number,
  columns: number,
): Cell | null {
  const to = (target: Cell) =>
    target.row >= 0 && target.row < rows && target.column >= 0 && target.column < columns ? target : null;
  switch (key) {
    case 'ArrowUp':
      return to({ row: row - 1, column });
    case 'ArrowDown':
      return to({ row: row + 1, column });
    case 'ArrowLeft':
      return to({ row, column: column - 1 });
    case 'ArrowRight':
      return to({ row, column: column + 1 });
    case 'Home':
      return to({ row: control ? 0 : row, column: 0 });
    case 'End':
      return to({ row: control ? rows - 1 : row, column: columns - 1 });
    default:
      return null;
  }
}

/** Where Tab leads from a cell that is being edited: on along the row and into the next; null where the grid ends. */
export function cellBeside(step: 1 | -1, { row, column }: Cell, rows: number, columns: number): Cell | null {
  const at = row * columns + column + step;
  return at < 0 || at >= rows * columns ? null : { row: Math.floor(at / columns), column: at % columns };
}

/** Typing a sign in a cell begins to edit it; chords and named keys do not. */
export function beginsEdit(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key === 'Enter' || event.key === 'F2' || event.key.length === 1;
}
